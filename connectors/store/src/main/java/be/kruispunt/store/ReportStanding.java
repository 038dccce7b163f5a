package be.kruispunt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * How a report stands.
 *
 * @param report which
 * @param lines how many were looked at so far
 * @param refused how many of them were not taken
 * @param latest when its latest page was taken
 * @param ended when its last page was
 * @param delivered when its result stood in the sender's folder
 */
public record ReportStanding(
        RightsReport report,
        long lines,
        long refused,
        Optional<Instant> latest,
        Optional<Instant> ended,
        Optional<Instant> delivered) {
    static ReportStanding read(ResultSet row) throws SQLException {
        return new ReportStanding(
                RightsReport.read(row),
                row.getLong("taken_lines"),
                row.getLong("refused"),
                Rows.moment(row, "latest"),
                Rows.moment(row, "ended_at"),
                Rows.moment(row, "delivered_at"));
    }
}
