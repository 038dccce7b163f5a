package be.kruispunt.rights;

import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What may be said of a right on a day.
 *
 * @param from the first day on which the same is said
 * @param until the last one
 */
public record Determination(Entitlement entitlement, Optional<LocalDate> from, Optional<LocalDate> until) {
    /** Also where it is not known who is meant. */
    public static final Determination UNKNOWN =
            new Determination(Entitlement.NOT_DETERMINED, Optional.empty(), Optional.empty());

    static Determination entitled(Days days) {
        Validity valid = days.validity();
        return new Determination(Entitlement.ENTITLED, Optional.of(valid.from()), valid.until());
    }

    /**
     * The same, told of these days only: of what was before a contract, or comes after it, nothing is told.
     *
     * @param contract has the day that is determined
     */
    public Determination within(Validity contract) {
        return from.map(first -> new Validity(first, until).and(contract))
                .map(told -> new Determination(entitlement, told.map(Validity::from), told.flatMap(Validity::until)))
                .orElse(this);
    }

    /** For now: the next change of a status may bring the right. */
    static Determination notEntitled() {
        return new Determination(Entitlement.NOT_ENTITLED, Optional.empty(), Optional.empty());
    }

    /** Judged, and not to be judged anew before the end of these days. */
    static Determination notEntitled(Days days) {
        Validity valid = days.validity();
        return new Determination(Entitlement.NOT_ENTITLED, Optional.of(valid.from()), valid.until());
    }
}
