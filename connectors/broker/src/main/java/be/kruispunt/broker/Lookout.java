package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the turns informed: of what the broker says that it took in and, now and then, of everybody who has a queue. So
 * what lay there before the start is found, and what nobody told of.
 */
final class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final Runnable endListening;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    Lookout(HubConnections connections, Turns turns, Supplier<Set<InstitutionId>> institutions) {
        endListening = connections.listen(turns::arrived);
        int parts = connections.looksInParts();
        long pause = connections.lookEvery().toMillis() / parts;
        thread = Thread.ofPlatform().daemon().name("lookout").start(() -> run(turns, institutions, parts, pause));
    }

    /** At everybody first, since something may have come before the start. */
    private void run(Turns turns, Supplier<Set<InstitutionId>> institutions, int parts, long pauseMillis) {
        try {
            look(turns, institutions);
            for (int next = 0; !stop.await(pauseMillis, TimeUnit.MILLISECONDS); next = (next + 1) % parts) {
                int part = next;
                look(turns, () -> part(institutions.get(), part, parts));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of so many parts; who is in which does not change when others come and go. */
    static Set<InstitutionId> part(Set<InstitutionId> all, int part, int parts) {
        return all.stream()
                .filter(id -> Math.floorMod(id.hashCode(), parts) == part)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void look(Turns turns, Supplier<Set<InstitutionId>> institutions) {
        try {
            turns.look(institutions.get());
        } catch (RuntimeException e) { // the store is away; thrown on, it would end the looking
            LOG.debug("whose queues there are cannot be told now: {}", e.toString());
        }
    }

    void stop() {
        stop.countDown();
        endListening.run();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
