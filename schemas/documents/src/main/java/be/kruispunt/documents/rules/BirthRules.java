package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.documents.rules.Places.Place;
import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.id.PersonNumber;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Of every document that tells when somebody was born: whether that agrees with the person's number, with the day of the
 * document and with the person's periods. All are warnings, since no law says which of two is wrong; and a date that is
 * questioned already is held against nothing else, so that one mistake is told once.
 */
final class BirthRules {
    private BirthRules() {}

    private record Born(Place place, BirthDate date) {
        boolean isAfter(LocalDate day) {
            return date.earliest().isAfter(day);
        }
    }

    static void toldOtherwise(Reading reading, Report report) {
        toldOtherwise(reading, births(reading).toList())
                .forEach(born -> report.at(born.place().element()));
    }

    static void later(Reading reading, Report report) {
        LocalDate day = reading.day();
        List<Born> late = births(reading).filter(born -> born.isAfter(day)).toList();
        Set<Born> otherwise = toldOtherwise(reading, late);
        late.stream()
                .filter(born -> !otherwise.contains(born))
                .forEach(born -> report.at(born.place().element()));
    }

    static void periods(Reading reading, Report report) {
        LocalDate day = reading.day();
        var early = new LinkedHashMap<Born, List<Element>>();
        births(reading).filter(born -> !born.isAfter(day)).forEach(born -> early.put(born, before(born, reading)));
        early.values().removeIf(List::isEmpty);
        early.keySet().removeAll(toldOtherwise(reading, List.copyOf(early.keySet())));
        early.values().forEach(periods -> periods.forEach(report::at));
    }

    /** Those of these of whom a number tells another date. Asked of few: nearly always nothing else is wrong with any. */
    private static Set<Born> toldOtherwise(Reading reading, List<Born> births) {
        if (births.isEmpty()) {
            return Set.of();
        }
        IdentityHashMap<Node, List<Place>> persons = PersonNumbers.byPerson(
                reading.places().of(Kind.PERSON_NUMBER),
                births.stream().map(Born::place).toList());
        return births.stream()
                .filter(born -> PersonRules.told(persons, born.place(), PersonNumber::birth).stream()
                        .anyMatch(born.date()::contradicts))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The periods of the person that begin before he is born. */
    private static List<Element> before(Born born, Reading reading) {
        Set<Node> lived = Collections.newSetFromMap(new IdentityHashMap<>());
        born.place().paths("periods").forEach(path -> path.each(reading.payload(), lived::add));
        return lived.isEmpty()
                ? List.of()
                : reading.places().of(Kind.PERIOD).stream()
                        .filter(period -> Days.of(period.text("from"))
                                .filter(born::isAfter)
                                .isPresent())
                        .map(Place::element)
                        .filter(period -> isBelow(period, lived))
                        .toList();
    }

    private static boolean isBelow(Element element, Set<Node> above) {
        for (Node at = element; at instanceof Element; at = at.getParentNode()) {
            if (above.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Born> births(Reading reading) {
        return reading.places().of(Kind.BIRTH_DATE).stream()
                .flatMap(place ->
                        birthDate(place.element().getTextContent()).stream().map(date -> new Born(place, date)));
    }

    private static Optional<BirthDate> birthDate(String text) {
        try {
            return Optional.of(BirthDate.of(text));
        } catch (InvalidIdentifier e) {
            // The schema of whoever stated the meaning takes other dates too.
            return Optional.empty();
        }
    }
}
