package be.kruispunt.model.id;

import java.util.regex.Pattern;

/** The number of a Belgian delivery point of gas or electricity: 18 digits that begin with 54, the last a check digit (GS1). */
public record Ean(String digits) {
    private static final Pattern SHAPE = Pattern.compile("54\\d{16}");

    public Ean {
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier("EAN", "18 digits that begin with 54 wanted");
        }
        if (sum(digits) % 10 != 0) {
            throw new InvalidIdentifier("EAN", "the check digit does not fit; was a digit mistyped?");
        }
    }

    public static Ean of(String digits) {
        return new Ean(digits);
    }

    /** Weights 1 and 3 in turn from the right (GS1 General Specifications, 7.9). */
    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * ((digits.length() - i) % 2 == 0 ? 3 : 1);
        }
        return sum;
    }

    /** It leads to a household, so it stays out of the text. */
    @Override
    public String toString() {
        return "an EAN";
    }
}
