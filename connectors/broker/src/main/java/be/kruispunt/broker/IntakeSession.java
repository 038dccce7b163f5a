package be.kruispunt.broker;

import be.kruispunt.broker.Turns.Turn;
import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.InstitutionId;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one intake holds at the broker: a transacted session, the turns of the batch in hand and, once it is needed, a
 * session apart that is not transacted.
 */
final class IntakeSession implements AutoCloseable {
    /**
     * A batch stops growing here: ordinary documents are far from it, and of large ones nobody knows what they cost before the
     * first was worked on. So neither they fill the heap, nor does a neighbour wait behind many of them.
     */
    private static final long BATCH_BYTES = 512 * 1024;

    /** A batch stops growing when it is believed to take so long, so that nobody waits long behind dear messages. */
    private static final long BATCH_NANOS = 250_000_000;

    private final HubConnections connections;
    private final Turns turns;
    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final List<IntakeQueue> open = new ArrayList<>();
    private long began;
    private boolean committed;
    private @Nullable Redelivery apart;

    IntakeSession(HubConnections connections, Turns turns) throws JMSException {
        this.connections = connections;
        this.turns = turns;
        connection = connections.openTransacting();
        try {
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
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

    /**
     * Waits for somebody's turn, takes what is there, and goes on to the next until the batch is full: a message's
     * institution is worked on by nobody else until {@link #endTurns}. Empty when nothing came in time.
     */
    List<BrokerMessage> receive(int most, Duration timeout) throws JMSException, InterruptedException {
        Turn turn = turns.await(timeout);
        began = System.nanoTime();
        long nanos = BATCH_NANOS;
        long bytes = BATCH_BYTES;
        int count = 0;
        while (turn != null) {
            var queue = new IntakeQueue(turn);
            open.add(queue);
            long share = Math.min(most - count, Math.max(1, nanos / turn.perMessage()));
            queue.read(session, share, bytes, connections);
            for (Message stranger : queue.strangers()) {
                putAside(stranger);
            }
            count += queue.messages().size();
            bytes -= queue.bytes();
            nanos -= queue.messages().size() * turn.perMessage();
            if (count > 0 && queue.messages().isEmpty()) { // what is in hand does not wait for looks in vain
                nanos -= connections.patience().toNanos();
            }
            turn = count < most && bytes > 0 && nanos > 0 ? turns.another(nanos) : null;
        }
        return open.stream().flatMap(queue -> queue.messages().stream()).toList();
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

    void sendDelayed(BrokerMessage message, int attempts, Duration delay) throws JMSException {
        producer.setDeliveryDelay(delay.toMillis());
        try {
            send(Queues.intake(message.user()), HubMessages.write(session, message, attempts));
        } finally {
            producer.setDeliveryDelay(0);
        }
    }

    void comesAgain(InstitutionId institution, Duration delay) {
        turns.later(institution, delay);
    }

    /** A connection that failed is not used again. */
    void redeliver(DeliveryId id, boolean former, byte[] xml) {
        if (apart == null) {
            apart = new Redelivery(connections);
        }
        try {
            apart.redeliver(id, former, xml);
        } catch (BrokerException e) {
            Redelivery failed = apart;
            apart = null;
            failed.close();
            throw e;
        }
    }

    void commit() throws JMSException {
        session.commit();
        committed = true;
        closeQueues();
    }

    void rollback() throws JMSException {
        session.rollback();
        closeQueues();
    }

    /** What was read ahead goes back, so that the next one finds it in its order. */
    private void closeQueues() throws JMSException {
        for (IntakeQueue queue : open) {
            queue.close();
        }
    }

    /** The last thing about a batch, after its transaction and all that follows it. Does nothing the second time. */
    void endTurns() {
        long metered = meters(open.stream()).sum();
        int messages = open.stream().mapToInt(queue -> queue.messages().size()).sum();
        // What no message is to blame for - receiving, committing - is shared alike.
        long common = Math.max(0, System.nanoTime() - began - metered) / Math.max(1, messages);
        for (IntakeQueue queue : open) {
            int worked = queue.messages().size();
            turns.end(
                    queue.turn(),
                    committed ? worked : 0,
                    worked,
                    meters(Stream.of(queue)).sum() + common * worked,
                    committed && queue.dry());
        }
        open.clear();
        committed = false;
    }

    private static LongStream meters(Stream<IntakeQueue> queues) {
        return queues.flatMap(queue -> queue.messages().stream())
                .mapToLong(message -> message.meter().nanos());
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
