package be.kruispunt.hub.bench;

/**
 * How much a bench does.
 *
 * @param messages signed U1s that are preloaded and drained
 * @param senders institutions that send them
 * @param openLoopSeconds how long the latency is measured at half the rate
 * @param partSeconds how long each part is measured
 */
public record Plan(int messages, int senders, int openLoopSeconds, int partSeconds) {
    /** Warm-up takes about two minutes of saturated work; what comes after it is measured. */
    private static final double WARM_UP = 0.65;

    public Plan {
        if (messages < 1_000 || senders < 1 || senders > 50) {
            throw new IllegalArgumentException("at least 1,000 messages, and 1 to 50 senders");
        }
    }

    long warmUp() {
        return Math.round(messages * WARM_UP);
    }
}
