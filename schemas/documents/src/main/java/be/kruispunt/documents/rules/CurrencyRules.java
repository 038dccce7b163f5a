package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.DateAdapter;
import be.kruispunt.documents.xml.Elements;
import java.time.LocalDate;
import java.util.Optional;
import org.w3c.dom.Element;

/** Of every amount: that its currency is money, and was so at the time that the amount is about. */
final class CurrencyRules {
    private CurrencyRules() {}

    static void unknown(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (is(element) && !Currencies.exists(element.getTextContent().strip())) {
                report.at(element);
            }
        });
    }

    /** Where a period stands beside the amount. */
    static void outOfTime(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (is(element) && element.getParentNode() instanceof Element amount) {
                String code = element.getTextContent().strip();
                Optional<LocalDate> from = day(amount, "from").or(() -> day(amount, "startDate"));
                Optional<LocalDate> to = day(amount, "to").or(() -> day(amount, "endDate"));
                if (from.filter(day -> Currencies.endedBefore(code, day)).isPresent()
                        || to.filter(day -> Currencies.beganAfter(code, day)).isPresent()) {
                    report.at(element);
                }
            }
        });
    }

    private static boolean is(Element element) {
        return Elements.name(element).equals("currency");
    }

    /** Beside the amount, or in a period beside it. */
    private static Optional<LocalDate> day(Element amount, String name) {
        return Elements.child(amount, name)
                .or(() -> Elements.child(amount, "Period")
                        .flatMap(Elements::firstChild)
                        .flatMap(period -> Elements.child(period, name)))
                .map(day -> DateAdapter.day(day.getTextContent()));
    }
}
