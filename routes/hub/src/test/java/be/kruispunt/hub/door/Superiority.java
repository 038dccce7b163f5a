package be.kruispunt.hub.door;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How often a value of one sample is larger than one of another: Mann and Whitney's U, divided by the number of pairs. A half, where
 * nothing tells them apart; the size of what does, whatever the shape of the distributions and however far out single values lie. A
 * large sample makes it more certain, and no larger.
 *
 * @param probability from 0 to 1; of equal values half count
 * @param error its standard error, by the normal approximation, where it is a half
 */
record Superiority(double probability, double error) {
    /** So many standard errors to each side: chance lies beyond them once in 16,000 times. */
    private static final double SURE = 4;

    private record Ranked(double value, boolean first) {}

    static Superiority of(double[] first, double[] second) {
        Ranked[] all = Stream.concat(
                        Arrays.stream(first).mapToObj(value -> new Ranked(value, true)),
                        Arrays.stream(second).mapToObj(value -> new Ranked(value, false)))
                .sorted((one, other) -> Double.compare(one.value(), other.value()))
                .toArray(Ranked[]::new);
        double ranks = 0;
        int from = 0;
        while (from < all.length) {
            int to = from;
            int firsts = 0;
            while (to < all.length && all[to].value() == all[from].value()) {
                firsts += all[to].first() ? 1 : 0;
                to++;
            }
            ranks += firsts * (from + 1 + to) / 2.0; // equal values share the middle of their ranks
            from = to;
        }
        double n = first.length;
        double m = second.length;
        double larger = ranks - n * (n + 1) / 2;
        return new Superiority(larger / (n * m), Math.sqrt((n + m + 1) / (12 * n * m)));
    }

    /** Whether it surely lies no further than this from a half. */
    boolean isWithin(double margin) {
        return Math.abs(probability - 0.5) + SURE * error <= margin;
    }

    /** Whether it surely lies further than this from a half. */
    boolean isBeyond(double margin) {
        return Math.abs(probability - 0.5) - SURE * error > margin;
    }

    @Override
    public String toString() {
        return "%.3f (%.3f to either side)".formatted(probability, SURE * error);
    }
}
