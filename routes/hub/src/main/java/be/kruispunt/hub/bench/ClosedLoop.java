package be.kruispunt.hub.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;

/**
 * What callers saw that each ask again as soon as they are answered.
 *
 * @param turns answers, after the warm-up
 * @param perSecond answers of all callers together
 * @param p50 milliseconds in which half of them came
 * @param p99 milliseconds in which 99 of a hundred came
 */
record ClosedLoop(long turns, double perSecond, double p50, double p99) {
    /** {@code turns}: one for each caller. */
    static ClosedLoop measure(Duration warmUp, Duration duration, List<? extends Stopwatch.Turn> turns)
            throws InterruptedException {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + duration.toNanos();
        var callers = new ArrayList<Callable<long[]>>();
        for (Stopwatch.Turn turn : turns) {
            callers.add(() -> latencies(turn, begin, end));
        }
        long[] sorted = Load.inParallel(callers).stream()
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        return new ClosedLoop(
                sorted.length, sorted.length / (duration.toNanos() / 1e9), millis(sorted, 50), millis(sorted, 99));
    }

    private static long[] latencies(Stopwatch.Turn turn, long begin, long end) throws Exception {
        var latencies = LongStream.builder();
        for (long now = System.nanoTime(); now - end < 0; ) {
            long asked = now;
            turn.run();
            now = System.nanoTime();
            if (asked - begin >= 0 && now - end < 0) {
                latencies.add(now - asked);
            }
        }
        return latencies.build().toArray();
    }

    private static double millis(long[] sorted, int percent) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was answered in the time that is measured");
        }
        return sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1] / 1e6;
    }

    /** In one line, between processes. */
    String words() {
        return turns + " " + perSecond + " " + p50 + " " + p99;
    }

    static ClosedLoop of(String words) {
        String[] each = words.split(" ", -1);
        return new ClosedLoop(
                Long.parseLong(each[0]),
                Double.parseDouble(each[1]),
                Double.parseDouble(each[2]),
                Double.parseDouble(each[3]));
    }
}
