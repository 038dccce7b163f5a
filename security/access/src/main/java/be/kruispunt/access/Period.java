package be.kruispunt.access;

import java.time.LocalDate;
import java.util.Optional;

/** A period of days, both inclusive; without an end it goes on. */
public record Period(LocalDate from, Optional<LocalDate> to) {
    public Period {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after the day it begins");
        }
    }

    public static Period since(LocalDate from) {
        return new Period(from, Optional.empty());
    }

    boolean overlaps(Period other) {
        return covers(other.from) || other.covers(from);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && to.map(end -> !day.isAfter(end)).orElse(true);
    }
}
