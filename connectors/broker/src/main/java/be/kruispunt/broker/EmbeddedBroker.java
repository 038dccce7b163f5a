package be.kruispunt.broker;

import be.kruispunt.broker.guard.Bounds;
import be.kruispunt.broker.guard.NetworkGuard;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TrustStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis in this process: AMQP over TLS with client certificates for everybody else, and an in-process way for the hub.
 *
 * <p>Nothing is created on demand: addresses, queues and permissions are those of {@link BrokerTopology}, so that a
 * message can neither go where nobody reads nor come from nobody.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final BrokerSettings settings;
    private final BrokerTopology topology;
    private final Set<InstitutionId> institutions;
    private final NetworkGuard guard;
    private final ActiveMQServer server;
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final Arrivals arrivals = new Arrivals();
    private final int serverId;
    private final String secret;

    /**
     * Does not start it yet.
     *
     * @param settings where and with what
     * @param trust whose certificates open a connection; asked once per connection, when it opens
     */
    public EmbeddedBroker(BrokerSettings settings, TrustStore trust) {
        this(settings, trust, Bounds.forBodies(settings.maxBodyBytes()));
    }

    EmbeddedBroker(BrokerSettings settings, TrustStore trust, Bounds bounds) {
        var random = new SecureRandom();
        this.settings = settings;
        serverId = random.nextInt(1, Integer.MAX_VALUE);
        secret = secret(random);
        institutions = ConcurrentHashMap.newKeySet();
        guard = new NetworkGuard(bounds);
        Configuration configuration = BrokerConfiguration.of(settings, serverId, secret(random));
        configuration.registerBrokerPlugin(guard);
        configuration.registerBrokerPlugin(new Bookkeeper(arrivals));
        server = new ActiveMQServerImpl(
                configuration, new CertificateSecurity(trust, institutions::contains, settings.hub(), secret));
        server.registerIOCriticalErrorListener((cause, message, file) -> failure.set(message + ": " + cause));
        topology = new BrokerTopology(server, settings.maxBodyBytes());
    }

    /**
     * Starts, and returns when institutions can connect.
     *
     * @throws BrokerException when it cannot start, or a queue of the hub cannot exist
     */
    public void start() {
        try {
            server.start();
            topology.createHubQueues();
            settings.institutions().stream().sorted().forEach(this::addInstitution);
            topology.requireHubQueues();
            server.getRemotingService().getAcceptor(BrokerConfiguration.AMQP).start();
        } catch (Exception e) { // ActiveMQServer.start declares Exception
            close();
            throw e instanceof BrokerException known ? known : new BrokerException("the broker did not start", e);
        }
        LOG.info("broker listens on {}:{} (AMQP over TLS), journal {}", settings.amqpHost(), amqpPort(), journalType());
    }

    /** Gives an institution its address and queue, until the broker stops: its queue outlives that, the rest is given
     * again by {@link BrokerSettings#institutions()}. Harmless when it has them; whether it had none is told. */
    public boolean addInstitution(InstitutionId institution) {
        if (institutions.contains(institution)) {
            return false;
        }
        topology.addInstitution(institution);
        return institutions.add(institution);
    }

    /** Makes the queues of an institution that is no longer registered, for what it has not read: it does not connect by that. */
    public void makeQueues(InstitutionId institution) {
        if (!institutions.contains(institution)) {
            topology.addInstitution(institution);
        }
    }

    /**
     * Lets nobody connect any more but these. What waits in the queues of the others stays there; a connection that is open
     * stays open.
     *
     * @return those who could connect until now
     */
    public Set<InstitutionId> letOnly(Set<InstitutionId> registered) {
        var gone = new TreeSet<>(institutions);
        gone.removeAll(registered);
        institutions.removeAll(gone);
        return gone;
    }

    /** Those that can connect; each has its queues. */
    public Set<InstitutionId> institutions() {
        return Set.copyOf(institutions);
    }

    /** The port that institutions connect to. */
    public int amqpPort() {
        return server.getRemotingService().getAcceptor(BrokerConfiguration.AMQP).getActualPort();
    }

    /** The journal that really runs: ASYNCIO falls back to NIO without a word where libaio is missing. */
    public String journalType() {
        return server.getConfiguration().getJournalType().name();
    }

    /**
     * What makes it useless until a new one is started on its folder; empty while all is well. Artemis shuts itself down
     * over an error of its disk, and does not notice that its folder was taken away.
     */
    public Optional<String> whatIsWrong() {
        if (!server.isStarted()) {
            return Optional.of(Objects.requireNonNullElse(failure.get(), "it has stopped"));
        }
        Path journal = settings.dataFolder().resolve(BrokerConfiguration.JOURNAL);
        return Files.isDirectory(journal) ? Optional.empty() : Optional.of("its journal is no longer in its folder");
    }

    /** How many messages wait in a queue, those that are being handled included. */
    public long queueDepth(String queue) {
        var found = server.locateQueue(SimpleString.of(queue));
        if (found == null) {
            throw new BrokerException("there is no queue " + queue);
        }
        return found.getMessageCount();
    }

    /** How many messages wait to be handled, those that are being handled included. */
    public long intakeDepth() {
        return institutions.stream()
                .mapToLong(id -> queueDepth(Queues.intake(id)))
                .sum();
    }

    /** For the tests, which take things away from it. */
    ActiveMQServer server() {
        return server;
    }

    NetworkGuard guard() {
        return guard;
    }

    int serverId() {
        return serverId;
    }

    /** The hub's own way in. */
    public HubConnections hubConnections() {
        return HubConnections.inVm(serverId, CertificateSecurity.HUB, secret, arrivals);
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Stops; what was stored stays stored. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // ActiveMQServer.stop declares Exception
            throw new BrokerException("the broker did not stop cleanly", e);
        }
    }
}
