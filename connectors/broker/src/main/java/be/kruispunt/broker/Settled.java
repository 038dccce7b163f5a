package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;

/**
 * What the broker saw of a document.
 *
 * @param ticket of the message that it came of
 * @param receiver whose document it is
 * @param at when, by the broker's clock
 * @param returned whether its receiver gave it back for good; otherwise it took it
 */
public record Settled(Ticket ticket, InstitutionId receiver, Instant at, boolean returned) {}
