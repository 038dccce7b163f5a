package be.kruispunt.model.id;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people and cards put between the figures of a number, for the eye only: points, strokes, and whatever a word processor
 * makes of spaces and dashes. A plus is none: in Sweden and Finland it tells of another century, and so of another person.
 */
final class Separators {
    private static final Pattern ANY = Pattern.compile("[./\\p{Zs}\\p{Pd}\u2212]");

    private Separators() {}

    static String without(String number) {
        Matcher separators = ANY.matcher(number);
        return separators.find() ? separators.replaceAll("") : number;
    }
}
