package be.kruispunt.model.id;

import java.util.Optional;

/** A person's identification number in one country. Personal data: {@code toString} is always masked. */
public sealed interface PersonNumber permits Insz, Matricule, Bsn, OtherPersonNumber {
    CountryCode country();

    /**
     * The number in clear, without the points, spaces and dashes with which it may have been written. Only for look-ups
     * and comparisons; never for logs, metrics or messages of exceptions.
     */
    String digits();

    /** The holder's date of birth, as far as the number tells it. */
    default Optional<BirthDate> birth() {
        return Optional.empty();
    }

    /** The holder's sex, where the number tells it. */
    default Optional<Sex> sex() {
        return Optional.empty();
    }

    /**
     * Reads a number in the form of its country: INSZ for BE, matricule for LU, BSN for NL, unchecked elsewhere; bare or
     * as it is printed on a card ({@code 79.04.12-037.29}).
     *
     * @throws InvalidIdentifier when the country's check does not hold
     */
    static PersonNumber of(CountryCode country, String number) {
        return switch (country.value()) {
            case "BE" -> Insz.of(number);
            case "LU" -> Matricule.of(number);
            case "NL" -> Bsn.of(number);
            default -> OtherPersonNumber.of(country, number);
        };
    }

    /** A number without what stands in it for the eye only; it need be none. */
    static String bare(String number) {
        return Separators.without(number);
    }

    /** Whether a number is written with anything that does not belong to it. */
    static boolean isSeparated(String number) {
        return !bare(number).equals(number);
    }
}
