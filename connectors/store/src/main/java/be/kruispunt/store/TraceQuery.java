package be.kruispunt.store;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;

/** The keys by which an auditor can ask what happened to messages. */
public sealed interface TraceQuery {
    /** The one message with this ticket. */
    record ByTicket(Ticket ticket) implements TraceQuery {}

    /** Every message with this identifier of its sender: the one that holds it, and refused ones. */
    record ByInstance(InstanceId instance) implements TraceQuery {}

    /** Every message with these bytes: one for each institution that handed them in. */
    record ByDigest(Digest digest) implements TraceQuery {}

    /** Every message of this case, and every refused one that named it. */
    record ByCase(CaseId caseId) implements TraceQuery {}

    /** Every message about this person. */
    record ByPerson(PersonNumber person) implements TraceQuery {}
}
