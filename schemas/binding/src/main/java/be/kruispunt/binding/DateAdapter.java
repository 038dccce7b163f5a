package be.kruispunt.binding;

import jakarta.xml.bind.annotation.adapters.XmlAdapter;
import java.time.LocalDate;

/** Days as {@link LocalDate}: the day as it is written, whatever offset a library wrote after it. */
public final class DateAdapter extends XmlAdapter<String, LocalDate> {
    private static final int LENGTH = "2026-03-31".length();

    /** The day that a text of the schemas' type {@code Date} says. */
    public static LocalDate day(String text) {
        return LocalDate.parse(text.strip().substring(0, LENGTH));
    }

    @Override
    public LocalDate unmarshal(String text) {
        return text == null ? null : day(text);
    }

    @Override
    public String marshal(LocalDate date) {
        return date == null ? null : date.toString();
    }
}
