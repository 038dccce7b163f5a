package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.InvalidIdentifier;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Sex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * Of every document that names persons: their numbers, and whether date of birth and sex agree with what a number tells
 * of them. A difference is a warning: registers are corrected, and a number may be older than what it tells.
 */
final class PersonRules {
    private static final Set<String> BIRTH = Set.of("dateOfBirth", "dateBirth");
    private static final Map<String, Sex> SEXES =
            Map.of("M", Sex.MALE, "01", Sex.MALE, "F", Sex.FEMALE, "02", Sex.FEMALE);

    private PersonRules() {}

    static void invalid(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (PersonNumbers.is(element)) {
                PersonNumbers.problem(element).ifPresent(problem -> report.at(element, problem));
            }
        });
    }

    static void separated(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (PersonNumbers.is(element) && PersonNumber.isSeparated(PersonNumbers.written(element))) {
                report.at(element);
            }
        });
    }

    static void birth(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (BIRTH.contains(Elements.name(element))) {
                BirthDate said = BirthDate.of(element.getTextContent());
                if (told(element, PersonNumber::birth).stream().anyMatch(said::contradicts)) {
                    report.at(element);
                }
            }
        });
    }

    static void sex(Reading<?> reading, Report report) {
        Walk.each(reading.payload(), element -> {
            if (Elements.name(element).equals("sex")) {
                Sex said = SEXES.get(element.getTextContent().strip());
                if (said != null && told(element, PersonNumber::sex).stream().anyMatch(sex -> sex != said)) {
                    report.at(element);
                }
            }
        });
    }

    /** What the numbers of the person tell that this element is about; a number that is no more tells nothing. */
    private static <T> List<T> told(Element about, Function<PersonNumber, Optional<T>> what) {
        if (!(about.getParentNode() instanceof Element person)) {
            return List.of();
        }
        try {
            var numbers = PersonNumbers.below(person);
            return numbers.all().stream()
                    .filter(number -> !numbers.former().contains(number))
                    .flatMap(number -> what.apply(number).stream())
                    .toList();
        } catch (InvalidIdentifier e) {
            // The rule on numbers says so.
            return List.of();
        }
    }
}
