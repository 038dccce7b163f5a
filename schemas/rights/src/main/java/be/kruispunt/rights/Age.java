package be.kruispunt.rights;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * How old a person must be. Of an incomplete date of birth nothing is guessed: between the first and the last birthday that
 * it allows the age is not determined.
 *
 * @param from the age that he has reached
 * @param below the age that he has not reached
 */
public record Age(OptionalInt from, OptionalInt below) {
    static final Age ANY = new Age(OptionalInt.empty(), OptionalInt.empty());

    /** The days on which the person has that age for certain. */
    Days certain(PersonFacts person) {
        return isAny()
                ? Days.ALWAYS
                : person.birth()
                        .map(born -> days(born.latest(), born.earliest()))
                        .orElse(Days.NONE);
    }

    /** The days on which he may have it. */
    Days possible(PersonFacts person) {
        return person.birth().map(born -> days(born.earliest(), born.latest())).orElse(Days.ALWAYS);
    }

    boolean isAny() {
        return from.isEmpty() && below.isEmpty();
    }

    private Days days(LocalDate bornForFrom, LocalDate bornForBelow) {
        Days reached = from.isPresent() ? Days.since(birthday(bornForFrom, from.getAsInt())) : Days.ALWAYS;
        Days notReached = below.isPresent() ? Days.until(birthday(bornForBelow, below.getAsInt()) - 1) : Days.ALWAYS;
        return reached.and(notReached);
    }

    private static int birthday(LocalDate born, int age) {
        return Days.number(born.plusYears(age));
    }
}
