package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.SchemeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A question as the audit has it. Nobody whom it was about stands in it, so it stays when the answers have gone.
 *
 * @param id its own number
 * @param at when it was asked, in microseconds like every moment here
 * @param day the day that was asked for
 * @param trace what the asker calls it: a trace id, or the ticket of a message
 * @param authorisation the number of the deliberation; empty where there is none
 * @param register the version of the register by which it was decided
 * @param refused why it was not answered
 * @param known the moment as of which it was answered
 * @param persons how many it was about
 * @param strangers how many of these were not the asker's customers
 */
public record AskedQuestion(
        AnswerId id,
        Instant at,
        InstitutionId asker,
        SchemeCode scheme,
        LegalContext purpose,
        LocalDate day,
        String trace,
        String authorisation,
        long register,
        Optional<RightsReply.Reason> refused,
        Instant known,
        long persons,
        long strangers) {

    static AskedQuestion of(RecordedQuestion recorded) {
        RightsQuestion question = recorded.question();
        return new AskedQuestion(
                recorded.id(),
                recorded.at(),
                question.asker(),
                question.scheme(),
                question.purpose(),
                question.day(),
                question.trace(),
                recorded.authorisation(),
                recorded.register(),
                recorded.refused(),
                recorded.known(),
                question.persons().size(),
                recorded.strangers());
    }

    /** Of the columns of {@code rights_question}, with the question's number under {@code question}. */
    static AskedQuestion read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new AskedQuestion(
                new AnswerId(row.getObject("question", UUID.class)),
                Rows.instant(row, "asked_at"),
                InstitutionId.of(row.getString("asker")),
                SchemeCode.of(row.getString("scheme")),
                LegalContext.of(row.getString("purpose")),
                row.getObject("day", LocalDate.class),
                row.getString("trace"),
                row.getString("authorisation"),
                row.getLong("register"),
                reason.isEmpty() ? Optional.empty() : Optional.of(RightsReply.Reason.valueOf(reason)),
                Rows.instant(row, "known_at"),
                row.getLong("persons"),
                row.getLong("strangers"));
    }
}
