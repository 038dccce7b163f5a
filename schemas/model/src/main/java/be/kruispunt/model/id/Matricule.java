package be.kruispunt.model.id;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Luxembourg national identification number (matricule): {@code YYYYMMDD NNN L V}, where L is the Luhn digit and V
 * the Verhoeff digit, both over the same first eleven digits. A month or day of birth that is not known is written 00
 * (regulation of 28 November 2013, art. 1).
 */
public record Matricule(String digits) implements PersonNumber {
    private static final Pattern SHAPE = Pattern.compile("(18|19|20)\\d{2}(0\\d|1[0-2])([0-2]\\d|3[01])\\d{5}");

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

    /** Reads a number, bare or as it is printed. */
    public static Matricule of(String number) {
        return new Matricule(Separators.without(number));
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
    public Optional<BirthDate> birth() {
        return Optional.of(new BirthDate(part(0, 4), part(4, 6), part(6, 8)));
    }

    private int part(int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    @Override
    public String toString() {
        return "matricule ***********" + digits.substring(11);
    }
}
