package be.kruispunt.broker;

import be.kruispunt.model.id.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.apache.qpid.proton.amqp.messaging.Properties;

/**
 * What stands in the body of an AMQP message, found without holding it in memory.
 *
 * @param length bytes of the body
 * @param digest of the body; of all that follows the properties where the body is neither bytes nor text
 * @param problem why the hub does not take it, if it does not
 */
record AmqpBody(long length, Digest digest, Optional<String> problem) {
    private static final String SERIALIZED_OBJECT = "application/x-java-serialized-object";

    /** Reads the sections up to the end (AMQP 1.0 part 3, section 3.2). */
    static AmqpBody of(AMQPMessage message) {
        try (InputStream in = AmqpBytes.of(message)) {
            AmqpBody body = new AmqpSections(in).readBody();
            return isSerializedObject(message) ? body.refusedAs("a serialised object") : body;
        } catch (IOException e) {
            throw new IllegalStateException("a message that the broker took cannot be read", e);
        }
    }

    private static boolean isSerializedObject(AMQPMessage message) {
        Properties properties = message.getProperties();
        return properties != null
                && properties.getContentType() != null
                && SERIALIZED_OBJECT.equals(properties.getContentType().toString());
    }

    private AmqpBody refusedAs(String what) {
        return new AmqpBody(length, digest, Optional.of(what));
    }
}
