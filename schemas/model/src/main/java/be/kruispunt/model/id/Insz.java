package be.kruispunt.model.id;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Belgian identification number of social security (INSZ/NISS): {@code YYMMDD SSS CC}, where CC is 97 minus the
 * first nine digits modulo 97, with a 2 before them for births from 2000. A bis number, issued by the Crossroads Bank,
 * adds 40 to the month if the sex was known at issue and 20 if not; month and day may be 00.
 */
public record Insz(String digits) implements PersonNumber {
    private static final Pattern SHAPE =
            Pattern.compile("\\d{2}(0\\d|1[0-2]|2\\d|3[0-2]|4\\d|5[0-2])([0-2]\\d|3[01])\\d{5}");

    public Insz {
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier("INSZ", "eleven digits YYMMDD SSS CC wanted");
        }
        if (digits.startsWith("000", 6) || digits.startsWith("999", 6)) {
            throw new InvalidIdentifier("INSZ", "the serial number runs from 001 to 998");
        }
        if (!bornFrom2000(digits) && !bornBefore2000(digits)) {
            throw new InvalidIdentifier("INSZ", "the check digits fit neither century; was a digit mistyped?");
        }
    }

    /** Reads a number, bare or as it is printed: {@code 79.04.12-037.29}. */
    public static Insz of(String number) {
        return new Insz(Separators.without(number));
    }

    @Override
    public CountryCode country() {
        return CountryCode.of("BE");
    }

    /** Whether the Crossroads Bank issued this number, rather than the National Register. */
    public boolean isBis() {
        return digits.charAt(2) >= '2';
    }

    /** The century that the check digits tell: 2000 or 1900. */
    public int century() {
        return bornBefore2000(digits) ? 1900 : 2000;
    }

    /** With month 00 the day only counts on, once a year's serial numbers have run out; year 00 is then unknown too. */
    @Override
    public Optional<BirthDate> birth() {
        int month = part(2, 4) % 20;
        if (month == 0 && part(0, 2) == 0) {
            return Optional.empty();
        }
        return Optional.of(new BirthDate(century() + part(0, 2), month, month == 0 ? 0 : part(4, 6)));
    }

    /** By the parity of the serial number; of a bis number only if the sex was known when it was issued. */
    @Override
    public Optional<Sex> sex() {
        boolean unknown = digits.charAt(2) == '2' || digits.charAt(2) == '3';
        return unknown ? Optional.empty() : Optional.of(Sex.ofOddForMen(part(6, 9)));
    }

    private int part(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static boolean bornBefore2000(String digits) {
        return checkDigits(digits) == 97 - firstNine(digits) % 97;
    }

    private static boolean bornFrom2000(String digits) {
        return checkDigits(digits) == 97 - (2_000_000_000L + firstNine(digits)) % 97;
    }

    private static long firstNine(String digits) {
        return Long.parseLong(digits.substring(0, 9));
    }

    private static long checkDigits(String digits) {
        return Long.parseLong(digits.substring(9));
    }

    @Override
    public String toString() {
        return "INSZ *********" + digits.substring(9);
    }
}
