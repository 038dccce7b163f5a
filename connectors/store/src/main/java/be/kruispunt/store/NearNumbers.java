package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
                .mapToLong(NearNumbers::serial)
                .distinct()
                .sorted()
                .toArray();
        long near = 0;
        for (int i = 1; i < numbers.length; i++) {
            if (near(numbers[i - 1], numbers[i])) {
                near++;
            }
        }
        return near * ONE_IN >= told.size() ? near : 0;
    }

    /** Those beside which another of them stands, in whatever order they came. */
    static Set<Insz> beside(Collection<Insz> told) {
        List<Insz> sorted =
                told.stream().sorted(Comparator.comparing(Insz::digits)).toList();
        var beside = new HashSet<Insz>();
        for (int i = 1; i < sorted.size(); i++) {
            if (near(serial(sorted.get(i - 1)), serial(sorted.get(i)))) {
                beside.addAll(sorted.subList(i - 1, i + 1));
            }
        }
        return beside;
    }

    /** What the lowest number that is near begins with. */
    static String from(Insz number) {
        long serial = serial(number);
        return written(Math.max(serial - NEAR, serial / DAY_OF_BIRTH * DAY_OF_BIRTH));
    }

    /** Where the numbers end that are near. */
    static String until(Insz number) {
        long serial = serial(number);
        return written(Math.min(serial + NEAR, serial / DAY_OF_BIRTH * DAY_OF_BIRTH + DAY_OF_BIRTH - 1)) + "99";
    }

    private static String written(long serial) {
        return String.format(Locale.ROOT, "%09d", serial);
    }

    private static boolean near(long one, long next) {
        return next - one <= NEAR && next / DAY_OF_BIRTH == one / DAY_OF_BIRTH;
    }

    /** Without its check digits. */
    private static long serial(Insz number) {
        return Long.parseLong(number.digits().substring(0, 9));
    }
}
