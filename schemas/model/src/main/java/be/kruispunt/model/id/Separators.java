package be.kruispunt.model.id;

/**
 * What people and cards put between the figures of a number, for the eye only: points, strokes, and whatever a word processor
 * makes of spaces and dashes. A plus is none: in Sweden and Finland it tells of another century, and so of another person.
 */
final class Separators {
    private static final char MINUS = '\u2212';

    private Separators() {}

    static String without(String number) {
        if (number.codePoints().noneMatch(Separators::isOne)) {
            return number;
        }
        var bare = new StringBuilder(number.length());
        number.codePoints().filter(character -> !isOne(character)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isOne(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION -> true;
            default -> character == '.' || character == '/' || character == MINUS;
        };
    }
}
