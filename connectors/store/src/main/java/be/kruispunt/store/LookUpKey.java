package be.kruispunt.store;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import java.util.Optional;
import java.util.Set;

/**
 * What to look up for one message.
 *
 * @param user the broker's user that handed it in
 * @param digest digest of the received bytes
 * @param instance the sender's identifier of it, if the header could be read
 * @param caseId the case that it names
 * @param persons the persons whose directory lines are needed
 */
public record LookUpKey(
        InstitutionId user, Digest digest, Optional<InstanceId> instance, Optional<CaseId> caseId, Set<Insz> persons) {
    public LookUpKey {
        persons = Set.copyOf(persons);
    }
}
