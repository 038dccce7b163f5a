package be.kruispunt.broker;

/** What the work on one message has cost. Kept by whoever works on it, one thread at a time. */
public final class Meter {
    private long nanos;

    /** Adds the time of one step. */
    public void add(long more) {
        nanos += more;
    }

    /** The time so far. */
    public long nanos() {
        return nanos;
    }
}
