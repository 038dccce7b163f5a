package be.kruispunt.hub.sample.population;

import be.kruispunt.model.id.Insz;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;

/**
 * Hands out numbers with valid check digits, none of them twice: of each age as many as it has days and serial numbers, some millions.
 * Each fortieth is a bis number, of each tenth of which the sex was not known; of each thousandth the day of birth is not known.
 */
final class InventedNumbers {
    /** A prime beyond the days of any age: days of birth come in no order that can be seen, and each as often as the others. */
    private static final long STRIDE = 1_000_003;

    private static final int BIS = 40;
    private static final int SEX_UNKNOWN = 10 * BIS;
    private static final int INCOMPLETE = 1_000;
    private static final int SERIALS = 998;
    private static final int SEX_KNOWN_MONTHS = 40;
    private static final int SEX_UNKNOWN_MONTHS = 20;

    private final LocalDate day;
    private final Map<AgeGroup, Long> given = new EnumMap<>(AgeGroup.class);

    /** {@code day}: on which people are as old as is asked for. */
    InventedNumbers(LocalDate day) {
        this.day = day;
    }

    /**
     * Somebody invented.
     *
     * @param born the day of birth, or one that the number allows
     */
    record Invented(Insz number, LocalDate born) {}

    Invented next(AgeGroup age) {
        long n = given.merge(age, 1L, Long::sum) - 1;
        return n % INCOMPLETE == INCOMPLETE - 1 ? incomplete(age, n / INCOMPLETE) : complete(age, n);
    }

    /** A day of birth has an odd serial number for a man and the next one for a woman before it has others. */
    private Invented complete(AgeGroup age, long n) {
        LocalDate first = age.first(day);
        long days = ChronoUnit.DAYS.between(first, age.last(day)) + 1;
        long pair = n / 2;
        LocalDate born = first.plusDays(pair * STRIDE % days);
        int month = born.getMonthValue();
        if (n % SEX_UNKNOWN == BIS - 1) {
            month += SEX_UNKNOWN_MONTHS;
        } else if (n % BIS == BIS - 1) {
            month += SEX_KNOWN_MONTHS;
        }
        return new Invented(number(born.getYear(), month, born.getDayOfMonth(), 1 + 2 * (pair / days) + n % 2), born);
    }

    /** Of years that lie wholly in the age, so that no other age has them too. */
    private Invented incomplete(AgeGroup age, long n) {
        int first = age.first(day).getYear() + 1;
        int years = age.last(day).getYear() - first;
        int year = first + (int) (n % years);
        return new Invented(number(year, SEX_KNOWN_MONTHS, 0, 1 + n / years), LocalDate.of(year, 12, 31));
    }

    private static Insz number(int year, int month, int dayOfMonth, long serial) {
        if (serial > SERIALS) {
            throw new IllegalStateException("there are no more numbers of that age: fewer people, or other ones");
        }
        long nine = (year % 100 * 10_000L + month * 100L + dayOfMonth) * 1_000 + serial;
        long check = 97 - (year < 2000 ? nine : 2_000_000_000L + nine) % 97;
        return Insz.of(Padded.number(nine * 100 + check, 11));
    }
}
