package be.kruispunt.store;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;

/**
 * A document that goes out, to be recorded before it goes.
 *
 * @param receiver who gets it; each receiver of a message gets one document of a type, or several of different types
 * @param type in which type and version
 * @param xml the signed bytes
 * @param digest of them
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record OutgoingDocument(InstitutionId receiver, DocumentType type, byte[] xml, Digest digest) {
    public OutgoingDocument(InstitutionId receiver, DocumentType type, byte[] xml) {
        this(receiver, type, xml, Digest.of(xml));
    }

    /** What it is known by, once the message has its ticket. */
    public DeliveryId id(Ticket ticket) {
        return new DeliveryId(ticket, receiver, type.code());
    }
}
