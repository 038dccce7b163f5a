package be.kruispunt.documents.rules;

import be.kruispunt.documents.jaxb.DateAdapter;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.InvalidIdentifier;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The rules of every document that names persons, countries, institutions or periods. They read the DOM. */
final class CommonRules {
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
                        PersonRules::invalid),
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
                        "use a currency of ISO 4217, present or former; metals, funds and codes for none are no money",
                        CurrencyRules::unknown),
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
                        CommonRules::periods),
                Rule.error(
                        "TEXT-SAYS-NOTHING",
                        "",
                        "there is no letter and no figure in it",
                        "say it in words, or leave it out where that is allowed",
                        TextRules::saysNothing),
                Rule.error(
                        "TEXT-CONTROL-CHARACTER",
                        "",
                        "there is a control character in it",
                        "remove it; only line ends and tabs are taken",
                        TextRules::controls),
                Rule.warning(
                        "PERSON-NUMBER-WRITTEN",
                        "",
                        "the number is written with points, spaces or dashes; it is compared without them",
                        "write the number bare",
                        PersonRules::separated),
                Rule.warning(
                        "PERSON-BIRTH-DATE",
                        "",
                        "the date of birth is not the one that a number of the person tells",
                        "check the date and the number",
                        PersonRules::birth),
                Rule.warning(
                        "PERSON-SEX",
                        "",
                        "the sex is not the one that a number of the person tells",
                        "check the sex and the number",
                        PersonRules::sex),
                Rule.warning(
                        "CURRENCY-OUT-OF-TIME",
                        "",
                        "the currency was not money in the period of the amount",
                        "check the currency and the period",
                        CurrencyRules::outOfTime),
                Rule.warning(
                        "HEADER-NOT-CARRIED",
                        "",
                        "the receiver does not see this part of the header",
                        "say it in the document, or leave it out",
                        HeaderRules::notCarried));
    }

    private static void countries(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (COUNTRIES.contains(codeName(element)) && !exists(element.getTextContent())) {
                report.at(element);
            }
        });
    }

    private static void institutions(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (INSTITUTIONS.contains(Elements.name(element)) && !isInstitution(element.getTextContent())) {
                report.at(element);
            }
        });
    }

    private static void periods(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (ends(element, "from", "to") || ends(element, "startDate", "endDate")) {
                report.at(element);
            }
        });
    }

    /** Whether the element has both dates, and the second before the first. */
    private static boolean ends(Element element, String first, String last) {
        String from = Elements.isLeaf(element) ? "" : Elements.text(element, first);
        String to = from.isEmpty() ? "" : Elements.text(element, last);
        return !to.isEmpty() && DateAdapter.day(to).isBefore(DateAdapter.day(from));
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
}
