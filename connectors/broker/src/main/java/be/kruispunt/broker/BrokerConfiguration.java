package be.kruispunt.broker;

import be.kruispunt.trust.TlsMaterial;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.io.aio.AIOSequentialFileFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** The settings of the embedded Artemis that matter, with their reasons; a remote one needs the same (broker.md). */
final class BrokerConfiguration {
    static final String AMQP = "amqp";

    /** The folder below the broker's. */
    static final String JOURNAL = "journal";

    private static final int MIB = 1024 * 1024;

    /** The default of 3.33 ms caps one consumer at some 220 transactions a second. */
    private static final int JOURNAL_BUFFER_TIMEOUT_NANOS = 100_000;

    private BrokerConfiguration() {}

    static Configuration of(BrokerSettings settings, int serverId, String clusterPassword) {
        Configuration configuration = new ConfigurationImpl();
        configuration.setName("kruispunt");
        configuration.setSecurityEnabled(true);
        configuration.setClusterPassword(clusterPassword);
        // Each connection is asked once and remembered by itself: Artemis's caches go by the certificate's subject
        // name.
        configuration.setAuthenticationCacheSize(0);
        configuration.setAuthorizationCacheSize(0);
        configuration.setJMXManagementEnabled(false);
        configuration.setSecurityRoles(new HashMap<>(Map.of("#", hubOnly())));
        journal(configuration, settings.dataFolder());
        memory(configuration);
        Set<TransportConfiguration> acceptors = new HashSet<>(Set.of(
                new TransportConfiguration(
                        InVMAcceptorFactory.class.getName(),
                        Map.of(TransportConstants.SERVER_ID_PROP_NAME, serverId),
                        "hub"),
                amqp(settings)));
        configuration.setAcceptorConfigurations(acceptors);
        return configuration;
    }

    private static void journal(Configuration configuration, Path folder) {
        configuration.setPersistenceEnabled(true);
        configuration.setJournalDirectory(folder.resolve(JOURNAL).toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large-messages").toString());
        configuration.setNodeManagerLockDirectory(folder.resolve("lock").toString());
        configuration.setJournalType(AIOSequentialFileFactory.isSupported() ? JournalType.ASYNCIO : JournalType.NIO);
        configuration.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_TIMEOUT_NANOS);
        configuration.setJournalBufferTimeout_AIO(JOURNAL_BUFFER_TIMEOUT_NANOS);
        configuration.setPersistIDCache(true);
        // Beyond it senders wait; the journal of what was taken in must still find room.
        configuration.setMaxDiskUsage(90);
    }

    /** A backlog is on disk, not in the heap: 200,000 messages of 5 kB fit a process with 512 MB. */
    private static void memory(Configuration configuration) {
        configuration.setGlobalMaxSize(96L * MIB);
        var settings = new AddressSettings();
        settings.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        settings.setMaxSizeBytes(16L * MIB);
        settings.setPageSizeBytes(2 * MIB);
        settings.setMaxReadPageBytes(4 * MIB);
        settings.setPrefetchPageBytes(4 * MIB);
        settings.setAutoCreateAddresses(false);
        settings.setAutoCreateQueues(false);
        settings.setAutoDeleteAddresses(false);
        settings.setAutoDeleteQueues(false);
        // The hub counts attempts per message, and a receiver that fails ten times must not lose its document.
        settings.setMaxDeliveryAttempts(-1);
        settings.setDeadLetterAddress(SimpleString.of(Queues.DEAD_LETTER));
        settings.setExpiryAddress(SimpleString.of(Queues.EXPIRED));
        configuration.addAddressSetting("#", settings);
        // A sender's own duplicate id must not make the broker drop its message without an answer.
        configuration.addAddressSetting("in.#", new AddressSettings(settings).setIDCacheSize(0));
        configuration.addAddressSetting("hub.#", new AddressSettings(settings).setIDCacheSize(0));
        // Who is not there is not told, and looks for itself when it comes.
        configuration.addAddressSetting(
                Queues.ARRIVALS,
                new AddressSettings(settings)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP)
                        .setMaxSizeBytes(4L * MIB)
                        .setIDCacheSize(0));
    }

    private static TransportConfiguration amqp(BrokerSettings settings) {
        TlsMaterial tls = settings.tls();
        var parameters = new HashMap<String, Object>();
        parameters.put("host", settings.amqpHost());
        parameters.put("port", settings.amqpPort());
        parameters.put("protocols", "AMQP");
        parameters.put("sslEnabled", true);
        parameters.put("needClientAuth", true);
        parameters.put("enabledProtocols", "TLSv1.3,TLSv1.2");
        parameters.put("keyStoreType", "PKCS12");
        parameters.put("keyStorePath", tls.keyStore().toString());
        parameters.put("keyStorePassword", tls.keyStorePassword().value());
        parameters.put("trustStoreType", "PKCS12");
        parameters.put("trustStorePath", tls.trustStore().toString());
        parameters.put("trustStorePassword", tls.trustStorePassword().value());
        parameters.put("autoStart", false); // first the queues, then the door
        Map<String, Object> ofTheProtocol = Map.of("saslMechanisms", "EXTERNAL");
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), parameters, AMQP, ofTheProtocol);
    }

    private static Set<Role> hubOnly() {
        return Set.of(role(CertificateSecurity.HUB, true, true));
    }

    /** Sending and reading are all that anybody may do; queues are made and removed by this room alone. */
    static Role role(String name, boolean send, boolean read) {
        return new Role(name, send, read, false, false, false, false, false, read, false, false, false, false);
    }
}
