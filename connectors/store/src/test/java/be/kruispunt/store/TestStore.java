package be.kruispunt.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A store on a database of the test class's own; all of them on one PostgreSQL, which starts once. */
final class TestStore implements AfterAllCallback {
    private final String name;
    private final Database.Address superuser;
    private final Database.Address hub;
    private final Store store;
    private final Database sql;
    private final Database asHub;

    TestStore() {
        this(database -> {});
    }

    /** With something in its database already, left there by the superuser. */
    TestStore(Consumer<Database.Address> before) {
        PostgresServer server = sharedServer();
        name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        onServer("create database " + name);
        superuser = here(server.superuser());
        hub = here(server.hub());
        before.accept(superuser);
        store = Store.open(settings());
        sql = Database.connect(superuser, 2);
        asHub = Database.connectWhenAsked(hub, 1);
    }

    private Database.Address here(Database.Address address) {
        return new Database.Address(
                address.jdbcUrl().replace("/postgres", "/" + name), address.user(), address.password());
    }

    private static final class SharedServer {
        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            PostgresServer server = PostgresServer.start(Path.of(System.getProperty("java.io.tmpdir"))
                    .toAbsolutePath()
                    .resolve("shared-postgres"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        }
    }

    static PostgresServer sharedServer() {
        return SharedServer.SERVER;
    }

    private void onServer(String command) {
        try (Database postgres = Database.connect(sharedServer().superuser(), 1)) {
            postgres.read(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(command);
                }
            });
        }
    }

    Store store() {
        return store;
    }

    StoreSettings settings() {
        return new StoreSettings(
                Optional.of(hub.jdbcUrl()),
                Optional.of(hub.user()),
                Optional.of(hub.password()),
                Optional.of(superuser.user()),
                Optional.of(superuser.password()),
                Path.of("unused"),
                4);
    }

    Database.Address hub() {
        return hub;
    }

    /** What whoever works as the hub does could try; gives the SQLSTATE, or nothing when it went well. */
    Optional<String> runAsHub(String command) {
        return run(asHub, command);
    }

    /** What an operator would see with a client of PostgreSQL. */
    List<String> ask(String question) {
        return sql.read(connection -> {
            try (var statement = connection.prepareStatement(question)) {
                return Rows.list(statement.executeQuery(), row -> row.getString(1));
            }
        });
    }

    /** What an operator could try, as the superuser; gives the SQLSTATE, or nothing when it went well. */
    Optional<String> run(String command) {
        return run(sql, command);
    }

    private static Optional<String> run(Database database, String command) {
        return database.read(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(command);
                return Optional.<String>empty();
            } catch (SQLException e) {
                return Optional.ofNullable(e.getSQLState());
            }
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sql.close();
        asHub.close();
        store.close();
        onServer("drop database " + name);
    }
}
