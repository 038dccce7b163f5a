package be.kruispunt.model.id;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date of birth as far as it is known: a year, a month and a day, of which the month and the day may be unknown (0).
 * Personal data: {@code toString} shows nothing of it.
 */
public record BirthDate(int year, int month, int day) {
    private static final Pattern SHAPE =
            Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?(?:Z|[+-]\\d{2}:\\d{2})?");

    /**
     * Reads a date as documents write it: {@code 1979-04-12}, {@code 1979-04}, {@code 1979}, with 00 for a part that is
     * unknown, and with an offset that some libraries add and that means nothing of a day.
     *
     * @throws InvalidIdentifier when it is no such date
     */
    public static BirthDate of(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidIdentifier("date of birth", "a year, with month and day as far as they are known");
        }
        return new BirthDate(part(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3)));
    }

    /** Whether a part that both know differs. */
    public boolean contradicts(BirthDate other) {
        return differ(year, other.year) || differ(month, other.month) || differ(day, other.day);
    }

    /** Whether its parts, as far as they are known, are those of a day. */
    public boolean isOfCalendar() {
        return year > 0 && (month == 0 || isMonth()) && (day == 0 || isDay());
    }

    /** The first day that it may be; a part that is none of the calendar is as one that is not known. */
    public LocalDate earliest() {
        return YearMonth.of(year, isMonth() ? month : 1).atDay(isDay() ? day : 1);
    }

    /** The last day that it may be. */
    public LocalDate latest() {
        YearMonth of = YearMonth.of(year, isMonth() ? month : 12);
        return isDay() ? of.atDay(day) : of.atEndOfMonth();
    }

    private boolean isMonth() {
        return month >= 1 && month <= 12;
    }

    private boolean isDay() {
        return isMonth() && day >= 1 && YearMonth.of(year, month).isValidDay(day);
    }

    /** As documents write it, with 00 for what is not known: {@code 1979-04-00}. */
    public String written() {
        return "%04d-%02d-%02d".formatted(year, month, day);
    }

    private static boolean differ(int one, int other) {
        return one != 0 && other != 0 && one != other;
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    @Override
    public String toString() {
        return "date of birth ***";
    }
}
