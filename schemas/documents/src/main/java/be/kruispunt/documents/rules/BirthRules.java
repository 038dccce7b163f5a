package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.documents.rules.Places.Place;
import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.id.PersonNumber;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** A date of birth, and whether a number of the person tells another. */
    private record Born(Place place, BirthDate date, boolean toldOtherwise) {
        boolean isAfter(LocalDate day) {
            return date.earliest().isAfter(day);
        }
    }

    static void toldOtherwise(Reading reading, Report report) {
        births(reading)
                .filter(Born::toldOtherwise)
                .forEach(born -> report.at(born.place().element()));
    }

    static void later(Reading reading, Report report) {
        LocalDate day = reading.day();
        births(reading)
                .filter(born -> !born.toldOtherwise() && born.isAfter(day))
                .forEach(born -> report.at(born.place().element()));
    }

    static void periods(Reading reading, Report report) {
        LocalDate day = reading.day();
        births(reading)
                .filter(born -> !born.toldOtherwise() && !born.isAfter(day))
                .forEach(born -> periods(born, reading, report));
    }

    private static void periods(Born born, Reading reading, Report report) {
        Set<Node> lived = Collections.newSetFromMap(new IdentityHashMap<>());
        born.place().paths("periods").forEach(path -> path.each(reading.payload(), lived::add));
        if (lived.isEmpty()) {
            return;
        }
        for (Place period : reading.places().of(Kind.PERIOD)) {
            Optional<LocalDate> from = Days.of(period.text("from"));
            if (from.isPresent() && born.isAfter(from.get()) && isBelow(period.element(), lived)) {
                report.at(period.element());
            }
        }
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
        List<Place> dates = reading.places().of(Kind.BIRTH_DATE);
        IdentityHashMap<Node, List<Place>> persons =
                PersonNumbers.byPerson(reading.places().of(Kind.PERSON_NUMBER), dates);
        return dates.stream().flatMap(date -> birthDate(date.element().getTextContent()).stream()
                .map(said -> new Born(date, said, told(persons, date).stream().anyMatch(said::contradicts))));
    }

    private static List<BirthDate> told(IdentityHashMap<Node, List<Place>> persons, Place date) {
        return PersonRules.told(persons, date, PersonNumber::birth);
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
