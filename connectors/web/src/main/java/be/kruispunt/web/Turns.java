package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many requests of one institution are answered at the same time: who asks more waits for his own, and for nobody else's. */
final class Turns {
    private final Bounds bounds;
    /** Of registered institutions only, so strangers cannot fill it. */
    private final Map<InstitutionId, Semaphore> turns = new ConcurrentHashMap<>();

    Turns(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Whether its turn came in time; then it is to be given back. */
    boolean take(InstitutionId institution) {
        try {
            return turns.computeIfAbsent(institution, any -> new Semaphore(bounds.atATime(), true))
                    .tryAcquire(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack(InstitutionId institution) {
        Semaphore turn = turns.get(institution);
        if (turn == null) {
            throw new IllegalStateException("nothing was taken");
        }
        turn.release();
    }
}
