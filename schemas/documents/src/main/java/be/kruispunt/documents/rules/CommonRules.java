package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.InvalidIdentifier;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The rules of every document that names persons, countries, institutions or periods. They read the DOM. */
final class CommonRules {
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> INSTITUTIONS = Set.of("identificationNumber", "institutionID", "codeNumber");
    private static final Set<String> COUNTRIES = Set.of("country", "nationality");

    private CommonRules() {}

    /** The rules, with the code of the period rule beginning with the document's own. */
    static <T> List<Rule<T>> of(String document) {
        return List.of(
                Rule.error(
                        "PERSON-NUMBER-INVALID",
                        "",
                        "the personal identification number is not valid",
                        "check the number and its country",
                        CommonRules::personNumbers),
                Rule.error(
                        "COUNTRY-UNKNOWN",
                        "",
                        "there is no such country code",
                        "use ISO 3166-1 in capitals, EL for Greece and UK for the United Kingdom",
                        CommonRules::countries),
                Rule.error(
                        "CURRENCY-UNKNOWN",
                        "",
                        "there is no such currency code",
                        "use ISO 4217",
                        CommonRules::currencies),
                Rule.error(
                        "INSTITUTION-INVALID",
                        "",
                        "the institution's identifier is not valid",
                        "use the identifier of the institution repository",
                        CommonRules::institutions),
                Rule.error(
                        document + "-PERIOD-ORDER",
                        "",
                        "the period ends before it begins",
                        "correct one of the two dates",
                        CommonRules::periods));
    }

    private static void personNumbers(Reading<?> reading, Report report) {
        each(reading.payload(), element -> {
            String name = Elements.name(element);
            if (name.equals("PersonalIdentificationNumber") || name.equals("RegistrationNumber")) {
                PersonNumbers.problem(element).ifPresent(problem -> report.at(element, problem));
            }
        });
    }

    private static void countries(Reading<?> reading, Report report) {
        each(reading.payload(), element -> {
            if (COUNTRIES.contains(codeName(element)) && !exists(element.getTextContent())) {
                report.at(element);
            }
        });
    }

    private static void currencies(Reading<?> reading, Report report) {
        each(reading.payload(), element -> {
            if (codeName(element).equals("currency") && !CURRENCIES.contains(element.getTextContent())) {
                report.at(element);
            }
        });
    }

    private static void institutions(Reading<?> reading, Report report) {
        each(reading.payload(), element -> {
            if (INSTITUTIONS.contains(Elements.name(element)) && !isInstitution(element.getTextContent())) {
                report.at(element);
            }
        });
    }

    private static void periods(Reading<?> reading, Report report) {
        each(reading.payload(), element -> {
            if (ends(element, "from", "to") || ends(element, "startDate", "endDate")) {
                report.at(element);
            }
        });
    }

    /** Whether the element has both dates, and the second before the first. */
    private static boolean ends(Element element, String first, String last) {
        String from = Elements.isLeaf(element) ? "" : Elements.text(element, first);
        String to = from.isEmpty() ? "" : Elements.text(element, last);
        return !to.isEmpty() && LocalDate.parse(to.strip()).isBefore(LocalDate.parse(from.strip()));
    }

    /** The name of a leaf; that of its parent where it is a coded value of a SED. */
    private static String codeName(Element element) {
        if (!Elements.isLeaf(element)) {
            return "";
        }
        String name = Elements.name(element);
        return name.equals("value") && element.getParentNode() instanceof Element parent ? Elements.name(parent) : name;
    }

    private static boolean exists(String country) {
        try {
            return CountryCode.of(country).value().equals(country);
        } catch (InvalidIdentifier e) {
            return false;
        }
    }

    private static boolean isInstitution(String id) {
        try {
            return InstitutionId.of(id).value().equals(id);
        } catch (InvalidIdentifier e) {
            return false;
        }
    }

    private static void each(Element element, Consumer<Element> visitor) {
        visitor.accept(element);
        for (Element child = Elements.first(element); child != null; child = Elements.next(child)) {
            each(child, visitor);
        }
    }
}
