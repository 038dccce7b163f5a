package be.kruispunt.documents;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;

/** What the hub answers to a message: a receipt or a refusal. */
public sealed interface Answer permits ReceiptContent, RefusalContent {
    /** The hub's number of the message. */
    Ticket ticket();

    /** Digest of the bytes received. */
    Digest received();

    Instant receivedAt();
}
