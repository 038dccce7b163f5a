package be.kruispunt.hub.bench;

import be.kruispunt.broker.EmbeddedBroker;
import be.kruispunt.hub.text.Progress;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What the measured part of a drain showed.
 *
 * @param messages measured messages, after warm-up
 * @param seconds wall-clock time for them
 * @param processor processor time for them
 * @param bytesPerMessage growth of the store per message, over the whole drain
 */
record Drain(long messages, double seconds, ProcessorTime processor, double bytesPerMessage) {
    private static final long LOOK = Duration.ofMillis(50).toNanos();

    double perSecond() {
        return messages / seconds;
    }

    /** Opens the intake on a full queue, and measures from the end of the warm-up to the last message. */
    static Drain measure(Environment environment, Plan plan, Progress progress) {
        EmbeddedBroker broker = environment.hub().broker().orElseThrow();
        long before = environment.hub().store().sizeOnDisk();
        environment.hub().open();
        long left = waitUntilLeft(broker, plan.messages() - plan.warmUp(), plan.messages(), progress);
        progress.say("  warm; measuring");
        long begun = System.nanoTime();
        ProcessorTime processor = ProcessorTime.now(environment.storeFolder());
        waitUntilLeft(broker, 0, plan.messages(), progress);
        double seconds = (System.nanoTime() - begun) / 1e9;
        ProcessorTime used = ProcessorTime.now(environment.storeFolder()).since(processor);
        double bytes = (environment.hub().store().sizeOnDisk() - before) / (double) plan.messages();
        return new Drain(left, seconds, used, bytes);
    }

    /** How many messages were left in the intake when it held no more than this. */
    static long waitUntilLeft(EmbeddedBroker broker, long left, long all, Progress progress) {
        long depth = broker.intakeDepth();
        while (depth > left) {
            LockSupport.parkNanos(LOOK);
            depth = broker.intakeDepth();
            progress.at(all - depth, all);
        }
        return depth;
    }
}
