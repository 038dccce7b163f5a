package be.kruispunt.store;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Why a connection could not be made, in words that an operator can act on. Names the place and the user, never a secret. */
final class Unreached {
    private Unreached() {}

    static StoreUnavailable because(Database.Address address, Throwable failure) {
        Map<String, String> place;
        try {
            place = place(address);
        } catch (SQLException e) {
            return new StoreUnavailable(
                    "store.url is no address of a PostgreSQL: jdbc:postgresql://host:port/database");
        }
        String where = place.get("PGHOST") + ":" + place.get("PGPORT");
        return new StoreUnavailable(state(failure)
                .flatMap(state -> refused(state, where, address.user(), place.getOrDefault("PGDBNAME", "")))
                .orElseGet(() -> "PostgreSQL at " + where + " cannot be reached: " + unanswered(failure)));
    }

    static void requireAddress(Database.Address address) {
        try {
            place(address);
        } catch (SQLException e) {
            throw because(address, e);
        }
    }

    /** Host, port and database of an address, as the driver reads them; no driver reads it if it is none of PostgreSQL. */
    private static Map<String, String> place(Database.Address address) throws SQLException {
        var place = new HashMap<String, String>();
        for (DriverPropertyInfo part :
                DriverManager.getDriver(address.jdbcUrl()).getPropertyInfo(address.jdbcUrl(), new Properties())) {
            if (part.value != null) {
                place.put(part.name, part.value);
            }
        }
        return place;
    }

    private static Optional<String> refused(String state, String where, String user, String database) {
        String server = "PostgreSQL at " + where;
        return Optional.ofNullable(
                switch (state) {
                    case "28P01" -> server + " does not take the password of user " + user;
                    case "28000" ->
                        server + " does not let user " + user + " in: no such role, or no line in pg_hba.conf";
                    case "3D000" -> server + " has no database " + database;
                    case "42501" -> server + " does not let user " + user + " use the database " + database;
                    case "53300" -> server + " has no connection left for user " + user;
                    case "57P03" -> server + " is starting or stopping";
                    default -> null;
                });
    }

    private static String unanswered(Throwable failure) {
        if (has(failure, UnknownHostException.class)) {
            return "no such host";
        }
        if (has(failure, ConnectException.class)) {
            return "nothing listens there";
        }
        return has(failure, SocketTimeoutException.class)
                ? "no answer in time"
                : state(failure).map(state -> "SQLSTATE " + state).orElse("no connection");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static Optional<String> state(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(cause -> Optional.ofNullable(((SQLException) cause).getSQLState()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
