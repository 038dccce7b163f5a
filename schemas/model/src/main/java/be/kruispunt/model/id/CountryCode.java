package be.kruispunt.model.id;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A two-letter country code as EESSI writes it: ISO 3166-1, but {@code EL} for Greece and {@code UK} for the United
 * Kingdom, and with {@code XK} (Kosovo), {@code XS} (stateless) and {@code XU} (unknown).
 */
public record CountryCode(String value) {
    private static final Set<String> ALLOWED = allowed();

    public CountryCode {
        if (value.equals("GR") || value.equals("GB")) {
            throw new InvalidIdentifier("country", "EESSI writes EL for Greece and UK for the United Kingdom");
        }
        if (!ALLOWED.contains(value)) {
            throw new InvalidIdentifier("country", "'" + value + "' is not a two-letter country code in capitals");
        }
    }

    public static CountryCode of(String value) {
        return new CountryCode(value);
    }

    private static Set<String> allowed() {
        var codes = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.removeAll(Set.of("GR", "GB"));
        codes.addAll(Set.of("EL", "UK", "XK", "XS", "XU"));
        return Set.copyOf(codes);
    }

    @Override
    public String toString() {
        return value;
    }
}
