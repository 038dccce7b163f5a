package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.ElementPath;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What form U1 asks for and no line of the vocabulary says (the notes of the form). */
final class U1Hooks {
    private static final ElementPath FROM = ElementPath.of("from");
    private static final ElementPath TO = ElementPath.of("to");
    private static final ElementPath FORM_DATE = ElementPath.of("Institution/date");
    private static final ElementPath PERIODS = ElementPath.of("Periods");

    /** Boxes 2.1 and 2.2; income, 2.3, is not looked at for what was worked. */
    private static final Set<String> WORKED = Set.of(
            "InsuredEmployment",
            "InsuredSelfEmployment",
            "OtherInsurance",
            "TreatedAsInsurance",
            "UninsuredEmployment",
            "UninsuredSelfEmployment");

    private U1Hooks() {}

    private record Listed(Element element, LocalDate from, LocalDate end) {}

    /** The periods of these lists of box 2; one that goes on ends with the last day there is. */
    private static List<Listed> periods(Reading reading, Set<String> lists) {
        var periods = new ArrayList<Listed>();
        for (Element period : Elements.children(PERIODS.nearest(reading.payload()))) {
            if (lists.contains(Elements.name(period))) {
                Days.at(period, FROM)
                        .ifPresent(from -> periods.add(
                                new Listed(period, from, Days.at(period, TO).orElse(LocalDate.MAX))));
            }
        }
        return periods;
    }

    static void overlap(Reading reading, Report report) {
        List<Listed> byStart = periods(reading, Set.of("InsuredEmployment")).stream()
                .sorted(Comparator.comparing(Listed::from))
                .toList();
        LocalDate end = LocalDate.MIN;
        for (Listed period : byStart) {
            if (!period.from().isAfter(end)) {
                report.at(period.element());
            }
            end = period.end().isAfter(end) ? period.end() : end;
        }
    }

    static void referencePeriod(Reading reading, Report report) {
        Optional<LocalDate> earliest =
                periods(reading, WORKED).stream().map(Listed::from).min(Comparator.naturalOrder());
        Optional<LocalDate> formDate = Days.at(reading.payload(), FORM_DATE);
        if (earliest.isEmpty() || formDate.isEmpty()) {
            return;
        }
        reading.header().receivers().stream()
                .map(InstitutionId::country)
                .distinct()
                .forEach(state -> ReferencePeriods.years(state).ifPresent(years -> {
                    if (earliest.get().isAfter(formDate.get().minusYears(years))) {
                        report.at(
                                PERIODS.nearest(reading.payload()),
                                Map.of("state", state.toString(), "years", String.valueOf(years)));
                    }
                }));
    }
}
