package be.kruispunt.store;

import be.kruispunt.model.id.Insz;
import java.util.Optional;

/**
 * A day of birth as a number begins with it, of whatever century.
 *
 * @param place among all days that a number can begin with, those of a register one after the other; a month has 31
 */
record DayOfBirth(int place) {
    /** So many months more in a number of the bis register, or twice as many. */
    private static final int BIS = 20;

    private static final int YEARS = 100;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    /** Empty where it stands for a day that nobody knows: 00, or 1 January, which many papers say then. */
    static Optional<DayOfBirth> of(Insz number) {
        int year = two(number, 0);
        int month = two(number, 2);
        int day = two(number, 4);
        int ofYear = month % BIS;
        return ofYear == 0 || day == 0 || (ofYear == 1 && day == 1)
                ? Optional.empty()
                : Optional.of(new DayOfBirth(((month / BIS * YEARS + year) * MONTHS + ofYear - 1) * DAYS + day - 1));
    }

    private static int two(Insz number, int from) {
        return Integer.parseInt(number.digits().substring(from, from + 2));
    }
}
