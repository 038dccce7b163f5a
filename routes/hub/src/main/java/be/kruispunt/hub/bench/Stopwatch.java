package be.kruispunt.hub.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Times one part on as many threads as the hub has intakes. What a part works on is prepared outside the time; the other
 * threads keep the machine busy meanwhile, as they do in the hub.
 */
record Stopwatch(int threads, Duration duration) {
    /** What one thread did. */
    private record Lap(long nanos, long count) {}

    /** Microseconds of the machine per piece of work. */
    <T> double micros(Supplier<T> prepare, Consumer<T> part) throws InterruptedException {
        return micros(1, prepare, part);
    }

    /** The same for a part that does several messages at once. */
    <T> double micros(int messages, Supplier<T> prepare, Consumer<T> part) throws InterruptedException {
        run(duration.dividedBy(2), prepare, part);
        List<Lap> laps = run(duration, prepare, part);
        double nanos = laps.stream()
                .mapToDouble(lap -> (double) lap.nanos() / lap.count())
                .average()
                .orElseThrow();
        return nanos / 1_000 / messages / threads;
    }

    private <T> List<Lap> run(Duration time, Supplier<T> prepare, Consumer<T> part) throws InterruptedException {
        var tasks = new ArrayList<Callable<Lap>>();
        for (int i = 0; i < threads; i++) {
            tasks.add(() -> lap(time, prepare, part));
        }
        return Load.inParallel(tasks);
    }

    private static <T> Lap lap(Duration time, Supplier<T> prepare, Consumer<T> part) {
        long end = System.nanoTime() + time.toNanos();
        long nanos = 0;
        long count = 0;
        while (System.nanoTime() < end) {
            T input = prepare.get();
            long begun = System.nanoTime();
            part.accept(input);
            nanos += System.nanoTime() - begun;
            count++;
        }
        return new Lap(nanos, count);
    }
}
