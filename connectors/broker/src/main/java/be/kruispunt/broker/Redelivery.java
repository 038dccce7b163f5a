package be.kruispunt.broker;

import be.kruispunt.model.id.DeliveryId;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.concurrent.locks.Lock;

/**
 * Delivers documents again of which the hub does not know whether they left before a crash. On a connection of its own and
 * outside any transaction, because a known duplicate id inside one makes the commit fail; outside, the broker drops it.
 * For one thread.
 */
public final class Redelivery implements AutoCloseable {
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final Lock oneAtATime;

    /**
     * Connects.
     *
     * @throws BrokerException when the broker cannot be reached
     */
    public Redelivery(HubConnections connections) {
        oneAtATime = connections.redelivering();
        try {
            connection = connections.openBlocking();
            session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            producer = session.createProducer(null);
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        } catch (JMSException e) {
            throw new BrokerException("no connection to deliver again: " + e.getMessage(), e);
        }
    }

    /**
     * Delivers under the duplicate id of the first delivery; stored by the broker, or known to it, when this returns.
     *
     * @param former whether it was first sent when a receiver got one document of a message, and its duplicate id named none
     */
    public void redeliver(DeliveryId id, boolean former, byte[] xml) {
        // Artemis looks an id up and remembers it in two steps: two intakes with copies of one message could both pass.
        oneAtATime.lock();
        try {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(xml);
            message.setStringProperty(Marks.DUPLICATE_ID, former ? formerDuplicateId(id) : duplicateId(id));
            HubMessages.address(message, id);
            producer.send(session.createQueue(Queues.out(id.receiver())), message);
        } catch (JMSException e) {
            throw new BrokerException("the broker did not take a message: " + e.getMessage(), e);
        } finally {
            oneAtATime.unlock();
        }
    }

    static String duplicateId(DeliveryId id) {
        return formerDuplicateId(id) + " " + id.document();
    }

    private static String formerDuplicateId(DeliveryId id) {
        return id.ticket() + " " + id.receiver();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            throw new BrokerException("the connection did not close", e);
        }
    }
}
