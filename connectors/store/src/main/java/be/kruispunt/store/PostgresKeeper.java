package be.kruispunt.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the store's own PostgreSQL: one that has ended is started again, on a thread of its own, so that nobody who
 * asks for something waits for that.
 */
final class PostgresKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** A start that fails says so, and seldom fails for a second only. */
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);

    private final PostgresServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private boolean ended;

    private PostgresKeeper(PostgresServer server) {
        this.server = server;
        this.thread = Thread.ofPlatform().daemon().name("store-keeper").unstarted(this::keep);
    }

    static PostgresKeeper begin(PostgresServer server) {
        var keeper = new PostgresKeeper(server);
        keeper.thread.start();
        return keeper;
    }

    private void keep() {
        try {
            Duration pause = LOOK;
            while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look() ? LOOK : AFTER_A_FAILURE;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether PostgreSQL runs, after what could be done for it. */
    private boolean look() {
        if (!server.hasEnded()) {
            return true;
        }
        if (!ended) {
            LOG.warn(
                    "KP3003 the store's own PostgreSQL has ended, and is started again; why may stand in {}",
                    server.log());
            ended = true;
        }
        try {
            server.revive();
            LOG.info("KP3004 the store's own PostgreSQL runs again");
            ended = false;
            return true;
        } catch (RuntimeException e) { // thrown on, it would end the keeper
            if (closing.getCount() > 0) {
                LOG.error("KP3005 the store's own PostgreSQL cannot be started again yet: {}", e.getMessage());
            }
            return false;
        }
    }

    /** An attempt that is under way is given up. */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
    }
}
