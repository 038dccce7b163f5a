package be.kruispunt.model.matching;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A house number and a box, as people write them: {@code 27 A}, {@code 27A/3}, {@code 27 bus 0003}, {@code 12-14 bte 2.01}.
 *
 * @param number with its letter; empty where there is none
 * @param box without what stands between its letters and digits, and without leading zeros; empty where there is none
 */
record HouseNumber(String number, String box) {
    static final HouseNumber NONE = new HouseNumber("", "");

    /** {@code 27 b} is a letter, {@code 27 b 3} a box; after a stroke a {@code b} belongs to the box. */
    private static final Pattern SHAPE = Pattern.compile(
            """
            (?<first>\\d{1,5}) (?:\\s*-\\s*(?<last>\\d{1,5}))?
            (?:[\\s-]*(?<letter>[a-z]|bis|ter|quater))?
            (?:(?:\\s*/\\s*(?:(?:bus|bte|boite|box)(?![a-z])[\\s.:]*)?|[\\s,]*(?:bus|bte|boite|box|bt|b)(?![a-z])[\\s.:]*)
                (?<box>[a-z0-9][a-z0-9\\s.-]*))?
            """,
            Pattern.COMMENTS);

    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

    /** Reads folded text. Empty where it is none of these shapes: then it is compared with nothing. */
    static Optional<HouseNumber> read(String folded) {
        if (folded.isBlank()) {
            return Optional.of(NONE);
        }
        Matcher matcher = SHAPE.matcher(folded.strip());
        return matcher.matches()
                ? Optional.of(new HouseNumber(number(matcher), box(matcher.group("box"))))
                : Optional.empty();
    }

    private static String number(Matcher matcher) {
        String first = String.valueOf(Integer.parseInt(matcher.group("first")));
        String last = matcher.group("last");
        String letter = matcher.group("letter");
        return first + (last == null ? "" : "-" + Integer.parseInt(last)) + (letter == null ? "" : letter);
    }

    private static String box(@Nullable String written) {
        return written == null
                ? ""
                : LEADING_ZEROS.matcher(BETWEEN.matcher(written).replaceAll("")).replaceAll("");
    }

    @Override
    public String toString() {
        return "a house number";
    }
}
