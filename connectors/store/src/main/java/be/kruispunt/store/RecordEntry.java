package be.kruispunt.store;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything about one message that is recorded at once.
 *
 * @param ticket the hub's number for it
 * @param user the broker's user that handed it in
 * @param digest digest of the received bytes; unique per user
 * @param receivedAt when it was received
 * @param header what it says of itself, as far as that could be read
 * @param ownsIdentifier whether it takes its instance identifier: then no later message of this user can have it
 * @param refusal why it was refused; absent when it was taken
 * @param received the received bytes; absent when they were more than the hub keeps
 * @param answer the signed receipt or refusal
 * @param outgoing what its receivers get
 * @param caseAfter the case as this message leaves it; its version tells which version it was built on
 * @param persons whom it concerns, so that an auditor can ask by person
 * @param audit what each step did
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record RecordEntry(
        Ticket ticket,
        InstitutionId user,
        Digest digest,
        Instant receivedAt,
        Optional<Header> header,
        boolean ownsIdentifier,
        Optional<RefusalCode> refusal,
        Optional<byte[]> received,
        byte[] answer,
        List<OutgoingDocument> outgoing,
        Optional<CaseFile> caseAfter,
        List<PersonNumber> persons,
        List<AuditEntry> audit) {
    public RecordEntry {
        outgoing = List.copyOf(outgoing);
        persons = List.copyOf(persons);
        audit = List.copyOf(audit);
        if (ownsIdentifier && header.isEmpty()) {
            throw new IllegalArgumentException("only a message whose header was read can take its identifier");
        }
    }

    /** The same with one more entry in its audit. */
    public RecordEntry plus(AuditEntry last) {
        var longer = new ArrayList<>(audit);
        longer.add(last);
        return new RecordEntry(
                ticket,
                user,
                digest,
                receivedAt,
                header,
                ownsIdentifier,
                refusal,
                received,
                answer,
                outgoing,
                caseAfter,
                persons,
                longer);
    }

    /** Persons and documents stay out of the text. */
    @Override
    public String toString() {
        return "message " + ticket + " of " + user;
    }
}
