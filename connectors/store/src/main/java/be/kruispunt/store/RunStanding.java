package be.kruispunt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * How a run stands, for the operator.
 *
 * @param run which
 * @param lines answered so far
 * @param strangers how many of them are about somebody who is not the asker's customer
 * @param latest when its latest page was answered
 * @param ended when its last page was
 * @param delivered when its result stood in the asker's folder
 */
public record RunStanding(
        RightsRun run,
        long lines,
        long strangers,
        Optional<Instant> latest,
        Optional<Instant> ended,
        Optional<Instant> delivered) {
    static RunStanding read(ResultSet row) throws SQLException {
        return new RunStanding(
                RightsRun.read(row),
                row.getLong("answered"),
                row.getLong("of_strangers"),
                Rows.moment(row, "latest"),
                Rows.moment(row, "ended_at"),
                Rows.moment(row, "delivered_at"));
    }
}
