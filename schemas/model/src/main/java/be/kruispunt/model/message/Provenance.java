package be.kruispunt.model.message;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a document that the hub sends came from: so that a receiver and an auditor can tie it to what was received.
 *
 * @param ticket the hub's ticket of the received message
 * @param received digest of the received bytes
 * @param original the type in which the sender wrote it
 * @param omissions what the original says and this document, translated from it, does not
 * @param together earlier messages of the case that went into the document as well
 * @param replaces the identifier of a document that the same receiver got before, and of which this one takes the place
 */
public record Provenance(
        Ticket ticket,
        Digest received,
        DocumentType original,
        List<Omission> omissions,
        List<Earlier> together,
        Optional<InstanceId> replaces) {
    /**
     * An earlier message of the case.
     *
     * @param ticket the hub's ticket of it
     * @param received digest of its bytes
     */
    public record Earlier(Ticket ticket, Digest received) {}

    public Provenance {
        omissions = List.copyOf(omissions);
        together = List.copyOf(together);
    }

    /** Where a document came from that one message was turned into. */
    public Provenance(Ticket ticket, Digest received, DocumentType original, List<Omission> omissions) {
        this(ticket, received, original, omissions, List.of(), Optional.empty());
    }

    /** Where a document came from that says all that its original says. */
    public Provenance(Ticket ticket, Digest received, DocumentType original) {
        this(ticket, received, original, List.of());
    }

    /** Every message that went into the document. */
    public List<Ticket> tickets() {
        return Stream.concat(Stream.of(ticket), together.stream().map(Earlier::ticket))
                .toList();
    }

    Provenance withOmissions(List<Omission> others) {
        return new Provenance(ticket, received, original, others, together, replaces);
    }
}
