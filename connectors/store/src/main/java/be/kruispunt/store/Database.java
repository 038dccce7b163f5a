package be.kruispunt.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** The connections to PostgreSQL, and how work is done on one. */
final class Database implements AutoCloseable {
    /**
     * On the path of a message every question goes by key. Plans are made when the tables are still empty, and kept; without this they
     * would read whole tables, or whole indexes into a bitmap, and still do so when there are millions of rows, until the first
     * statistics come. One plan serves every batch: to plan a statement costs as much as to run it for some messages.
     */
    private static final String BY_KEY =
            """
            set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off;
            set enable_material = off; set jit = off; set plan_cache_mode = force_generic_plan
            """;

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int IDLE_MILLIS = 30_000;

    /** The oldest version whose rights on a new database are what the roles are made for. */
    private static final int OLDEST = 15;

    /** So long after a write that had no room the store is not believed to keep anything, unless another went through. */
    private static final Duration DISTRUST = Duration.ofMinutes(1);

    private final HikariDataSource pool;
    private volatile long distrustedUntil = System.nanoTime();

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

    /** For the path of messages, whose questions all go by key. */
    static Database connectByKey(Address address, int poolSize) {
        HikariConfig config = config(address, poolSize);
        config.setConnectionInitSql(BY_KEY);
        return open(address, config);
    }

    /** The same, for who comes when the store is open already: it connects when the first question comes. */
    static Database connectByKeyLater(Address address, int poolSize) {
        HikariConfig config = config(address, poolSize);
        config.setConnectionInitSql(BY_KEY);
        config.setInitializationFailTimeout(-1);
        return open(address, config);
    }

    /** For every other question. What no patience mends is said at once. */
    static Database connect(Address address, int poolSize) {
        try (Connection _ = single(address)) {
            return open(address, config(address, poolSize));
        } catch (SQLException e) {
            throw Failures.ofRead(e);
        }
    }

    /** For questions that are seldom asked: it connects when the first one comes, and not for good. */
    static Database connectWhenAsked(Address address, int poolSize) {
        HikariConfig config = config(address, poolSize);
        config.setInitializationFailTimeout(-1);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        return open(address, config);
    }

    /** For long work by key: one connection, which is there while it is at work. */
    static Database connectByKeyWhenAsked(Address address) {
        HikariConfig config = config(address, 1);
        config.setConnectionInitSql(BY_KEY);
        config.setInitializationFailTimeout(-1);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE_MILLIS);
        return open(address, config);
    }

    /** One connection, outside any pool. */
    static Connection single(Address address) {
        var properties = new Properties();
        driverProperties(address).forEach(properties::setProperty);
        try {
            return DriverManager.getConnection(address.jdbcUrl(), properties);
        } catch (SQLException e) {
            throw Unreached.because(address, e);
        }
    }

    private static HikariConfig config(Address address, int poolSize) {
        Unreached.requireAddress(address);
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(address.jdbcUrl());
        config.setMaximumPoolSize(poolSize);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(1_000);
        driverProperties(address).forEach(config::addDataSourceProperty);
        return config;
    }

    private static Map<String, String> driverProperties(Address address) {
        return Map.of(
                "user",
                address.user(),
                "password",
                address.password(),
                "ApplicationName",
                "kruispunt",
                "tcpKeepAlive",
                "true",
                "connectTimeout",
                "5",
                "socketTimeout",
                "60",
                // PostgreSQL's details quote values of rows, and these are personal data.
                "logServerErrorDetail",
                "false");
    }

    private static Database open(Address address, HikariConfig config) {
        try {
            return new Database(new HikariDataSource(config));
        } catch (HikariPool.PoolInitializationException e) {
            throw Unreached.because(address, e);
        }
    }

    /** Refuses a PostgreSQL that is too old, or that confirms what is not on disk yet. */
    void requireFit() {
        read(connection -> {
            String version = show(connection, "server_version_num");
            if (Integer.parseInt(version) < OLDEST * 10_000) {
                throw new StoreUnavailable("this PostgreSQL is of version " + show(connection, "server_version")
                        + "; the hub needs " + OLDEST + " or newer");
            }
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
        return writeAtOnce(connection -> {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        });
    }

    /** Writes by one statement, which is a transaction by itself: without the ways that begin and end one. */
    <T> T writeAtOnce(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            T result = work.on(connection);
            distrustedUntil = System.nanoTime();
            return result;
        } catch (SQLException e) {
            if (Failures.isOfTheDisk(e)) {
                distrustedUntil = System.nanoTime() + DISTRUST.toNanos();
            }
            throw Failures.ofWrite(e);
        }
    }

    /** Whether the last write that the disk had a say in went through, as far as that was lately. */
    boolean keeps() {
        return System.nanoTime() - distrustedUntil >= 0;
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
