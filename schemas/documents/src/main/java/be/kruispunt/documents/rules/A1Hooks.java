package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.ElementPath;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What form A1 asks for and no line of the vocabulary says. */
final class A1Hooks {
    /** The longest that a posting is meant to last (883/2004 art. 12); longer only as an exception (art. 16). */
    private static final int POSTING_MONTHS = 24;

    private static final Set<String> POSTED = Set.of("POSTED_EMPLOYEE", "POSTED_SELF_EMPLOYED");
    private static final ElementPath STATUS = ElementPath.of("Status/status");
    private static final ElementPath STATE = ElementPath.of("Legislation/state");
    private static final ElementPath FROM = ElementPath.of("Legislation/from");
    private static final ElementPath TO = ElementPath.of("Legislation/to");
    private static final ElementPath HOST = ElementPath.of("HostState/Workplace/Address/country");

    private A1Hooks() {}

    static void postingLength(Reading reading, Report report) {
        Optional<LocalDate> from = Days.at(reading.payload(), FROM);
        Optional<LocalDate> to = Days.at(reading.payload(), TO);
        if (POSTED.contains(STATUS.text(reading.payload())) && from.isPresent() && to.isPresent()) {
            if (to.get().isAfter(last(from.get()))) {
                report.at(TO.nearest(reading.payload()));
            }
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
