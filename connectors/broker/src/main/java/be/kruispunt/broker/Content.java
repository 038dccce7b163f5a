package be.kruispunt.broker;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.RefusalCode;

/** What a message carried. What cannot be read is a value too: its sender gets a refusal, and its digest is evidence. */
public sealed interface Content {
    /** Bytes as the sender sent them; the UTF-8 form of a text. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per message of the largest value is waste
    record Body(byte[] bytes) implements Content {
        /** The body is personal data. */
        @Override
        public String toString() {
            return bytes.length + " bytes";
        }
    }

    /** More than the hub takes. The digest was computed on the stream, and the body was thrown away by the broker. */
    record TooLarge(long length, Digest digest) implements Content {}

    /** Neither bytes nor text, or with properties: {@code CONTENT_NOT_ACCEPTED} or {@code PROPERTY_NOT_ACCEPTED}. */
    record NotAccepted(RefusalCode code, String detail, Digest digest) implements Content {}
}
