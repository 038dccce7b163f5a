package be.kruispunt.broker;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A token that the hub leaves with the broker, another one at each start. A broker that does not hold the last one is another
 * broker, or an older copy: what it was given since is gone.
 */
public final class BrokerToken {
    private static final long UNDER_WAY_MILLIS = 1_000;

    /** Not seeing a token that is there would have everything delivered again. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final HubConnections connections;

    public BrokerToken(HubConnections connections) {
        this.connections = connections;
    }

    /** Whether the broker holds this token. */
    public boolean isHeld(UUID token) {
        return inTransaction(session -> {
            boolean held = false;
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.TOKEN))) {
                Message message = receive(consumer, PATIENCE_MILLIS);
                while (message != null && !held) {
                    held = message.getStringProperty(Marks.ID).equals(token.toString());
                    message = held ? null : receive(consumer, PATIENCE_MILLIS);
                }
            }
            session.rollback();
            return held;
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

    private void take(Session session) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.TOKEN))) {
            Message message = receive(consumer, UNDER_WAY_MILLIS);
            while (message != null) {
                message = receive(consumer, UNDER_WAY_MILLIS);
            }
        }
    }

    private @Nullable Message receive(MessageConsumer consumer, long millis) throws JMSException {
        return connections.patience().isZero() ? consumer.receiveNoWait() : consumer.receive(millis);
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
