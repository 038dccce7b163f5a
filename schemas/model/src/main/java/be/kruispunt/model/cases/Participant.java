package be.kruispunt.model.cases;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.util.Optional;

/**
 * An institution that takes part in a case.
 *
 * @param institution who
 * @param role as what
 * @param left the message by which it was removed or passed the case on; since then it takes no part
 */
public record Participant(InstitutionId institution, CaseRole role, Optional<Ticket> left) {
    /** One that takes part now. */
    public Participant(InstitutionId institution, CaseRole role) {
        this(institution, role, Optional.empty());
    }

    public boolean takesPart() {
        return left.isEmpty();
    }

    Participant leavingBy(Ticket ticket) {
        return new Participant(institution, role, Optional.of(ticket));
    }
}
