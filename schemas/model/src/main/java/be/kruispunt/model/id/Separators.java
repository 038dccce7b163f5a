package be.kruispunt.model.id;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people and cards put between the figures of a number, for the eye only. */
final class Separators {
    private static final Pattern ANY = Pattern.compile("[ ./-]");

    private Separators() {}

    static String without(String number) {
        Matcher separators = ANY.matcher(number);
        return separators.find() ? separators.replaceAll("") : number;
    }
}
