package be.kruispunt.store;

import be.kruispunt.model.id.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * The bytes that prove what happened to a message. Personal data through and through.
 *
 * @param ticket the message
 * @param received as it was received; absent when that was more than the hub keeps
 * @param answer the signed receipt or refusal
 * @param sent as it was sent, signed by the hub
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record Evidence(Ticket ticket, Optional<byte[]> received, byte[] answer, List<StoredDelivery> sent) {
    public Evidence {
        sent = List.copyOf(sent);
    }
}
