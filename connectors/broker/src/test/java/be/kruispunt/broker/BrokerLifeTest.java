package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.MAX_BODY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.InstitutionId;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.files.FileStoreMonitor;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Starting, stopping, and coming back. */
final class BrokerLifeTest {
    private TestNetwork network;

    @BeforeEach
    void startBroker() {
        network = new TestNetwork();
    }

    @AfterEach
    void stopBroker() {
        network.close();
    }

    @Test
    void tellsWhichJournalRuns() {
        assertThat(network.broker.journalType()).isIn("NIO", "ASYNCIO");
        assertThatThrownBy(() -> network.broker.queueDepth("nothing")).isInstanceOf(BrokerException.class);
    }

    @Test
    void doesNotStart_whereAnotherListens() {
        try (var second = new EmbeddedBroker(
                new BrokerSettings(
                        TestNetwork.temporary(),
                        "localhost",
                        network.broker.amqpPort(),
                        network.folder.hubTls(),
                        TestNetwork.HUB,
                        Set.of(ADEM),
                        MAX_BODY),
                network.folder.trustStore())) {
            assertThatThrownBy(second::start).isInstanceOf(BrokerException.class);
        }
    }

    @Test
    void anErrorOfTheDisk_isNoticed_andWhatWasTakenIsThereAfterwards() throws JMSException, InterruptedException {
        send();
        assertThat(network.broker.whatIsWrong()).isEmpty();
        ActiveMQServer server = network.broker.server();
        server.getIoCriticalErrorListener().onIOException(new IOException("no space left"), "writing failed", null);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(network.broker.whatIsWrong())
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("no space left")));
        network.broker.close();
        network.broker = network.newBroker(MAX_BODY);
        network.broker.start();
        assertThat(network.broker.whatIsWrong()).isEmpty();
        try (var hub = new HubSide(network.broker.hubConnections())) {
            assertThat(hub.one().user()).isEqualTo(ADEM);
        }
    }

    @Test
    void aJournalThatWasTakenAway_isNoticed() throws IOException {
        Path journal = network.data.resolve("journal");
        Path away = Files.move(journal, network.data.resolve("away"));
        assertThat(network.broker.whatIsWrong())
                .hasValueSatisfying(wrong -> assertThat(wrong).contains("journal"));
        Files.move(away, journal);
    }

    @Test
    @Tag("long")
    void beyondTheDisksMark_aSenderWaits_andGoesOnWhenThereIsSpaceAgain() throws Exception {
        FileStoreMonitor disk = ((ActiveMQServerImpl) network.broker.server()).getMonitor();
        double mark = disk.getMaxUsage();
        disk.setMaxUsage(0).tick();
        var sending = CompletableFuture.runAsync(this::send);
        try (var hub = new HubSide(network.broker.hubConnections())) {
            assertThat(hub.within(Duration.ofSeconds(1))).isEmpty();
            assertThat(sending).isNotDone();
            disk.setMaxUsage(mark).tick();
            sending.get(60, TimeUnit.SECONDS);
            assertThat(hub.one().user()).isEqualTo(ADEM);
        }
    }

    @Test
    void theHubIsNoInstitution() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrokerSettings(
                        network.data, "localhost", 0, network.folder.hubTls(), ADEM, Set.of(ADEM), MAX_BODY));
    }

    @Test
    void aRemoteBrokerIsRefused_whereAQueueIsMissing() throws Exception {
        HubConnections remote = HubConnections.remote(network.uri(), network.folder.hubTls());
        remote.requireQueues(Set.of(ADEM));
        assertThatThrownBy(() -> remote.requireQueues(Set.of(InstitutionId.of("NL:NL2000"))))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("out.NL:NL2000");
        network.broker.server().destroyQueue(SimpleString.of(Queues.DEAD_LETTER));
        assertThatThrownBy(() -> remote.requireQueues(Set.of()))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(Queues.DEAD_LETTER);
        assertThatThrownBy(() -> HubConnections.remote(URI.create("amqps://localhost:1"), network.folder.hubTls())
                        .requireQueues(Set.of()))
                .isInstanceOf(BrokerException.class);
    }

    @Test
    void theIntakeComesBack_whenTheBrokerDoes() {
        int port = network.broker.amqpPort();
        HubConnections remote = HubConnections.remote(network.uri(), network.folder.hubTls());
        try (var route = new HubRoute(remote, batch -> {})) {
            send();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> route.seen() == 1);
            network.broker.close();
            network.broker = network.newBroker(MAX_BODY, port);
            network.broker.start();
            send();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> route.seen() >= 2);
        }
    }

    @Test
    void aMessageThatSaysNotWhoseItIs_isPutAsideForAnOperator() throws JMSException {
        HubConnections hub = network.broker.hubConnections();
        try (Connection connection = hub.openBlocking();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes("<sbd/>".getBytes(UTF_8));
            session.createProducer(session.createQueue(Queues.intake(ADEM))).send(message);
        }
        var letters = new DeadLetters(hub);
        try (var route = new HubRoute(hub, batch -> {})) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> letters.list().size() == 1);
            assertThat(route.seen()).isZero();
        }
        assertThat(letters.list().getFirst().user()).isEmpty();
        assertThat(letters.retryAll()).isZero();
        assertThat(letters.list()).hasSize(1);
    }

    private void send() {
        try (InstitutionClient client = network.client(ADEM)) {
            client.send("<sbd/>".getBytes(UTF_8));
        }
    }
}
