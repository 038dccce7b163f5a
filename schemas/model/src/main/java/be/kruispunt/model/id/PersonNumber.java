package be.kruispunt.model.id;

/** A person's identification number in one country. Personal data: {@code toString} is always masked. */
public sealed interface PersonNumber permits Insz, Matricule, Bsn, OtherPersonNumber {
    CountryCode country();

    /** The number in clear. Only for documents and look-ups; never for logs, metrics or messages of exceptions. */
    String digits();

    /**
     * Reads a number in the form of its country: INSZ for BE, matricule for LU, BSN for NL, unchecked elsewhere.
     *
     * @throws InvalidIdentifier when the country's check does not hold
     */
    static PersonNumber of(CountryCode country, String number) {
        return switch (country.value()) {
            case "BE" -> Insz.of(number);
            case "LU" -> Matricule.of(number);
            case "NL" -> Bsn.of(number);
            default -> new OtherPersonNumber(country, number);
        };
    }
}
