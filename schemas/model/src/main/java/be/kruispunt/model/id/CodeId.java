package be.kruispunt.model.id;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number of a code that a person carries, as it is printed under it and said on the telephone. It is random: nothing follows
 * from it, not even which of two codes is the older.
 *
 * @param value 16 characters of Crockford's base 32 (digits and capitals without I, L, O and U): 80 bits
 */
public record CodeId(String value) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final Pattern SHAPE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{16}");

    public CodeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidIdentifier("number of a code", "16 digits and capitals without I, L, O and U");
        }
    }

    /**
     * A new number.
     *
     * @param random unpredictable, and safe for use by several threads
     */
    public static CodeId next(RandomGenerator random) {
        var digits = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            digits.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new CodeId(digits.toString());
    }

    /** Reads it as somebody types it: also in small letters, and with blanks or dashes. */
    public static CodeId of(String text) {
        return new CodeId(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return value;
    }
}
