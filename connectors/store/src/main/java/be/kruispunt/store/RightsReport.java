package be.kruispunt.store;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.LegalContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A file by which a source or a supplier reports, however many lines it has.
 *
 * @param ticket the hub's number for it; what it tells stands in the buffer store as told by it
 * @param grounds by what it was let in
 * @param arrived when the hub took it in: its place in the order of reports (decision 0032)
 */
public record RightsReport(Ticket ticket, Subject subject, Source source, Grounds grounds, Instant arrived) {
    /**
     * What is reported, by whom.
     *
     * @param sender who signed it
     * @param purpose as it states it
     */
    public record Subject(ReportKind kind, InstitutionId sender, LegalContext purpose) {}

    /**
     * The file.
     *
     * @param name no sender has two of one name
     * @param digest no sender has two of one content
     * @param lines how many it has, the first not counted
     */
    public record Source(String name, Digest digest, long lines) {}

    /**
     * By what it was let in.
     *
     * @param authorisation the numbers of the deliberations
     * @param register the version of the register
     */
    public record Grounds(String authorisation, long register) {}

    static RightsReport read(ResultSet row) throws SQLException {
        return new RightsReport(
                new Ticket(row.getObject("ticket", UUID.class)),
                new Subject(
                        ReportKind.valueOf(row.getString("kind")),
                        InstitutionId.of(row.getString("sender")),
                        LegalContext.of(row.getString("purpose"))),
                new Source(row.getString("name"), Digest.ofHex(row.getString("digest")), row.getLong("lines")),
                new Grounds(row.getString("authorisation"), row.getLong("register")),
                Rows.instant(row, "arrived_at"));
    }

    @Override
    public String toString() {
        return subject.kind() + " " + ticket;
    }
}
