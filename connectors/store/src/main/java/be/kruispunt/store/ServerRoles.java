package be.kruispunt.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The roles in the store's own PostgreSQL: the superuser sets up and migrates, {@link #OWNER} owns the tables, and the hub
 * works as {@link #HUB}, which may neither change a table nor switch off what protects its rows.
 */
final class ServerRoles {
    static final String OWNER = "kruispunt_owner";
    static final String HUB = "kruispunt";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{48}");

    /** Tables, and functions, that a superuser made in an earlier version. */
    private static final String NOT_YET_OWNED =
            """
            select format('alter table %%s owner to %1$s', c.oid::regclass)
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and c.relowner <> '%1$s'::regrole
            union all
            select format('alter function %%s owner to %1$s', p.oid::regprocedure)
            from pg_proc p
            where p.pronamespace = 'public'::regnamespace and p.proowner <> '%1$s'::regrole
            """
                    .formatted(OWNER);

    private ServerRoles() {}

    /** Makes the roles where they are missing, and gives the hub's its password. */
    static void prepare(Database.Address superuser, String hubPassword) {
        try (Connection connection = Database.single(superuser)) {
            run(connection, "set log_statement = 'none'"); // one of the next holds the password
            create(connection, OWNER, "nologin");
            create(connection, HUB, "login");
            run(connection, "alter role " + HUB + " password '" + hex(hubPassword) + "'");
            run(connection, "reset log_statement");
            run(connection, "revoke create on schema public from public");
            run(connection, "grant usage, create on schema public to " + OWNER);
            run(connection, "grant usage on schema public to " + HUB);
            for (String command : ask(connection, NOT_YET_OWNED)) {
                run(connection, command);
            }
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    /** As the hub made it; a file that somebody wrote by hand must not become a part of a command. */
    private static String hex(String password) {
        if (!HEX.matcher(password).matches()) {
            throw new IllegalStateException("postgres.hub-password holds no password of the hub's; remove it");
        }
        return password;
    }

    private static void create(Connection connection, String role, String kind) throws SQLException {
        if (ask(connection, "select rolname from pg_roles where rolname = '" + role + "'")
                .isEmpty()) {
            run(connection, "create role " + role + " " + kind);
        }
    }

    private static List<String> ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement()) {
            return Rows.list(statement.executeQuery(question), row -> row.getString(1));
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
