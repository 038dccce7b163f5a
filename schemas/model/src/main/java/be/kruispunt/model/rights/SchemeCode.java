package be.kruispunt.model.rights;

/**
 * A right that follows from statuses, such as {@code ENERGY_SOCIAL_TARIFF}. Which there are is data: a file per version.
 *
 * @param value 2 to 64 capitals, digits and underscores
 */
public record SchemeCode(String value) implements Comparable<SchemeCode> {
    public SchemeCode {
        Codes.check("scheme", value);
    }

    public static SchemeCode of(String value) {
        return new SchemeCode(value);
    }

    @Override
    public int compareTo(SchemeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
