package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * What the broker saw of a document.
 *
 * @param ticket of the message that it came of
 * @param receiver whose document it is
 * @param document the code of its type; absent on what was sent when a receiver got one document of a message
 * @param at when, by the broker's clock
 * @param returned whether its receiver gave it back for good; otherwise it took it
 */
public record Settled(Ticket ticket, InstitutionId receiver, Optional<String> document, Instant at, boolean returned) {}
