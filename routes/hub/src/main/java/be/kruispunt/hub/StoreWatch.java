package be.kruispunt.hub;

import be.kruispunt.store.Store;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the store once a second: the embedded PostgreSQL is started again when its process has ended. The intakes
 * need not know; they pause while the store is away, and resume by themselves.
 */
final class StoreWatch implements AutoCloseable {
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("store-watch").factory());

    private final ScheduledFuture<?> look;

    StoreWatch(Store store) {
        this.look = executor.scheduleWithFixedDelay(store::isAvailable, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        look.cancel(false);
        executor.close();
    }
}
