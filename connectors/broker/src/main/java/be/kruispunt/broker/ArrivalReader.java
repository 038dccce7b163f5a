package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads where a remote broker took something in. What is lost with a connection, the intakes find when they look. */
final class ArrivalReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalReader.class);
    private static final long LOOK_UP_MILLIS = 500;

    private final HubConnections connections;
    private final Consumer<InstitutionId> listener;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Backoff backoff = new Backoff();
    private final Thread thread;

    ArrivalReader(HubConnections connections, Consumer<InstitutionId> listener) {
        this.connections = connections;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("arrivals").start(this);
    }

    @Override
    public void run() {
        try {
            while (stop.getCount() > 0) {
                try {
                    read();
                } catch (JMSException | RuntimeException e) { // whatever it is, the thread goes on
                    LOG.debug("the broker is away: {}", e.toString());
                    stop.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws JMSException {
        try (Connection connection = connections.openBlocking();
                Session session = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.ARRIVALS))) {
            connection.start();
            while (stop.getCount() > 0) {
                Message message = consumer.receive(LOOK_UP_MILLIS);
                backoff.reset();
                if (message != null) {
                    listener.accept(InstitutionId.of(message.getStringProperty(Marks.DOOR)));
                }
            }
        }
    }

    void stop() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
