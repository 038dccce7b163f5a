package be.kruispunt.hub;

import be.kruispunt.access.Institution;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import be.kruispunt.store.StoreUnavailable;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is registered, for a door that asks at each request: the store is asked once a second, and while it is away not waited for. */
final class Registered implements Predicate<InstitutionId> {
    private static final Logger LOG = LoggerFactory.getLogger(Registered.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    /** For a request that comes while the store is away; one at a time waits, and the others do not. */
    private static final Duration IN_TIME = Duration.ofMillis(500);

    private record Known(Set<InstitutionId> institutions, long since) {
        boolean isFresh() {
            return System.nanoTime() - since < FRESH.toNanos();
        }
    }

    private final Store store;
    private final ReentrantLock asking = new ReentrantLock();
    private final InTime<Known> now;
    private volatile Known known;

    Registered(Store store) {
        this.store = store;
        this.known = ask();
        this.now = new InTime<>(this::askOrStay, IN_TIME, known);
    }

    @Override
    public boolean test(InstitutionId institution) {
        if (!known.isFresh() && asking.tryLock()) {
            try {
                known = now.ask(known);
            } finally {
                asking.unlock();
            }
        }
        return known.institutions().contains(institution);
    }

    private Known askOrStay() {
        try {
            return ask();
        } catch (StoreUnavailable e) {
            LOG.debug("the store is away, and who was registered is still", e);
            return known;
        }
    }

    private Known ask() {
        long now = System.nanoTime();
        return new Known(
                store.register().institutions().stream().map(Institution::id).collect(Collectors.toUnmodifiableSet()),
                now);
    }
}
