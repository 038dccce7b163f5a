package be.kruispunt.broker;

import static be.kruispunt.model.outcome.RefusalCode.CONTENT_NOT_ACCEPTED;
import static be.kruispunt.model.outcome.RefusalCode.PROPERTY_NOT_ACCEPTED;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE;

import be.kruispunt.model.outcome.RefusalCode;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.LargeServerMessage;
import org.apache.activemq.artemis.core.server.transformer.Transformer;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in the divert of one {@code in.<institution>}, inside the broker, and writes on each message through whose door
 * it came. Only that institution may send to the address, so this is the broker's word and not the sender's; what a
 * sender could write there itself is taken away first. (Artemis has a validated user of its own, but does not keep it on
 * AMQP messages, and an application property of that name would be believed.)
 *
 * <p>What the hub does not take is replaced here by its digest and length: it never reaches the hub's heap.
 */
public final class Doorkeeper implements Transformer {
    static final String INSTITUTION = "institution";
    static final String MAX_BODY_BYTES = "maxBodyBytes";

    private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

    /** The one priority of all: nobody overtakes. */
    private static final byte PRIORITY = 4;

    private @Nullable String institution;
    private int maxBodyBytes;

    private record Objection(RefusalCode code, String detail) {}

    @Override
    public void init(Map<String, String> properties) {
        institution = properties.get(INSTITUTION);
        maxBodyBytes = Integer.parseInt(properties.getOrDefault(MAX_BODY_BYTES, "4194304"));
    }

    @Override
    public Message transform(Message message) {
        if (!(message instanceof AMQPMessage amqp)) {
            throw new IllegalStateException("only AMQP is spoken at this door");
        }
        var body = AmqpBody.of(amqp);
        Optional<Objection> objection = objection(amqp, body);
        if (objection.isPresent()) {
            return refused(amqp, body, objection.get());
        }
        amqp.setDurable(true);
        amqp.setPriority(PRIORITY);
        amqp.setExpiration(0);
        mark(amqp);
        return amqp;
    }

    private Optional<Objection> objection(AMQPMessage message, AmqpBody body) {
        if (!message.getPropertyNames().isEmpty()) {
            return Optional.of(new Objection(
                    PROPERTY_NOT_ACCEPTED, message.getPropertyNames().size() + " application properties"));
        }
        if (body.length() > maxBodyBytes) {
            return Optional.of(
                    new Objection(TOO_LARGE, body.length() + " bytes, where " + maxBodyBytes + " are the limit"));
        }
        return body.problem().map(problem -> new Objection(CONTENT_NOT_ACCEPTED, problem));
    }

    private Message refused(AMQPMessage message, AmqpBody body, Objection objection) {
        var notice = new CoreMessage(message.getMessageID(), 256);
        notice.setAddress(message.getAddressSimpleString());
        notice.setRoutingType(RoutingType.ANYCAST);
        notice.setType(Message.BYTES_TYPE);
        notice.setDurable(true);
        notice.setTimestamp(System.currentTimeMillis());
        notice.putStringProperty(Marks.CODE, objection.code().name());
        notice.putStringProperty(Marks.DETAIL, objection.detail());
        notice.putLongProperty(Marks.LENGTH, body.length());
        notice.putStringProperty(Marks.DIGEST, body.digest().hex());
        mark(notice);
        if (message instanceof LargeServerMessage large) {
            deleteFile(large);
        }
        return notice;
    }

    private void mark(Message message) {
        message.putStringProperty(Marks.DOOR, institution);
        message.putLongProperty(Marks.ARRIVED_AT, System.currentTimeMillis());
    }

    private static void deleteFile(LargeServerMessage large) {
        try {
            large.deleteFile();
        } catch (Exception e) { // declared by Artemis; an orphaned file is no reason to fail the sender
            LOG.warn("the file of a refused large message stays behind", e);
        }
    }
}
