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
 * @param died the day of his death, if that is known
 * @param statuses those that were reported under this number, and not withdrawn
 */
public record PersonFacts(Insz person, Optional<LocalDate> died, List<SocialStatus> statuses) {
    public PersonFacts {
        statuses = List.copyOf(statuses);
    }

    public static PersonFacts of(Insz person, SocialStatus... statuses) {
        return new PersonFacts(person, Optional.empty(), List.of(statuses));
    }

    /** What a number tells of the date of birth, as far as it does. */
    Optional<BirthDate> birth() {
        return person.birth();
    }

    /** What is known by two numbers of one person, under the first of them. Of two deaths the first counts. */
    PersonFacts and(PersonFacts other) {
        return new PersonFacts(
                person,
                Stream.concat(died.stream(), other.died.stream()).min(Comparator.naturalOrder()),
                Stream.concat(statuses.stream(), other.statuses.stream()).toList());
    }

    @Override
    public String toString() {
        return "facts of " + person;
    }
}
