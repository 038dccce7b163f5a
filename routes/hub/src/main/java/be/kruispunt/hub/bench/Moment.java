package be.kruispunt.hub.bench;

import java.nio.file.Path;
import java.time.Duration;

/** How much processor time was used up to a moment. */
record Moment(long nanos, ProcessorTime used) {
    /** {@code store}: the store's folder. */
    static Moment now(Path store) {
        return new Moment(System.nanoTime(), ProcessorTime.now(store));
    }

    /** The share of the machine that was at work since then: 1 is all of it. */
    double busySince(Moment earlier) {
        ProcessorTime between = used.since(earlier.used);
        Duration machine = Duration.ofNanos(nanos - earlier.nanos)
                .multipliedBy(Runtime.getRuntime().availableProcessors());
        return (double) between.java().plus(between.postgres()).toNanos() / machine.toNanos();
    }
}
