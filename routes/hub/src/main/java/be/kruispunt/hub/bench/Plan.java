package be.kruispunt.hub.bench;

/**
 * How much a bench does.
 *
 * @param messages signed forms that are preloaded and drained
 * @param senders institutions that send them
 * @param mix which forms
 * @param stored messages that stand in the store before
 * @param openLoopSeconds how long the latency is measured at each rate
 * @param partSeconds how long a round of each building block is
 */
public record Plan(int messages, int senders, Mix mix, int stored, int openLoopSeconds, int partSeconds) {
    /** Warm-up takes about two minutes of saturated work; what comes after it is measured. */
    private static final double WARM_UP = 0.65;

    public Plan {
        if (messages < 1_000 || senders < 1 || senders > 50) {
            throw new IllegalArgumentException("at least 1,000 messages, and 1 to 50 senders");
        }
        if (stored < 0 || openLoopSeconds < 1 || partSeconds < 1) {
            throw new IllegalArgumentException("nothing less than no stored messages, and whole seconds");
        }
    }

    long warmUp() {
        return Math.round(messages * WARM_UP);
    }
}
