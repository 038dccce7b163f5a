package be.kruispunt.documents;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What differs from one sample message to the next.
 *
 * @param sender who sends
 * @param receivers to whom; empty to let the hub find them
 * @param instance identifier of the message
 * @param caseId the case, where it has one already
 * @param createdAt when the sender wrote it
 */
public record SampleParties(
        InstitutionId sender,
        List<InstitutionId> receivers,
        InstanceId instance,
        Optional<CaseId> caseId,
        Instant createdAt) {
    public SampleParties {
        receivers = List.copyOf(receivers);
    }
}
