package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many requests are answered at the same time: of one institution, and of all together. Who asks more waits for his own, and
 * only then beside the others, where whoever waits longest comes next: so nobody has more of the queue than he may have at a time.
 */
final class Turns {
    /** What came of waiting. */
    enum Turn {
        /** To be given back. */
        TAKEN,
        /** The institution itself asks too much at the same time. */
        TOO_MANY_OF_ITS_OWN,
        /** All together do. */
        TOO_MANY_IN_ALL
    }

    private final Bounds bounds;
    /** Of registered institutions only, so strangers cannot fill it. */
    private final Map<InstitutionId, Semaphore> turns = new ConcurrentHashMap<>();

    private final Semaphore all;

    Turns(Bounds bounds) {
        this.bounds = bounds;
        this.all = new Semaphore(bounds.inAll(), true);
    }

    /** Waits for its turns, for so long as is patience. What is {@code atOnce} waits for the institution's own only. */
    Turn take(InstitutionId institution, int count, boolean atOnce) {
        Semaphore own = turns.computeIfAbsent(institution, any -> new Semaphore(bounds.atATime(), true));
        if (!acquired(own, count)) {
            return Turn.TOO_MANY_OF_ITS_OWN;
        }
        if (atOnce || acquired(all, count)) {
            return Turn.TAKEN;
        }
        own.release(count);
        return Turn.TOO_MANY_IN_ALL;
    }

    private boolean acquired(Semaphore turns, int count) {
        try {
            return turns.tryAcquire(count, bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack(InstitutionId institution, int count, boolean atOnce) {
        Semaphore own = turns.get(institution);
        if (own == null) {
            throw new IllegalStateException("nothing was taken");
        }
        if (!atOnce) {
            all.release(count);
        }
        own.release(count);
    }
}
