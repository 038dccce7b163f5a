package be.kruispunt.buffer.run;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A quarter of a year, such as {@code 2027-Q1}. */
public record Quarter(int year, int number) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;

    /** That of a day. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Quarter of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a quarter such as 2027-Q1 wanted");
        }
        return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public LocalDate first() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    public LocalDate last() {
        return first().plusMonths(MONTHS).minusDays(1);
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
