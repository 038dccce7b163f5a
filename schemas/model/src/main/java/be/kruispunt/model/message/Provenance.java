package be.kruispunt.model.message;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;

/**
 * Where a document that the hub sends came from: so that a receiver and an auditor can tie it to what was received.
 *
 * @param ticket the hub's ticket of the received message
 * @param received digest of the received bytes
 * @param original the type in which the sender wrote it
 */
public record Provenance(Ticket ticket, Digest received, DocumentType original) {}
