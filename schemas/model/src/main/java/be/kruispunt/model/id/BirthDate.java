package be.kruispunt.model.id;

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
