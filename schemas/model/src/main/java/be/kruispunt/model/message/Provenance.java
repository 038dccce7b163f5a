package be.kruispunt.model.message;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import java.util.List;

/**
 * Where a document that the hub sends came from: so that a receiver and an auditor can tie it to what was received.
 *
 * @param ticket the hub's ticket of the received message
 * @param received digest of the received bytes
 * @param original the type in which the sender wrote it
 * @param omissions what the original says and this document, translated from it, does not
 */
public record Provenance(Ticket ticket, Digest received, DocumentType original, List<Omission> omissions) {
    public Provenance {
        omissions = List.copyOf(omissions);
    }

    /** Where a document came from that says all that its original says. */
    public Provenance(Ticket ticket, Digest received, DocumentType original) {
        this(ticket, received, original, List.of());
    }
}
