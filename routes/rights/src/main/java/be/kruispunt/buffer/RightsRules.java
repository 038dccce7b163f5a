package be.kruispunt.buffer;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.store.StrangerLimits;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the operator of a hub sets for questions for rights.
 *
 * @param hub its own id, to which sources report and suppliers ask
 * @param daysBack how many days back a day may lie that is asked for
 * @param lateAfter how long a source may be silent before it counts as late
 * @param limits how much is borne of a supplier that is curious
 */
public record RightsRules(InstitutionId hub, int daysBack, Duration lateAfter, StrangerLimits limits) {
    public RightsRules {
        if (daysBack < 0 || !lateAfter.isPositive()) {
            throw new IllegalArgumentException("days that are over are counted, and a source has some time");
        }
    }

    /** Why a day is not answered, if it lies too far back: what is older is a person's history, and serves no bill. */
    public Optional<Reason> refusal(LocalDate day, LocalDate today) {
        return day.isBefore(today.minusDays(daysBack)) ? Optional.of(Reason.DAY_TOO_LONG_AGO) : Optional.empty();
    }
}
