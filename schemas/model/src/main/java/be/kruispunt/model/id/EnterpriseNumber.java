package be.kruispunt.model.id;

import java.util.regex.Pattern;

/**
 * A number of the Belgian Crossroads Bank for Enterprises: an enterprise ({@code [0-1]\d{9}}) or an establishment unit
 * ({@code [2-8]\d{9}}). The last two digits are 97 minus the first eight modulo 97.
 */
public record EnterpriseNumber(String digits) {
    private static final Pattern SHAPE = Pattern.compile("[0-8]\\d{9}");

    public EnterpriseNumber {
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier("enterprise number", "ten digits wanted, the first from 0 to 8");
        }
        long expected = 97 - Long.parseLong(digits.substring(0, 8)) % 97;
        if (Long.parseLong(digits.substring(8)) != expected) {
            throw new InvalidIdentifier("enterprise number", "the check digits do not fit; was a digit mistyped?");
        }
    }

    public static EnterpriseNumber of(String digits) {
        return new EnterpriseNumber(digits);
    }

    public boolean isEstablishmentUnit() {
        return digits.charAt(0) > '1';
    }

    @Override
    public String toString() {
        return digits;
    }
}
