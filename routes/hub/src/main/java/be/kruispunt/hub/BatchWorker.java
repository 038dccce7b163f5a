package be.kruispunt.hub;

import be.kruispunt.buffer.file.BatchWork;
import be.kruispunt.store.StoreUnavailable;
import be.kruispunt.trust.SignerUnavailable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on files, runs and subscriptions beside the path of messages: on one thread with one connection, so that it never takes more
 * than one processor from those who send and ask. What it is at when the hub ends goes on at the next start.
 */
final class BatchWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWorker.class);

    private static final long LOOK_MILLIS = 500;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("batch")
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private final BatchWork work;
    private boolean begun;

    /** Does nothing yet. */
    BatchWorker(BatchWork work) {
        this.work = work;
    }

    BatchWorker start() {
        // The executor ends with this object, so nobody waits for the outcome.
        var unused = executor.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        try {
            if (!begun) {
                work.begin();
                begun = true;
            }
            while (work.look() && !executor.isShutdown()) {
                // a page of each run is answered
            }
        } catch (StoreUnavailable | SignerUnavailable e) {
            LOG.warn("files and runs wait, and go on by themselves: {}", e.getMessage());
        } catch (IOException | RuntimeException e) { // thrown on, it would end the worker
            LOG.error("KP5107 the door by files does not work, and is tried again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }
}
