package be.kruispunt.hub.text;

/**
 * Text that may hold what somebody else wrote, for a terminal or a log. Whatever moves the cursor, begins a line, turns
 * the direction of writing or cannot be seen becomes its escape: nobody's name forges a line or hides a part of one
 * (CWE-117, CWE-150, Unicode Technical Report 36).
 */
public final class Printable {
    private Printable() {}

    /** The text as one line. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Printable::isEscaped)) {
            return text;
        }
        var line = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (isEscaped(character)) {
                line.append(escape(character));
            } else {
                line.appendCodePoint(character);
            }
        });
        return line.toString();
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character <= 0xFFFF ? "\\u%04x".formatted(character) : "\\u{%x}".formatted(character);
        };
    }

    static boolean isEscaped(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> isInvisible(character);
        };
    }

    /** What Unicode calls ignorable although it counts it among letters and marks. */
    private static boolean isInvisible(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || (character >= 0x180B && character <= 0x180F)
                || character == 0x3164
                || (character >= 0xFE00 && character <= 0xFE0F)
                || character == 0xFFA0
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
