package be.kruispunt.model.rights;

import be.kruispunt.model.id.AnswerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that who asks for a right is told: nothing of the status, its source, the household or another person. {@code
 * toString} shows the identifier only.
 *
 * @param customer the asker's own reference
 * @param entitlement whether the person has the right on the day that was asked for
 * @param from the first day for which the answer holds
 * @param until the last one; empty while none is known
 * @param asOf the moment up to which the sources had reported: the oldest report counts
 * @param id the answer's own identifier, under which the hub can prove it
 */
public record RightAnswer(
        CustomerReference customer,
        Entitlement entitlement,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Instant asOf,
        AnswerId id) {
    public RightAnswer {
        if (entitlement == Entitlement.ENTITLED && from.isEmpty()) {
            throw new IllegalArgumentException("a right has a first day");
        }
        if (entitlement == Entitlement.NOT_DETERMINED && (from.isPresent() || until.isPresent())) {
            throw new IllegalArgumentException("what is not determined has no period");
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new IllegalArgumentException("an answer ends on its first day or later");
        }
    }

    @Override
    public String toString() {
        return "answer " + id;
    }
}
