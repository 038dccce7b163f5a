package be.kruispunt.broker.guard;

import java.util.concurrent.TimeUnit;

/**
 * How often one receiver gave a document back: a thousand times without consequence, and then ten times a second. A document
 * that is given back goes to the head of its queue, and the broker looks from there for the next one that this receiver is
 * offered, past all those that it gave back before: work with the square of their number.
 */
final class Releases {
    static final int AT_ONCE = 1_000;

    private static final long EACH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** When all is forgotten, in the time of {@link System#nanoTime}. */
    private long forgotten;

    private boolean any;

    /** One more. Returns for how long the receiver is offered nothing from now on, in nanoseconds; 0 for not at all. */
    synchronized long add(long now) {
        forgotten = (any && forgotten - now > 0 ? forgotten : now) + EACH_NANOS;
        any = true;
        return Math.max(0, restsFor(now));
    }

    synchronized boolean rests(long now) {
        return any && restsFor(now) > 0;
    }

    private long restsFor(long now) {
        return forgotten - now - AT_ONCE * EACH_NANOS;
    }
}
