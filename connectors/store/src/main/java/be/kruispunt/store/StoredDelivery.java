package be.kruispunt.store;

import be.kruispunt.model.id.InstitutionId;

/**
 * A document as it was recorded for one receiver.
 *
 * @param receiver who gets it
 * @param xml the signed bytes
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record StoredDelivery(InstitutionId receiver, byte[] xml) {}
