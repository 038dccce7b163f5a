package be.kruispunt.broker;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A token that the hub leaves with the broker, another one at each start. A broker that does not hold the last one is another
 * broker, or an older copy: what it was given since is gone.
 */
public final class BrokerToken {
    private static final long UNDER_WAY_MILLIS = 1_000;

    private final HubConnections connections;

    public BrokerToken(HubConnections connections) {
        this.connections = connections;
    }

    /** Whether the broker holds this token. */
    public boolean isHeld(UUID token) {
        return inTransaction(session -> {
            Set<UUID> held = take(session);
            session.rollback();
            return held.contains(token);
        });
    }

    /**
     * Leaves another token. The broker has the new one before it is remembered, and loses the old one after that: a crash in
     * between finds the broker with what was remembered.
     */
    public void renew(Consumer<UUID> remember) {
        UUID token = UUID.randomUUID();
        inTransaction(session -> {
            leave(session, token);
            return true;
        });
        remember.accept(token);
        inTransaction(session -> {
            take(session);
            leave(session, token);
            return true;
        });
    }

    private static void leave(Session session, UUID token) throws JMSException {
        Message message = session.createMessage();
        message.setStringProperty(Marks.ID, token.toString());
        var producer = session.createProducer(session.createQueue(Queues.TOKEN));
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        producer.send(message);
        session.commit();
    }

    private Set<UUID> take(Session session) throws JMSException {
        var held = new HashSet<UUID>();
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.TOKEN))) {
            for (Message message = receive(consumer); message != null; message = receive(consumer)) {
                held.add(UUID.fromString(message.getStringProperty(Marks.ID)));
            }
        }
        return held;
    }

    private @Nullable Message receive(MessageConsumer consumer) throws JMSException {
        return connections.patience().isZero() ? consumer.receiveNoWait() : consumer.receive(UNDER_WAY_MILLIS);
    }

    private interface Work {
        boolean in(Session session) throws JMSException;
    }

    private boolean inTransaction(Work work) {
        try (Connection connection = connections.openBlocking();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            return work.in(session);
        } catch (JMSException e) {
            throw new BrokerException("the broker's token cannot be reached: " + e.getMessage(), e);
        }
    }
}
