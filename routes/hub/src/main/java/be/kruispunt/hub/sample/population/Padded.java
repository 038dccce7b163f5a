package be.kruispunt.hub.sample.population;

/** Numbers with zeros before them; a formatter takes longer for it than all the rest of an invented person. */
final class Padded {
    private Padded() {}

    static String number(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }
}
