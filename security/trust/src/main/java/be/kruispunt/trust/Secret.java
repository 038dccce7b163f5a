package be.kruispunt.trust;

/** A password that does not print itself. */
public record Secret(String value) {
    /** For the interfaces that want characters. */
    public char[] chars() {
        return value.toCharArray();
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
