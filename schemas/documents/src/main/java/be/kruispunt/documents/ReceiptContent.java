package be.kruispunt.documents;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.outcome.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A receipt: the hub took the message, and this came of it.
 *
 * @param ticket the hub's number of the message
 * @param instance the sender's identifier of it
 * @param received digest of the bytes received
 * @param receivedAt when
 * @param inCase the case that it opened or advanced; none where the message was for the hub itself
 * @param deliveries to whom, in which form
 * @param lines what became of the lines of a message for the hub itself
 * @param warnings what the sender should know
 */
public record ReceiptContent(
        Ticket ticket,
        InstanceId instance,
        Digest received,
        Instant receivedAt,
        Optional<CaseId> inCase,
        List<Delivery> deliveries,
        Optional<LineAnswers> lines,
        List<Finding> warnings)
        implements Answer {
    /**
     * One document for one receiver.
     *
     * @param receiver to whom
     * @param type in which form
     * @param loss what became of the filled boxes, when it was translated
     */
    public record Delivery(InstitutionId receiver, DocumentType type, Optional<LossSummary> loss) {}

    /** The receipt of a document that went on to others. */
    public ReceiptContent(
            Ticket ticket,
            InstanceId instance,
            Digest received,
            Instant receivedAt,
            CaseId caseId,
            List<Delivery> deliveries,
            List<Finding> warnings) {
        this(ticket, instance, received, receivedAt, Optional.of(caseId), deliveries, Optional.empty(), warnings);
    }

    /**
     * The case.
     *
     * @throws IllegalStateException where the message was for the hub itself
     */
    public CaseId caseId() {
        return inCase.orElseThrow(() -> new IllegalStateException("what is for the hub itself is in no case"));
    }

    public ReceiptContent {
        deliveries = List.copyOf(deliveries);
        warnings = List.copyOf(warnings);
    }
}
