package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TlsMaterial;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * An institution's side of the queues: a plain AMQP 1.0 client over TLS with the institution's certificate. Any other
 * AMQP client does as well; this one serves the command line, the demonstration and the tests. For one thread.
 */
public final class InstitutionClient implements AutoCloseable {
    /**
     * A client that finds nothing asks by a drain whether there really is nothing (AMQP 1.0 part 2, section 2.6.7). Artemis
     * 2.55 answers it before a large message that is under way, or not at all; so nobody asks, and whoever reads waits.
     */
    static final String NO_DRAIN = "&jms.receiveLocalOnly=true&jms.receiveNoWaitLocalOnly=true";

    private static final long FIRST_MILLIS = 2_000;
    private static final long NEXT_MILLIS = 500;

    private final InstitutionId institution;
    private final Connection connection;
    private final Session session;
    private @Nullable MessageProducer producer;
    private @Nullable MessageConsumer consumer;

    /**
     * Connects.
     *
     * @throws BrokerException when the broker cannot be reached or does not take the certificate
     */
    public InstitutionClient(URI broker, TlsMaterial tls, InstitutionId institution) {
        this.institution = institution;
        var factory = new JmsConnectionFactory(broker
                + "?amqp.saslMechanisms=EXTERNAL&jms.prefetchPolicy.all=20&jms.connectTimeout=10000&jms.requestTimeout=30000"
                + NO_DRAIN);
        factory.setSslContext(tls.sslContext());
        try {
            connection = factory.createConnection();
        } catch (JMSException e) {
            throw new BrokerException("no connection as " + institution + ": " + e.getMessage(), e);
        }
        try {
            session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
            connection.start();
        } catch (JMSException e) {
            close();
            throw new BrokerException("no connection as " + institution + ": " + e.getMessage(), e);
        }
    }

    /** Sends a document to the hub; the broker has stored it when this returns. */
    public void send(byte[] xml) {
        run(() -> {
            if (producer == null) {
                producer = session.createProducer(session.createQueue(Queues.in(institution)));
            }
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(xml);
            producer.send(message);
            return true;
        });
    }

    /**
     * Waits for one document and hands it over; it leaves the queue only when {@code handler} returned.
     *
     * @return false when none came in time
     */
    public boolean receive(Duration timeout, Consumer<byte[]> handler) {
        return run(() -> {
            if (consumer == null) {
                consumer = session.createConsumer(session.createQueue(Queues.out(institution)));
            }
            Message message = consumer.receive(Math.max(1, timeout.toMillis()));
            if (message == null) {
                return false;
            }
            handler.accept(HubMessages.body(message));
            message.acknowledge();
            return true;
        });
    }

    /**
     * Looks at what waits, oldest first, and leaves it there: what is read and not acknowledged goes back in its order. Not
     * by browsing, which drains ({@link #NO_DRAIN}).
     */
    public void browse(Consumer<byte[]> viewer) {
        run(() -> {
            try (Session looking = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
                    MessageConsumer queue = looking.createConsumer(looking.createQueue(Queues.out(institution)))) {
                for (Message message = queue.receive(FIRST_MILLIS);
                        message != null;
                        message = queue.receive(NEXT_MILLIS)) {
                    viewer.accept(HubMessages.body(message));
                }
            }
            return true;
        });
    }

    private interface Work {
        boolean run() throws JMSException;
    }

    private boolean run(Work work) {
        try {
            return work.run();
        } catch (JMSException e) {
            throw new BrokerException("the broker does not do this for " + institution + ": " + e.getMessage(), e);
        }
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
