package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many numbers of a report follow one another, as when somebody tries one after the other. Of a thousand customers of a country
 * hardly one has a number beside that of another; so where fewer than a quarter have, it is chance, and none counts.
 */
final class NearNumbers {
    /** Numbers of one day of birth, so many serial numbers apart. */
    private static final int NEAR = 3;

    private static final int ONE_IN = 4;
    private static final int DAY_OF_BIRTH = 1_000;

    private NearNumbers() {}

    /** {@code last}: the one that was registered before, so that reports of one line each are no way round. */
    static long count(Optional<Insz> last, Collection<Insz> told) {
        long[] numbers = Stream.concat(last.stream(), told.stream())
                .mapToLong(number -> Long.parseLong(number.digits().substring(0, 9)))
                .distinct()
                .sorted()
                .toArray();
        long near = 0;
        for (int i = 1; i < numbers.length; i++) {
            if (numbers[i] - numbers[i - 1] <= NEAR && numbers[i] / DAY_OF_BIRTH == numbers[i - 1] / DAY_OF_BIRTH) {
                near++;
            }
        }
        return near * ONE_IN >= told.size() ? near : 0;
    }
}
