package be.kruispunt.access;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.LegalContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A deliberation of the Information Security Committee, as far as the hub applies it (law of 15 January 1990, art. 15).
 *
 * @param number such as {@code 26/014}
 * @param sender who may send
 * @param receiver who may receive
 * @param documentCode which document, in any version
 * @param legalContext for which purpose
 * @param senderQualities the qualities of which the sender must have integrated each person in one; empty: in any, where
 *     something is asked of the receiver, and no check where nothing is
 * @param receiverQualities likewise for the receiver; empty: no check, unless the directory has to find the receiver
 * @param minimumPhase the phase that such a directory line must have reached
 * @param period when it holds
 * @param rights where the document is about social rights: the statuses that may be reported, or the schemes that may be asked for
 */
public record Authorisation(
        String number,
        InstitutionId sender,
        InstitutionId receiver,
        String documentCode,
        LegalContext legalContext,
        Set<String> senderQualities,
        Set<String> receiverQualities,
        int minimumPhase,
        Period period,
        Set<String> rights) {
    public Authorisation {
        rights = Set.copyOf(rights);
        senderQualities = Set.copyOf(senderQualities);
        receiverQualities = Set.copyOf(receiverQualities);
    }

    /** An authorisation for a document that is not about social rights. */
    public Authorisation(
            String number,
            InstitutionId sender,
            InstitutionId receiver,
            String documentCode,
            LegalContext legalContext,
            Set<String> senderQualities,
            Set<String> receiverQualities,
            int minimumPhase,
            Period period) {
        this(
                number,
                sender,
                receiver,
                documentCode,
                legalContext,
                senderQualities,
                receiverQualities,
                minimumPhase,
                period,
                Set.of());
    }

    /** What makes it another authorisation, rather than a change of this one. */
    public Object key() {
        return List.of(number, sender, receiver, documentCode, legalContext);
    }

    boolean covers(InstitutionId from, String document, LocalDate on) {
        return sender.equals(from) && documentCode.equals(document) && period.covers(on);
    }
}
