package be.kruispunt.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
                moment(row, "latest"),
                moment(row, "ended_at"),
                moment(row, "delivered_at"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
