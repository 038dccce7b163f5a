package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.ElementPath;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.w3c.dom.Element;

/** Days as documents write them: the day that is written, whatever offset a library wrote after it. */
final class Days {
    private static final int LENGTH = "2026-03-31".length();

    private Days() {}

    /** By hand, since a form holds dozens of days: a formatter takes as long as all rules together. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    /** The day that stands at a path; empty where none does. */
    static Optional<LocalDate> at(Element from, ElementPath path) {
        return of(path.text(from));
    }

    static Optional<LocalDate> of(String text) {
        if (text.length() < LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, LENGTH);
        if (year < 0 || month < 0 || day < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            // The schema of whoever stated the meaning takes other dates too.
            return Optional.empty();
        }
    }
}
