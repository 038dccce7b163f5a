package be.kruispunt.store;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.SchemeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Many lines that are answered as it was known at one moment, however long that takes and however often it is cut off.
 *
 * @param id its own number
 * @param subject what is asked, by whom, and for which day
 * @param name the file's; the quarter, as {@code 2027-Q1}; the day of the changes: no asker has two of one kind and name for one right
 * @param moment as of which it is answered
 * @param before the run that the changes are counted from
 * @param digest of the file that asks
 * @param grounds by what it was decided
 * @param started when it began
 * @param expires until when its lines, and whom they are about, are kept
 */
public record RightsRun(
        AnswerId id,
        Subject subject,
        String name,
        Moment moment,
        Optional<AnswerId> before,
        Optional<Digest> digest,
        Grounds grounds,
        Instant started,
        Instant expires) {

    /** What is asked. */
    public record Subject(RunKind kind, InstitutionId asker, SchemeCode scheme, LegalContext purpose, LocalDate day) {}

    /**
     * The moment for which every line is true.
     *
     * @param known as it was known then
     * @param today the day on which the run began, by the calendar of the schemes
     * @param asOf how fresh the sources were; empty where none had reported
     */
    public record Moment(Instant known, LocalDate today, Optional<Instant> asOf) {}

    /**
     * By what it was decided.
     *
     * @param authorisation the number of the deliberation; empty where there is none
     * @param register the version of the register
     * @param refused why it is not answered as a whole
     */
    public record Grounds(String authorisation, long register, Optional<Reason> refused) {}

    static RightsRun read(ResultSet row) throws SQLException {
        return new RightsRun(
                new AnswerId(row.getObject("id", UUID.class)),
                new Subject(
                        RunKind.valueOf(row.getString("kind")),
                        InstitutionId.of(row.getString("asker")),
                        SchemeCode.of(row.getString("scheme")),
                        LegalContext.of(row.getString("purpose")),
                        row.getObject("day", LocalDate.class)),
                row.getString("name"),
                new Moment(
                        Rows.instant(row, "known_at"),
                        row.getObject("today", LocalDate.class),
                        Optional.ofNullable(row.getObject("as_of", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                Optional.ofNullable(row.getObject("before", UUID.class)).map(AnswerId::new),
                Optional.ofNullable(row.getString("digest")).map(Digest::ofHex),
                new Grounds(
                        row.getString("authorisation"),
                        row.getLong("register"),
                        Optional.of(row.getString("reason"))
                                .filter(reason -> !reason.isEmpty())
                                .map(Reason::valueOf)),
                Rows.instant(row, "started_at"),
                Rows.instant(row, "expires_at"));
    }

    /** The first line of its result, and so the first entry of the tree over it; without the line's end. */
    public String firstLine() {
        return "rights-result;1;" + subject.scheme() + ';' + subject.purpose() + ';' + subject.day() + ';'
                + moment.known() + ';' + moment.asOf().map(Instant::toString).orElse("") + ';' + id;
    }

    @Override
    public String toString() {
        return subject.kind() + " " + id;
    }
}
