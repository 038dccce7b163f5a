package be.kruispunt.access;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.LegalContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a sender wants to do.
 *
 * @param sender who sends
 * @param senderRole its role in the case
 * @param receivers who is to receive; empty: whom the directory and an authorisation name
 * @param roles the roles of those who take part in the case; who is not among them has the other role than the sender
 * @param documentCode which document
 * @param process in which business process
 * @param legalContext for which purpose
 * @param persons about whom, the principal person's numbers first
 * @param on the day on which it is decided
 */
public record AccessRequest(
        InstitutionId sender,
        CaseRole senderRole,
        List<InstitutionId> receivers,
        Map<InstitutionId, CaseRole> roles,
        String documentCode,
        String process,
        LegalContext legalContext,
        List<PersonNumber> persons,
        LocalDate on) {
    public AccessRequest {
        receivers = List.copyOf(receivers);
        roles = Map.copyOf(roles);
        persons = List.copyOf(persons);
    }

    /** Where there is no case yet. */
    public AccessRequest(
            InstitutionId sender,
            CaseRole senderRole,
            List<InstitutionId> receivers,
            String documentCode,
            String process,
            LegalContext legalContext,
            List<PersonNumber> persons,
            LocalDate on) {
        this(sender, senderRole, receivers, Map.of(), documentCode, process, legalContext, persons, on);
    }

    /** The same for another document that would go with it, to these receivers. */
    public AccessRequest with(String otherDocumentCode, List<InstitutionId> named) {
        return new AccessRequest(
                sender, senderRole, named, roles, otherDocumentCode, process, legalContext, persons, on);
    }

    CaseRole roleOf(InstitutionId receiver) {
        return roles.getOrDefault(receiver, senderRole.other());
    }
}
