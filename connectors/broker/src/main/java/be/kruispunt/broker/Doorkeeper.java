package be.kruispunt.broker;

import static be.kruispunt.model.outcome.RefusalCode.PROPERTY_NOT_ACCEPTED;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import java.util.Map;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.persistence.StorageManager;
import org.apache.activemq.artemis.core.persistence.impl.journal.LargeServerMessageImpl;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.transformer.Transformer;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in the divert of one {@code in.<institution>}, inside the broker, and writes each message anew: the body's
 * bytes, and through whose door it came. Only that institution may send to the address, so this is the broker's word and
 * not the sender's; nothing else that a sender wrote on a message goes further. (Artemis has a validated user of its own,
 * but does not keep it on AMQP messages, and an application property of that name would be believed.)
 *
 * <p>What the hub does not take is replaced here by its digest and length, so that it never reaches the hub's heap.
 */
public final class Doorkeeper implements Transformer {
    static final String INSTITUTION = "institution";
    static final String MAX_BODY_BYTES = "maxBodyBytes";

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    /** The one priority of all: nobody overtakes. */
    private static final byte PRIORITY = 4;

    private static final int INITIAL_BYTES = 512;

    private String institution = "";
    private int maxBodyBytes;

    @Override
    public void init(Map<String, String> properties) {
        institution = InstitutionId.of(Objects.requireNonNull(properties.get(INSTITUTION), INSTITUTION))
                .value();
        maxBodyBytes = Integer.parseInt(properties.getOrDefault(MAX_BODY_BYTES, "2097152"));
    }

    /** In a remote broker's divert, which hands over a copy. */
    @Override
    public Message transform(Message copy) {
        Message written = write(copy, copy.getMessageID());
        if (copy instanceof LargeServerMessage large) {
            deleteFile(large);
        }
        return written;
    }

    /** In the embedded broker's {@link Door}. */
    Message write(Message message, StorageManager storage) throws Exception {
        return LargeServerMessageImpl.checkLargeMessage(write(message, storage.generateID()), storage);
    }

    private Message write(Message message, long id) {
        if (!(message instanceof AMQPMessage amqp)) {
            throw new IllegalStateException("only AMQP is spoken at this door");
        }
        CoreMessage written = blank(id);
        switch (withoutProperties(amqp, AmqpBody.of(amqp, maxBodyBytes))) {
            case AmqpBody.Taken(byte[] bytes) -> written.getBodyBuffer().writeBytes(bytes);
            case AmqpBody.Refused refused -> describe(written, refused);
        }
        return written;
    }

    private static AmqpBody withoutProperties(AMQPMessage message, AmqpBody body) {
        int properties = message.getPropertyNames().size();
        if (properties == 0) {
            return body;
        }
        String detail = properties + " application properties";
        return switch (body) {
            case AmqpBody.Taken(byte[] bytes) ->
                new AmqpBody.Refused(PROPERTY_NOT_ACCEPTED, detail, bytes.length, Digest.of(bytes));
            case AmqpBody.Refused refused -> refused;
        };
    }

    /** Durable, without expiry or delay, and of one priority, whatever the sender wished: each message is answered. */
    private CoreMessage blank(long id) {
        long now = System.currentTimeMillis();
        var written = new CoreMessage(id, INITIAL_BYTES);
        written.setAddress(Queues.INTAKE_PREFIX + institution);
        written.setRoutingType(RoutingType.ANYCAST);
        written.setType(Message.BYTES_TYPE);
        written.setDurable(true);
        written.setPriority(PRIORITY);
        written.setTimestamp(now);
        written.putStringProperty(Marks.DOOR, institution);
        written.putLongProperty(Marks.ARRIVED_AT, now);
        return written;
    }

    private static void describe(Message written, AmqpBody.Refused refused) {
        written.putStringProperty(Marks.CODE, refused.code().name());
        written.putStringProperty(Marks.DETAIL, refused.detail());
        written.putLongProperty(Marks.LENGTH, refused.length());
        written.putStringProperty(Marks.DIGEST, refused.digest().hex());
    }

    private static void deleteFile(LargeServerMessage large) {
        try {
            large.deleteFile();
        } catch (Exception e) { // declared by Artemis; an orphaned file is no reason to fail the sender
            LOG.warn("the file of a refused large message stays behind", e);
        }
    }
}
