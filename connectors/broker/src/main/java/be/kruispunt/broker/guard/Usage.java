package be.kruispunt.broker.guard;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What one institution has under way, over all its connections, which are served by several threads. */
final class Usage {
    private final Bounds bounds;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger senders = new AtomicInteger();
    private final AtomicInteger receivers = new AtomicInteger();
    private final AtomicLong openBytes = new AtomicLong();

    Usage(Bounds bounds) {
        this.bounds = bounds;
    }

    boolean takesConnection() {
        return take(connections, bounds.connections());
    }

    void releaseConnection() {
        connections.decrementAndGet();
    }

    boolean takesSender() {
        return take(senders, bounds.senders());
    }

    void releaseSender() {
        senders.decrementAndGet();
    }

    boolean takesReceiver() {
        return take(receivers, bounds.receivers());
    }

    void releaseReceiver() {
        receivers.decrementAndGet();
    }

    /** Counts them whatever they are; false when they are too many, and then the caller gives them back. */
    boolean takesBytes(long count) {
        return openBytes.addAndGet(count) <= bounds.openBytes();
    }

    void releaseBytes(long count) {
        openBytes.addAndGet(-count);
    }

    /** Nothing at all: what the tests wait for, since a count that leaks would lock an institution out. */
    boolean isNothing() {
        return connections.get() == 0 && senders.get() == 0 && receivers.get() == 0 && openBytes.get() == 0;
    }

    private static boolean take(AtomicInteger counter, int bound) {
        if (counter.incrementAndGet() <= bound) {
            return true;
        }
        counter.decrementAndGet();
        return false;
    }
}
