package be.kruispunt.model.id;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A person's number of a country whose check the hub does not know: shape only, at most 65 letters and digits. */
public record OtherPersonNumber(CountryCode country, String digits) implements PersonNumber {
    private static final Pattern SHAPE = Pattern.compile("\\p{Alnum}{1,65}");

    public OtherPersonNumber {
        if (!SHAPE.matcher(digits).matches()) {
            throw new InvalidIdentifier(
                    "personal identification number",
                    "1 to 65 letters and digits wanted; spaces, . / - may stand between");
        }
    }

    /** Reads a number, bare or as it is printed; two spellings of one number are equal. */
    static OtherPersonNumber of(CountryCode country, String number) {
        return new OtherPersonNumber(country, Separators.without(number).toUpperCase(Locale.ROOT));
    }

    @Override
    public Optional<BirthDate> birth() {
        return TellingNumber.of(this).map(TellingNumber::birth);
    }

    @Override
    public Optional<Sex> sex() {
        return TellingNumber.of(this).map(TellingNumber::sex);
    }

    @Override
    public String toString() {
        return "number of " + country + " ***";
    }
}
