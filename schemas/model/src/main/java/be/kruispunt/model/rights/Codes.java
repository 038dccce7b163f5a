package be.kruispunt.model.rights;

import java.util.regex.Pattern;

/** The shape of the codes of statuses and schemes. */
final class Codes {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

    private Codes() {}

    static void check(String kind, String code) {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "the code of a " + kind + " is 2 to 64 capitals, digits and underscores, a capital first");
        }
    }
}
