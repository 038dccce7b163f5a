package be.kruispunt.hub.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/** A connection of the test's own to the hub's PostgreSQL, to put something into the hub's way. */
final class Superuser implements AutoCloseable {
    private final Connection connection;

    private Superuser(Connection connection) {
        this.connection = connection;
    }

    static Superuser of(TestHub hub) throws IOException, SQLException {
        Path store = Objects.requireNonNull(hub.trust().root().getParent()).resolve("store");
        String port = Files.readAllLines(store.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        String password = Files.readString(store.resolve("postgres.password")).strip();
        return new Superuser(DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/postgres?ApplicationName=test", "postgres", password));
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int number(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
