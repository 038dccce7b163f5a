package be.kruispunt.broker;

import be.kruispunt.broker.Turns.Turn;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One institution's part of a batch: the queue that its turn opened, and what was read from it. */
final class IntakeQueue {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeQueue.class);

    private final Turn turn;
    private final List<BrokerMessage> messages = new ArrayList<>();
    private final List<Message> strangers = new ArrayList<>();
    private @Nullable MessageConsumer consumer;
    private long bytes;
    private boolean dry;

    IntakeQueue(Turn turn) {
        this.turn = turn;
    }

    /**
     * Reads what is there.
     *
     * @param most messages
     * @param mostBytes of bodies; the message that goes beyond is the last
     * @param connections say how long a message may be under way that the broker told of
     */
    void read(Session session, long most, long mostBytes, HubConnections connections) throws JMSException {
        try {
            consumer = session.createConsumer(session.createQueue(Queues.intake(turn.institution())));
        } catch (InvalidDestinationException e) {
            LOG.debug("the broker has no intake for {}", turn.institution());
            dry = true;
            return;
        }
        while (messages.size() < most && bytes < mostBytes) {
            Message message = receive(consumer, connections);
            if (message == null) {
                // Read locally, more may be under way than anybody told of.
                dry = connections.patience().isZero() || !turn.looked() || messages.isEmpty();
                return;
            }
            add(message);
        }
    }

    private @Nullable Message receive(MessageConsumer from, HubConnections connections) throws JMSException {
        int read = messages.size() + strangers.size();
        boolean perhaps = turn.looked() && read == 0 && connections.patience().isPositive();
        return perhaps || read < turn.announced()
                ? from.receive(connections.underWay().toMillis())
                : from.receiveNoWait();
    }

    private void add(Message message) throws JMSException {
        Optional<BrokerMessage> read = HubMessages.read(message);
        if (read.isEmpty()) {
            strangers.add(message);
            return;
        }
        messages.add(read.get());
        bytes += read.get().content() instanceof Content.Body(byte[] body) ? body.length : 0;
    }

    Turn turn() {
        return turn;
    }

    List<BrokerMessage> messages() {
        return messages;
    }

    /** What says neither at which door it came in nor whose it is. */
    List<Message> strangers() {
        return strangers;
    }

    long bytes() {
        return bytes;
    }

    /** Whether the queue was read to its end. */
    boolean dry() {
        return dry;
    }

    void close() throws JMSException {
        if (consumer != null) {
            consumer.close();
        }
    }
}
