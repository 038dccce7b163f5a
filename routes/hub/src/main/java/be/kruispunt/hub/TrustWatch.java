package be.kruispunt.hub;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether revocation lists were replaced, also while no message asks, and tells the operator ahead
 * what of lists and certificates comes to its end.
 */
final class TrustWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrustWatch.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trust-watch").factory());
    private final ScheduledFuture<?> look;

    TrustWatch(HubTrust trust) {
        var reminders = new Reminders();
        this.look = executor.scheduleWithFixedDelay(() -> look(trust, reminders), 0, 1, TimeUnit.SECONDS);
    }

    private static void look(HubTrust trust, Reminders reminders) {
        try {
            trust.store().look();
            Instant now = Instant.now();
            reminders.due(trust.concerns(now), now).forEach(concern -> LOG.warn("trust: {}", concern));
        } catch (RuntimeException e) { // thrown on, it would end the watch
            LOG.warn("the watch over certificates broke, and looks again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        look.cancel(false);
        executor.close();
    }
}
