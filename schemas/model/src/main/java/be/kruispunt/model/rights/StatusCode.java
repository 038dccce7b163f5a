package be.kruispunt.model.rights;

/**
 * A kind of social status, such as {@code LIVING_WAGE}. Which there are is data: the files of the schemes name them all.
 *
 * @param value 2 to 64 capitals, digits and underscores
 */
public record StatusCode(String value) implements Comparable<StatusCode> {
    public StatusCode {
        Codes.check("status", value);
    }

    public static StatusCode of(String value) {
        return new StatusCode(value);
    }

    @Override
    public int compareTo(StatusCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
