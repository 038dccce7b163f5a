package be.kruispunt.model.id;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A person's number of a country whose check the hub does not know: shape only, at most 65 letters and digits, and in some a plus. */
public record OtherPersonNumber(CountryCode country, String digits) implements PersonNumber {
    private static final Pattern SHAPE = Pattern.compile("\\p{Alnum}{1,65}");

    /** Of who is a hundred years old or more (SE), or was born before 1900 (FI): it stands where others have a dash. */
    private static final Pattern WITH_PLUS = Pattern.compile("(\\d{2})?\\d{6}\\+\\d{3}\\p{Alnum}");

    private static final Set<String> STATES_WITH_PLUS = Set.of("FI", "SE");

    public OtherPersonNumber {
        boolean withPlus = STATES_WITH_PLUS.contains(country.value())
                && WITH_PLUS.matcher(digits).matches();
        if (!withPlus && !SHAPE.matcher(digits).matches()) {
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
