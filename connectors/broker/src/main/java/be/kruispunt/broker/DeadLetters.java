package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What waits for an operator: messages on which a step broke for good, and documents that their receivers gave back.
 *
 * <p>Read like any queue, with a wait for what is on its way, and not browsed: see {@link InstitutionClient#NO_DRAIN}.
 */
public final class DeadLetters {
    static final String GIVEN_BACK = "given back by its receiver";

    private static final long UNDER_WAY_MILLIS = 1_000;

    private final HubConnections connections;

    /**
     * One message that waits for an operator.
     *
     * @param id to name it by
     * @param user whose message it is; absent for what goes out, and when an administrator put it there by hand
     * @param receiver who gave it back; absent for what came in
     * @param ticket of the message that it came of; absent for what came in
     * @param document the code of its type; absent for what came in, for an answer, and for what earlier versions sent
     * @param cause what failed
     * @param attempts how often the hub had given it back
     * @param failedAt when the hub, or the receiver, gave up
     * @param bytes size of its body
     */
    public record DeadLetter(
            String id,
            Optional<InstitutionId> user,
            Optional<InstitutionId> receiver,
            Optional<Ticket> ticket,
            Optional<String> document,
            String cause,
            int attempts,
            Instant failedAt,
            long bytes) {}

    public DeadLetters(HubConnections connections) {
        this.connections = connections;
    }

    /** Every dead letter, oldest first. */
    public List<DeadLetter> list() {
        return withSession(Session.CLIENT_ACKNOWLEDGE, session -> {
            var letters = new ArrayList<DeadLetter>();
            // Never acknowledged, so all go back in their order when the consumer is closed.
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.DEAD_LETTER))) {
                for (Message letter = receive(consumer); letter != null; letter = receive(consumer)) {
                    letters.add(read(letter));
                }
            }
            return letters;
        });
    }

    /**
     * Puts all back: messages into the intake as if they had just arrived, documents before their receivers.
     *
     * @return how many
     */
    public int retryAll() {
        return settle(list().stream().map(DeadLetter::id).toList(), Optional.empty());
    }

    /**
     * Puts one back.
     *
     * @return false when there is none of this id
     */
    public boolean retry(String id) {
        return settle(List.of(id), Optional.empty()) > 0;
    }

    /**
     * Has a message refused, so that its sender hears: it goes back into the intake, and the hub answers it.
     *
     * @param reason for the sender to read
     * @return false when no message that came in has this id
     */
    public boolean refuse(String id, String reason) {
        return settle(List.of(id), Optional.of(reason)) > 0;
    }

    private int settle(List<String> ids, Optional<String> refusedFor) {
        return withSession(Session.SESSION_TRANSACTED, session -> {
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.DEAD_LETTER))) {
                return settle(session, consumer, new HashSet<>(ids), refusedFor);
            }
        });
    }

    /** In one transaction each, so that a crash between neither loses nor doubles one. What is not meant goes behind. */
    private int settle(Session session, MessageConsumer consumer, Set<String> ids, Optional<String> refusedFor)
            throws JMSException {
        var producer = session.createProducer(null);
        var seen = new HashSet<String>();
        int count = 0;
        while (!ids.isEmpty()) {
            Message letter = receive(consumer);
            if (letter == null || !seen.add(read(letter).id())) {
                session.rollback();
                break;
            }
            Optional<Posted> posted =
                    ids.remove(read(letter).id()) ? posted(session, letter, refusedFor) : Optional.empty();
            Posted next = posted.isPresent() ? posted.get() : behind(session, letter);
            producer.send(session.createQueue(next.queue()), next.message());
            session.commit();
            count += posted.isPresent() ? 1 : 0;
        }
        return count;
    }

    /** Either protocol may say that there is nothing while a large letter is on its way. */
    private static @Nullable Message receive(MessageConsumer consumer) throws JMSException {
        return consumer.receive(UNDER_WAY_MILLIS);
    }

    private record Posted(String queue, Message message) {}

    /** Where the broker could not give it a name, it gets one now, since a message's own changes with each sending. */
    private static Posted behind(Session session, Message letter) throws JMSException {
        String receiver = HubMessages.text(letter, Marks.RECEIVER);
        if (receiver == null || letter.propertyExists(Marks.ID)) {
            return new Posted(Queues.DEAD_LETTER, letter);
        }
        Message named = toReceiver(session, letter, receiver).message();
        mark(named, GIVEN_BACK);
        return new Posted(Queues.DEAD_LETTER, named);
    }

    /** Where a letter goes now; nowhere when nobody knows whose it is, or when it is not for the hub to refuse. */
    private static Optional<Posted> posted(Session session, Message letter, Optional<String> refusedFor)
            throws JMSException {
        String receiver = HubMessages.text(letter, Marks.RECEIVER);
        if (receiver != null) {
            return refusedFor.isPresent() ? Optional.empty() : Optional.of(toReceiver(session, letter, receiver));
        }
        Optional<BrokerMessage> message = HubMessages.read(letter);
        if (message.isEmpty()) {
            return Optional.empty();
        }
        BytesMessage written = HubMessages.write(session, message.get(), 0);
        if (refusedFor.isPresent()) {
            written.setStringProperty(Marks.REFUSED_FOR, refusedFor.get());
        }
        return Optional.of(new Posted(Queues.intake(message.get().user()), written));
    }

    /** Without its duplicate id, which the broker knows already. */
    private static Posted toReceiver(Session session, Message letter, String receiver) throws JMSException {
        BytesMessage document = session.createBytesMessage();
        document.writeBytes(HubMessages.body(letter));
        InstitutionId to = InstitutionId.of(receiver);
        HubMessages.address(document, to, Ticket.of(letter.getStringProperty(Marks.TICKET)));
        if (letter.propertyExists(Marks.ANSWER)) {
            document.setBooleanProperty(Marks.ANSWER, true);
        }
        String code = HubMessages.text(letter, Marks.DOCUMENT);
        if (code != null) {
            document.setStringProperty(Marks.DOCUMENT, code);
        }
        return new Posted(Queues.out(to), document);
    }

    private static DeadLetter read(Message message) throws JMSException {
        Optional<InstitutionId> receiver =
                Optional.ofNullable(HubMessages.text(message, Marks.RECEIVER)).map(InstitutionId::of);
        String id = HubMessages.text(message, Marks.ID);
        return new DeadLetter(
                id == null ? String.valueOf(message.getJMSMessageID()) : id,
                Optional.ofNullable(HubMessages.text(message, Marks.USER)).map(InstitutionId::of),
                receiver,
                Optional.ofNullable(HubMessages.text(message, Marks.TICKET)).map(Ticket::of),
                Optional.ofNullable(HubMessages.text(message, Marks.DOCUMENT)),
                Optional.ofNullable(HubMessages.text(message, Marks.CAUSE))
                        .orElse(receiver.isPresent() ? GIVEN_BACK : ""),
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

    private <T> T withSession(int mode, Work<T> work) {
        try (Connection connection = connections.openBlocking();
                Session session = connection.createSession(mode == Session.SESSION_TRANSACTED, mode)) {
            connection.start();
            return work.in(session);
        } catch (JMSException e) {
            throw new BrokerException("the dead-letter queue cannot be reached: " + e.getMessage(), e);
        }
    }
}
