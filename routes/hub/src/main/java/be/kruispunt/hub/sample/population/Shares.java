package be.kruispunt.hub.sample.population;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** Choices that are not equally likely. */
final class Shares {
    private Shares() {}

    static <T> T any(RandomGenerator random, T[] choices, ToIntFunction<T> share) {
        int left = random.nextInt(Arrays.stream(choices).mapToInt(share).sum());
        int i = 0;
        while (left >= share.applyAsInt(choices[i])) {
            left -= share.applyAsInt(choices[i++]);
        }
        return choices[i];
    }

    /** Whether something is so that is so for this many of a thousand. */
    static boolean isOneOf(RandomGenerator random, int ofThousand) {
        return random.nextInt(1_000) < ofThousand;
    }
}
