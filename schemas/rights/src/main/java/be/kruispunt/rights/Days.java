package be.kruispunt.rights;

import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days without a gap, as numbers counted from 1970, both inclusive: what the derivation reckons with. Two million persons are
 * derived in a run.
 */
record Days(int from, int until) {
    /** Later than any last day: none is known. */
    static final int OPEN = Integer.MAX_VALUE;

    static final Days NONE = new Days(0, -1);
    static final Days ALWAYS = new Days(Integer.MIN_VALUE, OPEN);

    static Days of(Validity valid) {
        return new Days(number(valid.from()), valid.until().map(Days::number).orElse(OPEN));
    }

    static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    static LocalDate date(int number) {
        return LocalDate.ofEpochDay(number);
    }

    /** The number of the day, or {@link #OPEN}. */
    static int last(Optional<LocalDate> day) {
        return day.map(Days::number).orElse(OPEN);
    }

    static Days until(int last) {
        return new Days(Integer.MIN_VALUE, last);
    }

    static Days since(int first) {
        return new Days(first, OPEN);
    }

    boolean isEmpty() {
        return until < from;
    }

    boolean isOpen() {
        return until == OPEN;
    }

    boolean contains(int day) {
        return from <= day && day <= until;
    }

    /** The days that both have. */
    Days and(Days other) {
        return new Days(Math.max(from, other.from), Math.min(until, other.until));
    }

    Validity validity() {
        return new Validity(date(from), isOpen() ? Optional.empty() : Optional.of(date(until)));
    }
}
