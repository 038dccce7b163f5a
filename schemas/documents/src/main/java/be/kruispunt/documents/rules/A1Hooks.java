package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.ElementPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What form A1, and A009 and A010 that tell of it, ask for and no line of the vocabulary says. */
final class A1Hooks {
    /** The longest that a posting is meant to last (883/2004 art. 12); longer only as an exception (art. 16). */
    private static final int POSTING_MONTHS = 24;

    private static final Set<String> POSTED = Set.of("POSTED_EMPLOYEE", "POSTED_SELF_EMPLOYED");
    private static final ElementPath STATUS = ElementPath.of("Status/status");
    private static final ElementPath STATE = ElementPath.of("Legislation/state");
    private static final ElementPath FROM = ElementPath.of("Legislation/from");
    private static final ElementPath TO = ElementPath.of("Legislation/to");
    private static final ElementPath HOST = ElementPath.of("HostState/Workplace/Address/country");

    private static final Set<String> POSTING_ARTICLES = Set.of("12_1", "12_2");

    private static final ElementPath ARTICLE = ElementPath.of("Decision/article/value");
    private static final ElementPath LEGISLATION = ElementPath.of("Decision/legislation/value");
    private static final List<ElementPath> PLACES = List.of(
            ElementPath.of("PlacesWork/PlaceWork/countryWork/value"),
            ElementPath.of("PlacesWork/PlaceWork/Address/country/value"));
    private static final ElementPath START = ElementPath.of("Decision/Period/FixedPeriod/startDate");
    private static final ElementPath END = ElementPath.of("Decision/Period/FixedPeriod/endDate");

    private A1Hooks() {}

    static void postingLength(Reading reading, Report report) {
        if (POSTED.contains(STATUS.text(reading.payload()))) {
            postingLength(reading, FROM, TO, report);
        }
    }

    /** Of A009 or A010: of the decision of which the A1 is the proof. */
    static void postingLengthOfSed(Reading reading, Report report) {
        if (POSTING_ARTICLES.contains(ARTICLE.text(reading.payload()))) {
            postingLength(reading, START, END, report);
        }
    }

    private static void postingLength(Reading reading, ElementPath first, ElementPath end, Report report) {
        Optional<LocalDate> from = Days.at(reading.payload(), first);
        Optional<LocalDate> to = Days.at(reading.payload(), end);
        if (from.isPresent() && to.isPresent() && to.get().isAfter(last(from.get()))) {
            report.at(end.nearest(reading.payload()));
        }
    }

    /** Who is posted works in another state than the one that posts him: the place is said by its address or by itself. */
    static void hostStateOfSed(Reading reading, Report report) {
        if (POSTING_ARTICLES.contains(ARTICLE.text(reading.payload()))) {
            String state = LEGISLATION.text(reading.payload());
            PLACES.forEach(path -> path.each(reading.payload(), country -> {
                if (country.getTextContent().strip().equals(state)) {
                    report.at(country);
                }
            }));
        }
    }

    /** The eve of the same day of the month; of a month that has no such day, its last (Regulation 1182/71, article 3(2)(c)). */
    private static LocalDate last(LocalDate from) {
        LocalDate after = from.plusMonths(POSTING_MONTHS);
        return after.getDayOfMonth() == from.getDayOfMonth() ? after.minusDays(1) : after;
    }

    /** Who works in the state whose legislation applies has no host state (the status that the paper does not have). */
    static void hostState(Reading reading, Report report) {
        if (!STATUS.text(reading.payload()).equals("WORKING_IN_STATE")) {
            String state = STATE.text(reading.payload());
            HOST.each(reading.payload(), country -> {
                if (country.getTextContent().strip().equals(state)) {
                    report.at(country);
                }
            });
        }
    }
}
