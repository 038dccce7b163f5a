package be.kruispunt.store;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.AuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded of every message, however it was decided.
 *
 * @param ticket the hub's number for it
 * @param user the broker's user that handed it in
 * @param digest digest of the received bytes; unique per user
 * @param receivedAt when it was received
 * @param received the received bytes; absent when they were more than the hub keeps
 * @param answer the signed receipt or refusal
 * @param audit what each step did
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record Handled(
        Ticket ticket,
        InstitutionId user,
        Digest digest,
        Instant receivedAt,
        Optional<byte[]> received,
        byte[] answer,
        List<AuditEntry> audit) {
    public Handled {
        audit = List.copyOf(audit);
    }

    /** The same with one more entry in its audit. */
    Handled plus(AuditEntry last) {
        var longer = new ArrayList<>(audit);
        longer.add(last);
        return new Handled(ticket, user, digest, receivedAt, received, answer, longer);
    }

    /** Documents stay out of the text. */
    @Override
    public String toString() {
        return "message " + ticket + " of " + user;
    }
}
