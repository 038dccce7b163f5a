package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TlsMaterial;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;

/**
 * The hub's own way to the broker, embedded or remote: plain Jakarta Messaging, so that one code path serves both.
 *
 * <p>Two factories because a send inside a transaction need not wait for the disk (the commit does), while a send
 * outside one must.
 */
public final class HubConnections {
    /**
     * Some 60 messages of 8 kB per intake: enough for the next batches, little to give back when an intake stops; and all
     * intakes together stay below what a queue reads ahead of its pages (see {@link BrokerConfiguration}).
     */
    private static final int CONSUMER_WINDOW_BYTES = 512 * 1024;

    private static final int PREFETCHED_MESSAGES = 100;

    /** How long a message may be on its way that a remote broker told of. */
    private static final Duration UNDER_WAY = Duration.ofMillis(500);

    /** The same inside the process, where a large one is read from its file. */
    private static final Duration UNDER_WAY_HERE = Duration.ofMillis(100);

    /** Letters may be as large as messages are. */
    private static final int PREFETCHED_LETTERS = 4;

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY_REMOTE = Duration.ofMinutes(1);
    private static final int PARTS_REMOTE = 60;

    private final ConnectionFactory transacting;
    private final ConnectionFactory blocking;
    private final Lock redelivering = new ReentrantLock();
    private final Optional<Arrivals> embedded;

    private HubConnections(ConnectionFactory transacting, ConnectionFactory blocking, Optional<Arrivals> embedded) {
        this.transacting = transacting;
        this.blocking = blocking;
        this.embedded = embedded;
    }

    /** Tells from now on where something came in, until what it returns is run. */
    Runnable listen(Consumer<InstitutionId> listener) {
        return embedded.map(arrivals -> arrivals.listen(listener))
                .orElseGet(() -> new ArrivalReader(this, listener)::stop);
    }

    /**
     * How long to wait for a message of which the broker told; zero where it can be asked whether it has one. A remote
     * one cannot: its answer may come before a large message that is on its way.
     */
    Duration patience() {
        return embedded.isPresent() ? Duration.ZERO : UNDER_WAY;
    }

    /** How long a message may be on its way of which the broker told; either protocol may say before that there is none. */
    Duration underWay() {
        return embedded.isPresent() ? UNDER_WAY_HERE : UNDER_WAY;
    }

    /** How often to look at each for what no arrival told of; a look costs little here, and a wait where the broker is remote. */
    Duration lookEvery() {
        return embedded.isPresent() ? LOOK_EVERY : LOOK_EVERY_REMOTE;
    }

    /** In how many parts, one after the other: a wait for everybody at once would keep the intakes from their work. */
    int looksInParts() {
        return embedded.isPresent() ? 1 : PARTS_REMOTE;
    }

    /** Held by whoever delivers again; see {@link Redelivery}. */
    Lock redelivering() {
        return redelivering;
    }

    /** Inside this process, which is the only way by which Artemis's own protocol is spoken (CVE-2026-57967). */
    static HubConnections inVm(int serverId, String user, String password, Arrivals arrivals) {
        return new HubConnections(
                inVm(serverId, user, password, false), inVm(serverId, user, password, true), Optional.of(arrivals));
    }

    private static ConnectionFactory inVm(int serverId, String user, String password, boolean block) {
        var factory = new ActiveMQConnectionFactory("vm://" + serverId, user, password);
        factory.setBlockOnDurableSend(block);
        factory.setBlockOnAcknowledge(false);
        factory.setConsumerWindowSize(CONSUMER_WINDOW_BYTES);
        factory.setCacheDestinations(true);
        factory.setReconnectAttempts(0);
        factory.setDeserializationDenyList("*");
        return factory;
    }

    /**
     * To a broker that runs apart, by AMQP over TLS with the hub's certificate.
     *
     * @param uri {@code amqps://host:port}, or the {@code failover:(...)} form of Qpid JMS
     * @param tls the hub's key, and the authority that the broker's certificate is issued under
     */
    public static HubConnections remote(URI uri, TlsMaterial tls) {
        return new HubConnections(
                remote(uri, tls, PREFETCHED_MESSAGES), remote(uri, tls, PREFETCHED_LETTERS), Optional.empty());
    }

    private static ConnectionFactory remote(URI uri, TlsMaterial tls, int prefetched) {
        var factory = new JmsConnectionFactory(uri + (uri.toString().contains("?") ? "&" : "?")
                + "amqp.saslMechanisms=EXTERNAL&jms.validatePropertyNames=false" + InstitutionClient.NO_DRAIN
                + "&jms.prefetchPolicy.all=" + prefetched);
        factory.setSslContext(tls.sslContext());
        return factory;
    }

    /**
     * Refuses when a queue does not exist into which the hub sends: an address without a queue drops messages silently,
     * and a document for a queue that is not there makes every batch wait in which it is.
     *
     * @param institutions those that are registered
     * @throws BrokerException when one is missing, or the broker cannot be reached
     */
    public void requireQueues(Set<InstitutionId> institutions) {
        // Not started, so that nothing is sent to the consumers that ask only whether a queue is there.
        try (Connection connection = openBlocking();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            for (String queue : Queues.ofTheHub()) {
                requireQueue(session, queue);
            }
            for (InstitutionId institution : institutions) {
                requireQueue(session, Queues.out(institution));
                requireQueue(session, Queues.intake(institution));
            }
        } catch (JMSException e) {
            throw new BrokerException("the broker cannot be reached: " + e.getMessage(), e);
        }
    }

    private static void requireQueue(Session session, String queue) {
        try {
            session.createConsumer(session.createQueue(queue)).close();
        } catch (JMSException e) {
            throw new BrokerException("the broker has no queue " + queue + "; create it before the hub starts", e);
        }
    }

    /** For transacted sessions. */
    Connection openTransacting() throws JMSException {
        return transacting.createConnection();
    }

    /** For single sends that return when the broker has stored the message. */
    Connection openBlocking() throws JMSException {
        return blocking.createConnection();
    }
}
