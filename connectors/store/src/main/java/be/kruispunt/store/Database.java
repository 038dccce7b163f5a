package be.kruispunt.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** The connections to PostgreSQL, and how work is done on one. */
final class Database implements AutoCloseable {
    /**
     * Every question here goes by key. Plans are made when the tables are still empty, and kept; without this they
     * would read whole tables, and still do so when there are millions of rows, until the first statistics come.
     */
    private static final String BY_KEY =
            "set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off; set jit = off";

    private static final int PATIENCE_MILLIS = 5_000;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A connection's address and credentials. */
    record Address(String jdbcUrl, String user, String password) {}

    static Database connect(Address address, int poolSize) {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(poolSize);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(1_000);
        config.setConnectionInitSql(BY_KEY);
        config.addDataSourceProperty("ApplicationName", "kruispunt");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("socketTimeout", "60");
        // PostgreSQL's details quote values of rows, and these are personal data.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new Database(new HikariDataSource(config));
        } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
            throw new StoreUnavailable("PostgreSQL cannot be reached");
        }
    }

    /** Brings the tables up to date. */
    void migrate() {
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:be/kruispunt/store/migration")
                .load()
                .migrate();
    }

    /** Refuses a PostgreSQL that confirms what is not on disk yet. */
    void requireDurable() {
        read(connection -> {
            require(connection, "fsync", "on");
            if (show(connection, "synchronous_commit").equals("off")) {
                throw new StoreNotDurable("synchronous_commit", "off", "on");
            }
            return true;
        });
    }

    private static void require(Connection connection, String setting, String wanted) throws SQLException {
        String value = show(connection, setting);
        if (!value.equals(wanted)) {
            throw new StoreNotDurable(setting, value, wanted);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.prepareStatement("select current_setting(?)")) {
            statement.setString(1, setting);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** Reads; each statement by itself. */
    <T> T read(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    /** Reads everything as it stood at one moment. */
    <T> T readAtOneMoment(Work<T> work) {
        return read(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        });
    }

    /** Writes in one transaction, all or nothing. */
    <T> T write(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw Failures.ofWrite(e);
        }
    }

    boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
