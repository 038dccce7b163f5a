package be.kruispunt.hub.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** A connection of the test's own to the hub's PostgreSQL: sees at once what was recorded, before the broker knows. */
final class StoreProbe implements AutoCloseable {
    private static final String TELL =
            """
            create or replace function tell_recorded() returns trigger language plpgsql as $$
            begin
                perform pg_notify('recorded', (select count(*) from recorded)::text);
                return null;
            end $$;
            create or replace trigger tell_recorded after insert on message
                referencing new table as recorded for each statement execute function tell_recorded();
            """;

    private final Connection connection;

    private StoreProbe(Connection connection) {
        this.connection = connection;
    }

    /** Connects to the PostgreSQL that runs in the folder. */
    static StoreProbe connect(HubFolder folder) throws IOException, SQLException {
        Path store = folder.store();
        String port = Files.readAllLines(store.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(store.resolve("postgres.password")).strip();
        return new StoreProbe(DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/postgres?ApplicationName=probe", "postgres", password));
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** From now on, {@link #recordedWithin} is told of every commit of the hub's record transaction. */
    void listen() throws SQLException {
        execute(TELL);
        execute("listen recorded");
    }

    /** How many messages were recorded since the last call; returns at the first commit, or when none came in time. */
    int recordedWithin(Duration patience) throws SQLException {
        PGNotification[] told = connection.unwrap(PGConnection.class).getNotifications((int) patience.toMillis());
        int sum = 0;
        for (PGNotification notification : told == null ? new PGNotification[0] : told) {
            sum += Integer.parseInt(notification.getParameter());
        }
        return sum;
    }

    int recorded() throws SQLException {
        return number("select count(*) from message");
    }

    /** Returns when the killed hub's connections are gone, and with them whatever they were still doing. */
    void awaitSilence() {
        await("PostgreSQL noticed")
                .atMost(Duration.ofMinutes(1))
                .until(() -> number("select count(*) from pg_stat_activity where application_name = 'kruispunt'") == 0);
    }

    /** The first number of the first row. */
    int number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
