package be.kruispunt.model.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The days on which something is so.
 *
 * @param from the first day
 * @param until the last day; empty while none is known
 */
public record Validity(LocalDate from, Optional<LocalDate> until) {
    private static final int EARLIEST = 1800;
    private static final int LATEST = 9999;

    public Validity {
        if (isBeyond(from) || until.filter(Validity::isBeyond).isPresent()) {
            throw new IllegalArgumentException("a period lies between the years " + EARLIEST + " and " + LATEST);
        }
        if (until.isPresent() && until.get().isBefore(from)) {
            throw new IllegalArgumentException("a period ends on its first day or later; were the dates exchanged?");
        }
    }

    private static boolean isBeyond(LocalDate day) {
        return day.getYear() < EARLIEST || day.getYear() > LATEST;
    }

    public static Validity of(LocalDate from, LocalDate until) {
        return new Validity(from, Optional.of(until));
    }

    public static Validity from(LocalDate from) {
        return new Validity(from, Optional.empty());
    }

    /**
     * Reads a day such as 2026-11-26, of a year in which a period may lie.
     *
     * @throws java.time.DateTimeException when it is no day of the calendar
     * @throws IllegalArgumentException when it is of another year
     */
    public static LocalDate day(String text) {
        return from(LocalDate.parse(text)).from();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** Whether two of them have a day in common. */
    static boolean anyOverlap(List<Validity> periods) {
        return IntStream.range(1, periods.size()).anyMatch(i -> periods.subList(0, i).stream()
                .anyMatch(earlier -> earlier.and(periods.get(i)).isPresent()));
    }

    /** The days that both have, or empty where there are none. */
    public Optional<Validity> and(Validity other) {
        LocalDate first = from.isBefore(other.from) ? other.from : from;
        Optional<LocalDate> last = earlier(until, other.until);
        return last.isPresent() && last.get().isBefore(first)
                ? Optional.empty()
                : Optional.of(new Validity(first, last));
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? one : other;
    }

    @Override
    public String toString() {
        return from + ".." + until.map(LocalDate::toString).orElse("");
    }
}
