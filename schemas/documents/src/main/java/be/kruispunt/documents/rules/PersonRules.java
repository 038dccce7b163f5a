package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Meaning.Kind;
import be.kruispunt.documents.rules.Places.Place;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Sex;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Node;

/**
 * Of every document that names persons: their numbers, and whether the sex agrees with what a number tells of it. A difference is a
 * warning: registers are corrected, and a number may be older than what it tells.
 */
final class PersonRules {
    private PersonRules() {}

    static void invalid(Reading reading, Report report) {
        Set<Node> countries = Collections.newSetFromMap(new IdentityHashMap<>());
        reading.places().of(Kind.COUNTRY).forEach(country -> countries.add(country.element()));
        for (Place number : reading.places().of(Kind.PERSON_NUMBER)) {
            try {
                PersonNumbers.read(number);
            } catch (InvalidIdentifier e) {
                if (!e.kind().equals("country") || !isLookedAt(number, countries)) {
                    report.because(number.element(), String.valueOf(e.getMessage()));
                }
            }
        }
    }

    /** Whether the rule on countries tells of the number's country. */
    private static boolean isLookedAt(Place number, Set<Node> countries) {
        return number.paths("country").stream()
                .flatMap(path -> path.first(number.element()).stream())
                .anyMatch(countries::contains);
    }

    static void separated(Reading reading, Report report) {
        for (Place number : reading.places().of(Kind.PERSON_NUMBER)) {
            if (PersonNumber.isSeparated(PersonNumbers.written(number))) {
                report.at(number.element());
            }
        }
    }

    static void sex(Reading reading, Report report) {
        List<Place> sexes = reading.places().of(Kind.SEX);
        IdentityHashMap<Node, List<Place>> persons =
                PersonNumbers.byPerson(reading.places().of(Kind.PERSON_NUMBER), sexes);
        for (Place place : sexes) {
            String code = place.element().getTextContent().strip();
            Optional<Sex> said = place.meaning().get("male").contains(code)
                    ? Optional.of(Sex.MALE)
                    : Optional.of(Sex.FEMALE)
                            .filter(sex -> place.meaning().get("female").contains(code));
            if (said.isPresent()
                    && told(persons, place, PersonNumber::sex).stream().anyMatch(sex -> sex != said.get())) {
                report.at(place.element());
            }
        }
    }

    /** A code that some write and of which no public list says what it is: taken for unknown. */
    static void unsettledSex(Reading reading, Report report) {
        for (Place place : reading.places().of(Kind.SEX)) {
            if (place.meaning()
                    .get("unsettled")
                    .contains(place.element().getTextContent().strip())) {
                report.at(place.element());
            }
        }
    }

    /** What the numbers of the person tell of whom something is said; a number that is no more tells nothing. */
    static <T> List<T> told(
            IdentityHashMap<Node, List<Place>> persons, Place said, Function<PersonNumber, Optional<T>> what) {
        try {
            PersonNumbers read = PersonNumbers.of(
                    Objects.requireNonNullElse(persons.get(said.element().getParentNode()), List.of()));
            return read.all().stream()
                    .filter(number -> !read.former().contains(number))
                    .flatMap(number -> what.apply(number).stream())
                    .toList();
        } catch (InvalidIdentifier e) {
            // The rule on numbers says so.
            return List.of();
        }
    }
}
