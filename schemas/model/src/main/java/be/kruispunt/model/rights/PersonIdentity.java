package be.kruispunt.model.rights;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import java.util.List;
import java.util.Optional;

/**
 * What the National Register calls a person, told as a whole.
 *
 * @param born as far as it is known
 * @param names one on each day; names change
 */
public record PersonIdentity(Insz person, Optional<BirthDate> born, List<PersonName> names) {
    public PersonIdentity {
        names = List.copyOf(names);
        if (Validity.anyOverlap(names.stream().map(PersonName::valid).toList())) {
            throw new IllegalArgumentException("a person has one name on a day");
        }
        if (!born.map(BirthDate::isOfCalendar).orElse(true)) {
            throw new IllegalArgumentException("a date of birth is one of the calendar, as far as it is known");
        }
    }

    @Override
    public String toString() {
        return "the names of " + person;
    }
}
