package be.kruispunt.hub.bench;

import be.kruispunt.model.message.DocumentType;

/**
 * What one message is made of: the bytes that came in, and the two that went out for it, as the hub made them.
 *
 * @param received the signed form
 * @param delivered what its receiver got
 * @param answer what its sender got
 * @param form the type of what came in
 * @param becomes the type of what went out
 */
// Bytes that are only measured; nobody compares or changes them.
@SuppressWarnings("ArrayRecordComponent")
record Specimens(byte[] received, byte[] delivered, byte[] answer, DocumentType form, DocumentType becomes) {
    /** All that goes out. */
    byte[] sent() {
        var sent = new byte[delivered.length + answer.length];
        System.arraycopy(delivered, 0, sent, 0, delivered.length);
        System.arraycopy(answer, 0, sent, delivered.length, answer.length);
        return sent;
    }
}
