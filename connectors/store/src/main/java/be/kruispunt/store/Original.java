package be.kruispunt.store;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * A message of a case as it came, and what was sent for it. Its bytes are those whose digests were recorded with it.
 *
 * @param ticket the hub's number for it
 * @param digest of its bytes, under which it was verified and audited
 * @param received its bytes; absent when the store has them no more
 * @param sent what its receivers got; without what the store has no more
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record Original(Ticket ticket, Digest digest, Optional<byte[]> received, List<StoredDelivery> sent) {
    public Original {
        sent = List.copyOf(sent);
    }

    /** The same for who may not have what it says. */
    public Original withheld() {
        return new Original(ticket, digest, Optional.empty(), sent);
    }

    /** Content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return "message " + ticket;
    }
}
