package be.kruispunt.store;

import be.kruispunt.model.id.DeliveryId;

/**
 * A document as it was recorded for one receiver.
 *
 * @param id of which message, for whom, and what it is
 * @param formerId whether it was first sent when a receiver got one document of a message, and its duplicate id named none
 * @param xml the signed bytes
 */
// Documents travel as the bytes that were signed; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
public record StoredDelivery(DeliveryId id, boolean formerId, byte[] xml) {}
