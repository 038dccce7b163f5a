package be.kruispunt.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The moments of the buffer store. Who changes something takes the next one first, and holds it to the end of his transaction: so
 * changes come one after the other, and whoever reads as of the moment that stands there reads the same again later.
 */
final class RightsMoment {
    private static final String NEXT =
            """
            update rights_moment set at = greatest(clock_timestamp(), at + interval '1 microsecond') returning at
            """;

    private RightsMoment() {}

    static Instant next(Connection connection) throws SQLException {
        return ask(connection, NEXT);
    }

    static Instant last(Connection connection) throws SQLException {
        return ask(connection, "select at from rights_moment");
    }

    private static Instant ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            return Rows.list(statement.executeQuery(), row -> Rows.instant(row, "at"))
                    .getFirst();
        }
    }
}
