package be.kruispunt.hub.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Times one building block on as many threads as the hub has intakes, which keep the machine busy as they do in the hub.
 *
 * @param store the store's folder, whose PostgreSQL's work counts too
 */
record Stopwatch(int threads, Duration duration, Path store) {
    private static final int MOST_ROUNDS = 8;

    /** A round that costs at least this share of the one before is as cheap as it gets. */
    private static final double ALIKE = 0.95;

    /** What one thread does again and again. */
    interface Turn {
        void run() throws Exception;
    }

    /**
     * What it costs per message once it gets no cheaper: what the hub does not use itself is compiled here only, and a block that is
     * still warming up would make the limit look near. {@code turns}: one for each thread.
     */
    Cost measure(int messagesPerTurn, List<? extends Turn> turns) throws InterruptedException {
        Cost least = measured(messagesPerTurn, turns, until(duration));
        for (int round = 1; round < MOST_ROUNDS; round++) {
            Cost next = measured(messagesPerTurn, turns, until(duration));
            if (next.processor() > ALIKE * least.processor()) {
                return next.processor() < least.processor() ? next : least;
            }
            least = next;
        }
        return least;
    }

    /** The same for what can be done so many times only, and as many before that as warm-up. */
    Cost measure(int messagesPerTurn, int times, List<? extends Turn> turns) throws InterruptedException {
        run(turns, times(times));
        return measured(messagesPerTurn, turns, times(times));
    }

    private Cost measured(int messagesPerTurn, List<? extends Turn> turns, Supplier<BooleanSupplier> more)
            throws InterruptedException {
        Moment begun = Moment.now(store);
        long messages = run(turns, more) * messagesPerTurn;
        Moment ended = Moment.now(store);
        ProcessorTime used = ended.used().since(begun.used());
        return new Cost((ended.nanos() - begun.nanos()) / 1e3 / messages, used.millisPer(messages) * 1e3);
    }

    /** {@code more}: gives each thread its own answer to whether it goes on. */
    private static long run(List<? extends Turn> turns, Supplier<BooleanSupplier> more) throws InterruptedException {
        var tasks = new ArrayList<Callable<Long>>();
        for (Turn turn : turns) {
            tasks.add(() -> run(turn, more.get()));
        }
        return Load.inParallel(tasks).stream().mapToLong(Long::longValue).sum();
    }

    private static long run(Turn turn, BooleanSupplier more) throws Exception {
        long count = 0;
        while (more.getAsBoolean()) {
            turn.run();
            count++;
        }
        return count;
    }

    private static Supplier<BooleanSupplier> until(Duration time) {
        return () -> {
            long end = System.nanoTime() + time.toNanos();
            return () -> System.nanoTime() - end < 0;
        };
    }

    private static Supplier<BooleanSupplier> times(int times) {
        return () -> {
            var left = new AtomicInteger(times);
            return () -> left.getAndDecrement() > 0;
        };
    }
}
