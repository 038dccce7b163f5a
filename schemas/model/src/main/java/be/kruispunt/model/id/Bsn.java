package be.kruispunt.model.id;

import java.util.regex.Pattern;

/** The Dutch citizen service number: nine digits, weights 9 to 2 and -1, sum divisible by 11, not all zero. */
public record Bsn(String digits) implements PersonNumber {
    private static final Pattern SHAPE = Pattern.compile("\\d{9}");

    public Bsn {
        if (!SHAPE.matcher(digits).matches() || digits.equals("000000000")) {
            throw new InvalidIdentifier("BSN", "nine digits wanted");
        }
        if (weightedSum(digits) % 11 != 0) {
            throw new InvalidIdentifier("BSN", "the eleven-test does not hold; was a digit mistyped?");
        }
    }

    /** Reads a number, bare or as it is printed. */
    public static Bsn of(String number) {
        return new Bsn(Separators.without(number));
    }

    private static int weightedSum(String digits) {
        int sum = -(digits.charAt(8) - '0');
        for (int i = 0; i < 8; i++) {
            sum += (9 - i) * (digits.charAt(i) - '0');
        }
        return sum;
    }

    @Override
    public CountryCode country() {
        return CountryCode.of("NL");
    }

    @Override
    public String toString() {
        return "BSN *******" + digits.substring(7);
    }
}
