package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A question and what became of it, for the audit.
 *
 * @param id its own number
 * @param question what was asked
 * @param at when; this and the other moments are cut to microseconds, as PostgreSQL keeps them
 * @param known the moment as of which it is answered
 * @param authorisation the number of the deliberation; empty where there is none
 * @param register the version of the register by which it was decided
 * @param refused why it was not answered
 * @param expires until when what was answered is kept: its proof stays
 * @param lines one for each person, in order; none where it was refused
 */
public record RecordedQuestion(
        AnswerId id,
        RightsQuestion question,
        Instant at,
        Instant known,
        String authorisation,
        long register,
        Optional<RightsReply.Reason> refused,
        Instant expires,
        List<Line> lines) {
    public RecordedQuestion {
        at = at.truncatedTo(ChronoUnit.MICROS);
        known = known.truncatedTo(ChronoUnit.MICROS);
        expires = expires.truncatedTo(ChronoUnit.MICROS);
        lines = List.copyOf(lines);
    }

    /**
     * What was said, and of whom: for the auditor, and for the person who asks.
     *
     * @param id that of the answer; of a stranger its own
     * @param person whom it was about, where that is known
     * @param byNumber whether the asker knows him by his number, and not by name and address alone
     */
    public record Line(AnswerId id, RightsReply.Line said, Optional<Insz> person, boolean byNumber) {}

    /** How many of those asked about are not the asker's customers. */
    long strangers() {
        return lines.stream()
                .filter(line -> line.said() instanceof RightsReply.Line.NotACustomer)
                .count();
    }
}
