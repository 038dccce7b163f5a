package be.kruispunt.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That one hub at a time works on a store (decision 0005). A connection of its own holds an advisory lock of PostgreSQL;
 * when that connection is gone, so is the lock, and another hub may take over.
 *
 * <p>A hub that lost its lock might not know it yet. So each take-over begins a new term, which stands in the table
 * {@code hub_term}, and a batch is recorded in the term of its hub or not at all.
 */
final class HubLock implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(HubLock.class);
    /** "Kruispun" in ASCII: no other program is likely to lock this number. */
    private static final long KEY = 0x4b72756973_70756eL;

    static final long LOOK_AGAIN_NANOS = 50_000_000;
    /** A hub whose machine is gone sends no farewell: after half a minute without an answer, its lock is free. */
    private static final String NOTICE_THE_DEAD =
            "set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

    private static final String BEGIN_TERM = "update hub_term set term = term + 1, since = now() returning term";
    private static final String HOLDER =
            """
            select format('%s, since %s', coalesce(host(a.client_addr), 'this machine'), a.backend_start)
            from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where l.locktype = 'advisory' and l.granted and l.database = a.datid
                and l.classid::bigint = ? and l.objid::bigint = ?
            """;

    private final Database.Address address;
    private @Nullable Connection held;
    private boolean said;
    private volatile long term;

    private HubLock(Database.Address address) {
        this.address = address;
    }

    /**
     * Takes the lock. A hub that was just killed may hold it for a moment longer.
     *
     * @throws StoreInUse when another hub holds it
     */
    static HubLock take(Database.Address address, Duration patience) {
        var lock = new HubLock(address);
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<String> holder = lock.tryTake();
            if (holder.isEmpty()) {
                return lock;
            }
            if (System.nanoTime() - end >= 0) {
                throw new StoreInUse(holder.get());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** The term in which this hub records. */
    long term() {
        return term;
    }

    /** Whether the lock is held; if it was lost and nobody has taken it meanwhile, it is taken again. */
    synchronized boolean isHeld() {
        try {
            if (held != null && held.isValid(1)) {
                return true;
            }
            close();
            Optional<String> holder = tryTake();
            if (holder.isPresent() && !said) {
                LOG.warn("another hub has taken over this store ({}); this one stands by", holder.get());
            } else if (holder.isEmpty() && said) {
                LOG.info("this hub has its store again");
            }
            said = holder.isPresent();
            return holder.isEmpty();
        } catch (SQLException | StoreUnavailable e) {
            LOG.debug("the lock on the store cannot be taken yet", e);
            return false;
        }
    }

    /** Takes the lock, or says who has it. */
    private synchronized Optional<String> tryTake() {
        try {
            Connection connection = Database.single(address);
            if (locks(connection)) {
                held = connection;
                term = beginTerm(connection);
                return Optional.empty();
            }
            try (connection) {
                return Optional.of(holder(connection));
            }
        } catch (SQLException e) {
            throw Failures.ofWrite(e);
        }
    }

    private static boolean locks(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(NOTICE_THE_DEAD);
        }
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, KEY);
            return Rows.list(statement.executeQuery(), row -> row.getBoolean(1)).getFirst();
        }
    }

    private static long beginTerm(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN_TERM)) {
            return Rows.list(statement.executeQuery(), row -> row.getLong(1)).getFirst();
        }
    }

    private static String holder(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, KEY >>> 32);
            statement.setLong(2, KEY & 0xffff_ffffL);
            return Rows.list(statement.executeQuery(), row -> row.getString(1)).stream()
                    .findFirst()
                    .orElse("of another user");
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (held != null) {
                held.close();
            }
        } catch (SQLException e) {
            LOG.debug("closing a connection that is gone", e);
        }
        held = null;
    }
}
