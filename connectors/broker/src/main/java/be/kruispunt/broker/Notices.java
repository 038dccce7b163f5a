package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands on what the broker's {@link Bookkeeper} notes, some at a time, and takes it from the broker only when whoever keeps
 * it has kept it. A crash between the two brings it again.
 */
public final class Notices implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private static final int MOST = 1_000;
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    /** Between two groups, so that they are groups: each costs the keeper a transaction. */
    private static final Duration GATHERING = Duration.ofMillis(200);

    private final HubConnections connections;
    private final Consumer<List<Settled>> keeper;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Backoff backoff = new Backoff();
    private @Nullable Thread thread;

    /**
     * Does not start yet.
     *
     * @param keeper what it throws makes the notices come again
     */
    public Notices(HubConnections connections, Consumer<List<Settled>> keeper) {
        this.connections = connections;
        this.keeper = keeper;
    }

    /**
     * Hands on all that waits now.
     *
     * @throws BrokerException when the broker cannot be reached
     */
    public void drain() {
        try (var reader = new Reader()) {
            int group = reader.group(connections.patience());
            while (group > 0) {
                group = reader.group(connections.patience());
            }
        } catch (JMSException e) {
            throw new BrokerException("the notices cannot be read: " + e.getMessage(), e);
        }
    }

    /** From now on hands on what comes, until it is closed. */
    public void start() {
        thread = Thread.ofPlatform().daemon().name("notices").start(this::run);
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                try (var reader = new Reader()) {
                    while (!stop.await(reader.group(LOOK_UP) == 0 ? 0 : GATHERING.toMillis(), TimeUnit.MILLISECONDS)) {
                        backoff.reset();
                    }
                } catch (JMSException | RuntimeException e) { // whatever it is, the thread goes on
                    LOG.debug("the broker or the store is away: {}", e.toString());
                    stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Reader implements AutoCloseable {
        private final Connection connection;
        private final Session session;
        private final MessageConsumer consumer;

        Reader() throws JMSException {
            connection = connections.openTransacting();
            try {
                session = connection.createSession(true, Session.SESSION_TRANSACTED);
                consumer = session.createConsumer(session.createQueue(Queues.NOTICES));
                connection.start();
            } catch (JMSException e) {
                connection.close();
                throw e;
            }
        }

        /** Hands on one group, and tells how many it was. */
        int group(Duration patience) throws JMSException {
            var group = new ArrayList<Settled>();
            Message message = patience.isZero() ? consumer.receiveNoWait() : consumer.receive(patience.toMillis());
            while (message != null) {
                group.add(read(message));
                message = group.size() < MOST ? consumer.receiveNoWait() : null;
            }
            if (!group.isEmpty()) {
                keeper.accept(group);
                session.commit();
            }
            return group.size();
        }

        @Override
        public void close() throws JMSException {
            connection.close();
        }
    }

    private static Settled read(Message message) throws JMSException {
        return new Settled(
                Ticket.of(message.getStringProperty(Marks.TICKET)),
                InstitutionId.of(message.getStringProperty(Marks.RECEIVER)),
                Optional.ofNullable(HubMessages.text(message, Marks.DOCUMENT)),
                Instant.ofEpochMilli(message.getLongProperty(Marks.AT)),
                message.getBooleanProperty(Marks.RETURNED));
    }

    @Override
    public void close() {
        stop.countDown();
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
