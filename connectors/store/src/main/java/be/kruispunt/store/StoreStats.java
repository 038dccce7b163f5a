package be.kruispunt.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How much the store holds. Counted row by row: for an operator's question, not for every second.
 *
 * @param messages recorded messages
 * @param refused those among them that were refused
 * @param undelivered those whose delivery is not confirmed yet; a few seconds' worth is normal
 * @param cases business cases
 * @param directoryLines lines of the reference directory
 * @param institutions registered institutions
 */
public record StoreStats(
        long messages, long refused, long undelivered, long cases, long directoryLines, long institutions) {
    private static final String STATS = Sql.read("stats.sql");

    static StoreStats now(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(STATS)) {
            return Rows.list(statement.executeQuery(), StoreStats::read).getFirst();
        }
    }

    /** Bytes, as PostgreSQL counts them for this database. */
    static long sizeOnDisk(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_database_size(current_database())")) {
            return Rows.list(statement.executeQuery(), row -> row.getLong(1)).getFirst();
        }
    }

    private static StoreStats read(ResultSet row) throws SQLException {
        return new StoreStats(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
    }
}
