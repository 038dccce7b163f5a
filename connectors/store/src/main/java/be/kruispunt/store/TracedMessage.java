package be.kruispunt.store;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The whole path of one message, without its content.
 *
 * @param ticket the hub's number for it
 * @param user the broker's user that handed it in
 * @param digest digest of the received bytes
 * @param receivedAt when it was received
 * @param header what it says of itself, as far as that could be read
 * @param refusal why it was refused; absent when it was taken
 * @param delivered whether the broker is known to have taken its documents
 * @param caseFile the case as it stands today, with all its events
 * @param deliveries what went to whom
 * @param audit what each step did, in order
 */
public record TracedMessage(
        Ticket ticket,
        InstitutionId user,
        Digest digest,
        Instant receivedAt,
        Optional<Header> header,
        Optional<RefusalCode> refusal,
        boolean delivered,
        Optional<CaseFile> caseFile,
        List<Delivery> deliveries,
        List<AuditEntry> audit) {
    /**
     * One document that went out.
     *
     * @param receiver to whom
     * @param type in which type and version
     * @param digest digest of the sent bytes
     * @param queuedAt since when the broker is known to have it for its receiver
     * @param takenAt when its receiver accepted it
     * @param returnedAt when its receiver rejected it, last
     */
    public record Delivery(
            InstitutionId receiver,
            DocumentType type,
            Digest digest,
            Optional<Instant> queuedAt,
            Optional<Instant> takenAt,
            Optional<Instant> returnedAt) {}

    public TracedMessage {
        deliveries = List.copyOf(deliveries);
        audit = List.copyOf(audit);
    }
}
