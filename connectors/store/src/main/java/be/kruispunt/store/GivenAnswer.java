package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What was answered of one person, as the audit has it.
 *
 * @param id the answer's own number
 * @param content what was said; empty when its time was over
 * @param expires until when that is kept
 */
public record GivenAnswer(AnswerId id, AskedQuestion question, Optional<Content> content, Instant expires) {
    static final String NOT_A_CUSTOMER = "NOT_A_CUSTOMER";

    /**
     * What was said, and of whom.
     *
     * @param word as it is recorded: of an answer its entitlement
     * @param told empty: that he is not a customer, or why nobody was looked up
     * @param person whom it was about, where that is known
     */
    public record Content(String word, Optional<RightAnswer> told, Optional<Insz> person) {
        @Override
        public String toString() {
            return "the content of an answer";
        }
    }

    /** Of the columns of {@code rights_question} and {@code rights_answer}, with the answer's number under {@code id}. */
    static GivenAnswer read(ResultSet row) throws SQLException {
        return read(row, new AnswerId(row.getObject("id", UUID.class)));
    }

    /** {@code id}: by which it was asked for; the row's own is another when its time is over. */
    static GivenAnswer read(ResultSet row, AnswerId id) throws SQLException {
        return new GivenAnswer(id, AskedQuestion.read(row), content(row, id), Rows.instant(row, "expires_at"));
    }

    private static Optional<Content> content(ResultSet row, AnswerId id) throws SQLException {
        String word = row.getString("answer");
        if (word == null) {
            return Optional.empty();
        }
        Optional<Insz> person = Optional.ofNullable(row.getString("person")).map(Insz::of);
        return Optional.of(
                word.equals(NOT_A_CUSTOMER)
                        ? new Content(word, Optional.empty(), person)
                        : new Content(word, Optional.of(told(row, id, Entitlement.valueOf(word))), person));
    }

    private static RightAnswer told(ResultSet row, AnswerId id, Entitlement word) throws SQLException {
        return new RightAnswer(
                CustomerReference.of(row.getString("customer")),
                word,
                Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
                Optional.ofNullable(row.getObject("valid_until", LocalDate.class)),
                Rows.instant(row, "as_of"),
                id);
    }
}
