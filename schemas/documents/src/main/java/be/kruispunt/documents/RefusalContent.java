package be.kruispunt.documents;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A refusal: the hub did not take the message, and delivered nothing.
 *
 * @param ticket the hub's number of the message
 * @param instance the sender's identifier of it, if it could be read
 * @param received digest of the bytes received
 * @param receivedAt when
 * @param refusal why
 */
public record RefusalContent(
        Ticket ticket, Optional<InstanceId> instance, Digest received, Instant receivedAt, Refusal refusal)
        implements Answer {}
