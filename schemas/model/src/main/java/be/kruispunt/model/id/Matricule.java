package be.kruispunt.model.id;

import java.util.regex.Pattern;

/**
 * The Luxembourg national identification number (matricule): {@code YYYYMMDD NNN L V}, where L is the Luhn digit and V
 * the Verhoeff digit, both over the same first eleven digits.
 */
public record Matricule(String digits) implements PersonNumber {
    private static final Pattern SHAPE = Pattern.compile("(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{5}");

    public Matricule {
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier("matricule", "thirteen digits YYYYMMDD NNN L V wanted");
        }
        String body = digits.substring(0, 11);
        if (CheckDigits.luhn(body) != digits.charAt(11) - '0'
                || CheckDigits.verhoeff(body) != digits.charAt(12) - '0') {
            throw new InvalidIdentifier("matricule", "the check digits do not fit; was a digit mistyped?");
        }
    }

    public static Matricule of(String digits) {
        return new Matricule(digits);
    }

    /** The number whose first eleven digits are given, with its two check digits. For test data and registers. */
    public static Matricule withCheckDigits(String body) {
        return new Matricule(body + CheckDigits.luhn(body) + CheckDigits.verhoeff(body));
    }

    @Override
    public CountryCode country() {
        return CountryCode.of("LU");
    }

    @Override
    public String toString() {
        return "matricule ***********" + digits.substring(11);
    }
}
