package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;

/** That what stands in a box can be read by a person. The schemas see characters only, and many of them show nothing. */
final class TextRules {
    private TextRules() {}

    /** A value without a letter or a figure: a space of another kind, a character without width, a dash. */
    static void saysNothing(Reading<?> reading, Report report) {
        leaves(reading, report, text -> text.codePoints().noneMatch(Character::isLetterOrDigit));
    }

    static void controls(Reading<?> reading, Report report) {
        leaves(reading, report, text -> text.codePoints().anyMatch(TextRules::isControl));
    }

    private interface Fault {
        boolean in(String text);
    }

    private static void leaves(Reading<?> reading, Report report, Fault fault) {
        Walk.each(reading.payload(), element -> {
            if (Elements.isLeaf(element)) {
                String text = element.getTextContent();
                if (!text.isEmpty() && fault.in(text)) {
                    report.at(element);
                }
            }
        });
    }

    private static boolean isControl(int character) {
        return Character.getType(character) == Character.CONTROL
                && character != '\n'
                && character != '\r'
                && character != '\t';
    }
}
