package be.kruispunt.store;

import be.kruispunt.model.id.Ticket;

/**
 * A document that was queued for its receiver, who has not taken it as far as the store knows.
 *
 * @param ticket of the message that it came of
 * @param document it, and whose it is
 */
public record OpenDelivery(Ticket ticket, StoredDelivery document) {}
