package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the hub gave up on, for an operator to see and to run again. */
public final class DeadLetters {
    private final HubConnections connections;

    /**
     * One message that waits for an operator.
     *
     * @param id to name it by
     * @param user whose message it is; absent when an administrator put it there by hand
     * @param cause what failed
     * @param attempts how often the hub had given it back
     * @param failedAt when the hub gave up
     * @param bytes size of its body
     */
    public record DeadLetter(
            String id, Optional<InstitutionId> user, String cause, int attempts, Instant failedAt, long bytes) {}

    public DeadLetters(HubConnections connections) {
        this.connections = connections;
    }

    /** Every dead letter, oldest first. */
    public List<DeadLetter> list() {
        return withSession(session -> {
            var letters = new ArrayList<DeadLetter>();
            try (QueueBrowser browser = session.createBrowser(session.createQueue(Queues.DEAD_LETTER))) {
                for (Enumeration<?> messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
                    letters.add(read((Message) messages.nextElement()));
                }
            }
            return letters;
        });
    }

    /**
     * Puts all back into the intake, as if they had just arrived.
     *
     * @return how many
     */
    public int retryAll() {
        int most = list().size();
        return withSession(session -> {
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.DEAD_LETTER))) {
                return putBack(session, consumer, most);
            }
        });
    }

    /**
     * Puts one back into the intake.
     *
     * @return false when there is none of this id
     */
    public boolean retry(String id) {
        String selector = Marks.ID + " = '" + UUID.fromString(id) + "'";
        return withSession(session -> {
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.DEAD_LETTER), selector)) {
                return putBack(session, consumer, 1) > 0;
            }
        });
    }

    /** In one transaction each, so that a crash between neither loses nor doubles one; no more than there were at first. */
    private static int putBack(Session session, MessageConsumer consumer, int most) throws JMSException {
        var producer = session.createProducer(session.createQueue(Queues.INTAKE));
        int count = 0;
        for (int seen = 0; seen < most; seen++) {
            Message letter = consumer.receiveNoWait(); // asks the broker, in either protocol
            if (letter == null) {
                break;
            }
            Optional<BrokerMessage> message = HubMessages.read(letter);
            if (message.isPresent()) {
                producer.send(HubMessages.write(session, message.get(), 0));
                count++;
            } else {
                session.createProducer(session.createQueue(Queues.DEAD_LETTER)).send(letter);
            }
            session.commit();
        }
        return count;
    }

    private static DeadLetter read(Message message) throws JMSException {
        String user = HubMessages.text(message, Marks.USER);
        String cause = HubMessages.text(message, Marks.CAUSE);
        String id = HubMessages.text(message, Marks.ID);
        return new DeadLetter(
                id == null ? "" : id,
                Optional.ofNullable(user).map(InstitutionId::of),
                cause == null ? "" : cause,
                message.propertyExists(Marks.ATTEMPTS) ? message.getIntProperty(Marks.ATTEMPTS) : 0,
                Instant.ofEpochMilli(
                        message.propertyExists(Marks.FAILED_AT)
                                ? message.getLongProperty(Marks.FAILED_AT)
                                : message.getJMSTimestamp()),
                message instanceof BytesMessage bytes ? bytes.getBodyLength() : 0);
    }

    static void mark(Message letter, String cause) throws JMSException {
        letter.setStringProperty(Marks.CAUSE, cause);
        letter.setStringProperty(Marks.ID, UUID.randomUUID().toString());
        letter.setLongProperty(Marks.FAILED_AT, Instant.now().toEpochMilli());
    }

    private interface Work<T> {
        T in(Session session) throws JMSException;
    }

    private <T> T withSession(Work<T> work) {
        try (Connection connection = connections.openBlocking();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            connection.start();
            return work.in(session);
        } catch (JMSException e) {
            throw new BrokerException("the dead-letter queue cannot be reached: " + e.getMessage(), e);
        }
    }
}
