package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.ElementPath;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.Ean;
import be.kruispunt.model.id.InvalidIdentifier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What the messages about social rights (M901 to M903, L901) ask for and no line of the vocabulary says. */
final class RightsHooks {
    private static final ElementPath REFERENCE = ElementPath.of("reference");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D");
    private static final ElementPath NUMBER = ElementPath.of("Person/number");
    private static final ElementPath PERIOD = ElementPath.of("Period");
    private static final ElementPath FROM = ElementPath.of("Period/from");
    private static final ElementPath TO = ElementPath.of("Period/to");
    private static final ElementPath EAN = ElementPath.of("CustomerLine/Identity/ean");

    private RightsHooks() {}

    /** Two lines about one thing in one message would have an order that nobody stated. */
    static void referenceOnce(Reading reading, Report report) {
        var seen = new HashSet<String>();
        for (Element line : Elements.children(reading.payload())) {
            REFERENCE.each(line, reference -> {
                if (!seen.add(reference.getTextContent().strip())) {
                    report.at(reference);
                }
            });
        }
    }

    /** Who came back has two periods in a household; but on one day he is there once. */
    static void staysOverlap(Reading reading, Report report) {
        for (Element household : Elements.children(reading.payload())) {
            var last = new HashMap<String, LocalDate>();
            Elements.children(household, "Member").stream()
                    .sorted(Comparator.comparing(RightsHooks::from))
                    .forEach(member -> {
                        String person = NOT_DIGITS.matcher(NUMBER.text(member)).replaceAll("");
                        if (!from(member).isAfter(last.getOrDefault(person, LocalDate.MIN))) {
                            report.at(PERIOD.nearest(member));
                        }
                        last.merge(
                                person,
                                Days.at(member, TO).orElse(LocalDate.MAX),
                                (one, other) -> one.isAfter(other) ? one : other);
                    });
        }
    }

    /** A household has one address on a day, a person one name. */
    static void periodsOverlap(Reading reading, Report report) {
        for (Element line : Elements.children(reading.payload())) {
            for (String period : List.of("Address", "Name")) {
                LocalDate last = LocalDate.MIN;
                for (Element each : Elements.children(line, period).stream()
                        .sorted(Comparator.comparing(RightsHooks::from))
                        .toList()) {
                    if (!from(each).isAfter(last)) {
                        report.at(PERIOD.nearest(each));
                    }
                    LocalDate to = Days.at(each, TO).orElse(LocalDate.MAX);
                    last = to.isAfter(last) ? to : last;
                }
            }
        }
    }

    private static LocalDate from(Element member) {
        return Days.at(member, FROM).orElse(LocalDate.MIN);
    }

    static void ean(Reading reading, Report report) {
        EAN.each(reading.payload(), ean -> {
            if (!isEan(ean.getTextContent().strip())) {
                report.at(ean);
            }
        });
    }

    private static boolean isEan(String digits) {
        try {
            Ean.of(digits);
            return true;
        } catch (InvalidIdentifier e) {
            return false;
        }
    }
}
