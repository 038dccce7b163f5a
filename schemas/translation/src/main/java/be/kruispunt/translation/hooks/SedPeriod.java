package be.kruispunt.translation.hooks;

import be.kruispunt.documents.xml.Elements;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The days of an element {@code Period} of a SED, fixed or open.
 *
 * @param first the first day, {@code 2026-03-31}; such texts are in the order of their days
 * @param last the last day; empty for a period that goes on
 */
record SedPeriod(String first, Optional<String> last) {
    private static final int DAY = "2026-03-31".length();

    /** The period that stands in an element. */
    static SedPeriod in(Element holder) {
        Element period = Elements.child(holder, "Period")
                .orElseThrow(() -> new IllegalArgumentException("no Period in " + Elements.name(holder)));
        return Elements.child(period, "FixedPeriod")
                .map(fixed -> new SedPeriod(day(fixed, "startDate"), Optional.of(day(fixed, "endDate"))))
                .orElseGet(() -> new SedPeriod(
                        Elements.child(period, "OpenPeriod")
                                .map(open -> day(open, "startDate"))
                                .orElse(""),
                        Optional.empty()));
    }

    /** The period of an element of a form, which has its days itself. */
    static SedPeriod ofForm(Element holder) {
        return new SedPeriod(day(holder, "from"), Optional.of(day(holder, "to")).filter(day -> !day.isEmpty()));
    }

    private static String day(Element element, String name) {
        String text = Elements.text(element, name).strip();
        return text.length() > DAY ? text.substring(0, DAY) : text;
    }

    boolean covers(SedPeriod other) {
        return first.compareTo(other.first) <= 0 && !endsBefore(other);
    }

    boolean overlaps(SedPeriod other) {
        return (other.last.isEmpty() || first.compareTo(other.last.get()) <= 0)
                && (last.isEmpty() || last.get().compareTo(other.first) >= 0);
    }

    boolean endsBefore(SedPeriod other) {
        return last.isPresent() && (other.last.isEmpty() || last.get().compareTo(other.last.get()) < 0);
    }
}
