package be.kruispunt.rights;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SocialStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a person by one of his numbers.
 *
 * @param person the number
 * @param born the date of his birth, as far as the register tells it of this number
 * @param died the day of his death, if that is known
 * @param statuses those that were reported under this number, and not withdrawn
 */
public record PersonFacts(
        Insz person, Optional<BirthDate> born, Optional<LocalDate> died, List<SocialStatus> statuses) {
    public PersonFacts {
        statuses = List.copyOf(statuses);
    }

    public static PersonFacts of(Insz person, SocialStatus... statuses) {
        return new PersonFacts(person, Optional.empty(), Optional.empty(), List.of(statuses));
    }

    /** When he was born, as far as it is known. What a number tells was known when it was given, and is corrected in the register alone. */
    Optional<BirthDate> birth() {
        return born.or(person::birth);
    }

    /** What is known by two numbers of one person, under the first of them. Of two deaths the first counts. */
    PersonFacts and(PersonFacts other) {
        return new PersonFacts(
                person,
                born.or(other::born),
                Stream.concat(died.stream(), other.died.stream()).min(Comparator.naturalOrder()),
                Stream.concat(statuses.stream(), other.statuses.stream()).toList());
    }

    @Override
    public String toString() {
        return "facts of " + person;
    }
}
