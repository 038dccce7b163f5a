package be.kruispunt.hub;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Typed reading, with an error that names the key. */
record SettingValues(Properties properties, Map<String, String> defaults) {
    /** As a parameter, or before the host. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)password=|//[^/?]*:[^/?]*@");

    /** What an address looks like, and how that is said. */
    record Address(Pattern shape, String wanted) {}

    String text(String key) {
        return properties.getProperty(key, defaults.get(key)).strip();
    }

    Optional<String> optional(String key) {
        return Optional.of(text(key)).filter(value -> !value.isEmpty());
    }

    /** The effective values are logged at every start. */
    Optional<String> address(String key, Address address, String remedy) {
        Optional<String> url = optional(key);
        if (url.filter(text -> !address.shape().matcher(text).matches()).isPresent()) {
            throw new Settings.Invalid(key, "wanted: " + address.wanted());
        }
        if (url.filter(text -> PASSWORD.matcher(text).find()).isPresent()) {
            throw new Settings.Invalid(key, "a password does not belong here, where others would read it; " + remedy);
        }
        return url;
    }

    <T> T read(String key, Function<String, T> reader) {
        try {
            return reader.apply(text(key));
        } catch (IllegalArgumentException e) {
            throw new Settings.Invalid(key, String.valueOf(e.getMessage()));
        }
    }

    int number(String key, int least, int most) {
        int value;
        try {
            value = Integer.parseInt(text(key));
        } catch (NumberFormatException e) {
            throw new Settings.Invalid(key, "a whole number wanted");
        }
        if (value < least || value > most) {
            throw new Settings.Invalid(key, "a number from " + least + " to " + most + " wanted");
        }
        return value;
    }
}
