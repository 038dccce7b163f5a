package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SchemeCode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * What PostgreSQL alone needs to find a right: one prepared statement by its key into one table, on a pool. Nobody is asked who asks,
 * whose customer it is, or what may be said, and nothing is recorded. A yardstick for questions, and no part of their path.
 */
public final class BareLookUp implements AutoCloseable {
    private static final String ONE =
            """
            select valid_from, valid_until from derived_right where person = ? and scheme = ? and known_until is null
            """;

    private static final String MANY =
            """
            select person, valid_from, valid_until from derived_right
            where person = any(?::text[]) and scheme = ? and known_until is null
            """;

    private final Database database;

    private BareLookUp(Database database) {
        this.database = database;
    }

    /**
     * Beside a hub at work on a PostgreSQL of its own.
     *
     * @throws StoreUnavailable when no such PostgreSQL runs
     */
    public static BareLookUp beside(StoreSettings settings) {
        Database.Address address = PostgresServer.running(settings.dataFolder())
                .orElseThrow(() -> new StoreUnavailable("no PostgreSQL of its own runs in " + settings.dataFolder()));
        return new BareLookUp(Database.connectByKey(address, settings.poolSize()));
    }

    /** The rights of one person; gives how many. */
    public int one(Insz person, SchemeCode scheme) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(ONE)) {
                statement.setString(1, person.digits());
                statement.setString(2, scheme.value());
                return count(statement, 1);
            }
        });
    }

    /** The rights of many; gives how many. */
    public int many(Collection<Insz> persons, SchemeCode scheme) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(MANY)) {
                new Columns(statement).text(persons, Insz::digits).text(scheme.value());
                return count(statement, 2);
            }
        });
    }

    /** Every value is read, as whoever answers must. */
    private static int count(PreparedStatement statement, int firstDate) throws SQLException {
        return Rows.list(statement.executeQuery(), row -> row.getString(firstDate) + row.getString(firstDate + 1))
                .size();
    }

    @Override
    public void close() {
        database.close();
    }
}
