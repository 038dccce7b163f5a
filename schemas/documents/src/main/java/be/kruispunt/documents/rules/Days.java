package be.kruispunt.documents.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.w3c.dom.Element;

/** Days as documents write them: the day that is written, whatever offset a library wrote after it. */
final class Days {
    private static final int LENGTH = "2026-03-31".length();

    private Days() {}

    /** The day that stands at a path; empty where none does. */
    static Optional<LocalDate> at(Element from, ElementPath path) {
        return of(path.text(from));
    }

    static Optional<LocalDate> of(String text) {
        if (text.length() < LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, LENGTH)));
        } catch (DateTimeException e) {
            // The schema of whoever stated the meaning takes other dates too.
            return Optional.empty();
        }
    }
}
