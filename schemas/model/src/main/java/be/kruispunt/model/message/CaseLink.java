package be.kruispunt.model.message;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.util.Optional;

/**
 * What a header says of a message's place in its case.
 *
 * @param relatedTo the ticket of the earlier message of the case that this one answers, renews, takes back, ... (the
 *     RelatedSetId of EESSI); absent: the one that fits
 * @param participant the institution that comes into the case (X005, X007) or goes out of it (X006)
 */
public record CaseLink(Optional<Ticket> relatedTo, Optional<InstitutionId> participant) {
    /** Nothing is said. */
    public static final CaseLink NONE = new CaseLink(Optional.empty(), Optional.empty());
}
