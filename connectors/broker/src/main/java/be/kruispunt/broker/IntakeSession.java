package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one intake holds at the broker: a transacted session and, once it is needed, one apart that is not. */
final class IntakeSession implements AutoCloseable {
    /** A batch stops growing here, so that a few large documents do not fill the heap. */
    private static final long BATCH_BYTES = 8L * 1024 * 1024;

    private final HubConnections connections;
    private final Connection connection;
    private final Session session;
    private final MessageConsumer consumer;
    private final MessageProducer producer;
    private @Nullable Redelivery apart;

    IntakeSession(HubConnections connections) throws JMSException {
        this.connections = connections;
        connection = connections.openTransacting();
        try {
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            consumer = session.createConsumer(session.createQueue(Queues.INTAKE));
            producer = producer(session);
            connection.start();
        } catch (JMSException e) {
            connection.close();
            throw e;
        }
    }

    Session jms() {
        return session;
    }

    /** Waits for a message, then takes what else is there. Empty when none came in time. */
    List<BrokerMessage> receive(int most, Duration timeout) throws JMSException {
        var messages = new ArrayList<BrokerMessage>(most);
        long bytes = 0;
        Message message = consumer.receive(Math.max(1, timeout.toMillis()));
        while (message != null) {
            var read = HubMessages.read(message);
            if (read.isPresent()) {
                messages.add(read.get());
                bytes += read.get().content() instanceof Content.Body(byte[] body) ? body.length : 0;
            } else {
                putAside(message);
            }
            message = messages.size() < most && bytes < BATCH_BYTES ? consumer.receiveNoWait() : null;
        }
        return messages;
    }

    /** Nobody but the hub and an administrator can put such a message there, so it is kept for an operator to see. */
    private void putAside(Message message) throws JMSException {
        BytesMessage letter = session.createBytesMessage();
        letter.writeBytes(HubMessages.body(message));
        DeadLetters.mark(letter, "the message says neither at which door it came in nor whose it is");
        send(Queues.DEAD_LETTER, letter);
    }

    void send(String queue, Message message) throws JMSException {
        producer.send(session.createQueue(queue), message);
    }

    void sendDelayed(String queue, Message message, Duration delay) throws JMSException {
        producer.setDeliveryDelay(delay.toMillis());
        try {
            send(queue, message);
        } finally {
            producer.setDeliveryDelay(0);
        }
    }

    /** A connection that failed is not used again. */
    void redeliver(InstitutionId receiver, Ticket ticket, byte[] xml) {
        if (apart == null) {
            apart = new Redelivery(connections);
        }
        try {
            apart.redeliver(receiver, ticket, xml);
        } catch (BrokerException e) {
            Redelivery failed = apart;
            apart = null;
            failed.close();
            throw e;
        }
    }

    void commit() throws JMSException {
        session.commit();
    }

    void rollback() throws JMSException {
        session.rollback();
    }

    private static MessageProducer producer(Session session) throws JMSException {
        MessageProducer producer = session.createProducer(null);
        producer.setDeliveryMode(DeliveryMode.PERSISTENT);
        return producer;
    }

    @Override
    public void close() throws JMSException {
        try {
            if (apart != null) {
                apart.close();
            }
        } finally {
            connection.close();
        }
    }
}
