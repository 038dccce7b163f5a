package be.kruispunt.model.id;

import java.util.regex.Pattern;

/** A person's number of a country whose check the hub does not know: shape only, at most 65 visible characters. */
public record OtherPersonNumber(CountryCode country, String digits) implements PersonNumber {
    private static final Pattern SHAPE = Pattern.compile("[\\p{Alnum} ./-]{1,65}");

    public OtherPersonNumber {
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier(
                    "personal identification number", "1 to 65 letters, digits, spaces, . / - wanted");
        }
    }

    @Override
    public String toString() {
        return "number of " + country + " ***";
    }
}
