package be.kruispunt.broker;

import static be.kruispunt.model.outcome.RefusalCode.CONTENT_NOT_ACCEPTED;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.RefusalCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.qpid.proton.amqp.messaging.Properties;

/** What stands in the body of an AMQP message; never more of it in memory than the hub takes. */
sealed interface AmqpBody {
    /** Bytes, or a text in UTF-8. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Taken(byte[] bytes) implements AmqpBody {}

    /**
     * What the hub does not take.
     *
     * @param length bytes of the body
     * @param digest of the body, or of all from the body section's value on where the body is neither bytes nor text
     */
    record Refused(RefusalCode code, String detail, long length, Digest digest) implements AmqpBody {}

    /** Reads the sections up to the end (AMQP 1.0 part 3, section 3.2). */
    static AmqpBody of(AMQPMessage message, int maxBytes) {
        try {
            AmqpBody body = read(message, maxBytes);
            return body instanceof Taken(byte[] bytes) && isSerializedObject(message)
                    ? new Refused(CONTENT_NOT_ACCEPTED, "a serialised object", bytes.length, Digest.of(bytes))
                    : body;
        } catch (IOException e) {
            throw new IllegalStateException("a message that the broker took cannot be read", e);
        }
    }

    private static AmqpBody read(AMQPMessage message, int maxBytes) throws IOException {
        try (InputStream in = AmqpBytes.of(message)) {
            return new AmqpSections(in, maxBytes).readBody();
        } catch (EOFException | StreamCorruptedException e) { // the sender's fault, and answered as such
            try (InputStream again = AmqpBytes.of(message)) {
                return new AmqpSections(again, maxBytes).readAsItIs();
            }
        }
    }

    private static boolean isSerializedObject(AMQPMessage message) {
        Properties properties = message.getProperties();
        return properties != null
                && properties.getContentType() != null
                && "application/x-java-serialized-object"
                        .equals(properties.getContentType().toString());
    }
}
