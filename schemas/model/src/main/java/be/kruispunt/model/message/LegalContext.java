package be.kruispunt.model.message;

import java.util.regex.Pattern;

/** The purpose that the sender states, at most 64 characters; it must be one that an authorisation allows. */
public record LegalContext(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    public LegalContext {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a legal context is 1 to 64 capitals, digits and underscores");
        }
    }

    public static LegalContext of(String value) {
        return new LegalContext(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
