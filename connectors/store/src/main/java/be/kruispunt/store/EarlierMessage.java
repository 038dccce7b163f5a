package be.kruispunt.store;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import java.util.List;

/**
 * A message that was recorded before, with what was sent for it, so that it can be answered again with its first answer.
 *
 * @param ticket its ticket
 * @param digest digest of its bytes
 * @param delivered whether the broker is known to have taken its documents
 * @param answer the signed receipt or refusal that its sender got
 * @param deliveries what its receivers got, or are to get
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record EarlierMessage(
        Ticket ticket, Digest digest, boolean delivered, byte[] answer, List<StoredDelivery> deliveries) {
    public EarlierMessage {
        deliveries = List.copyOf(deliveries);
    }
}
