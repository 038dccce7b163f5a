package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static be.kruispunt.broker.TestNetwork.RVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.Purpose;
import be.kruispunt.trust.TlsMaterial;
import be.kruispunt.trust.TrustFolder;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may connect, and what who may do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PermissionsTest {
    private TestNetwork network;

    @BeforeAll
    void startBroker() {
        network = new TestNetwork();
    }

    @AfterAll
    void stopBroker() {
        network.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in.LU:0021",
                "out.LU:0053",
                "out.LU:0021",
                "hub.intake.LU:0053",
                "hub.intake.LU:0021",
                "hub.notices",
                "hub.arrivals",
                "hub.token",
                "hub.dead-letter",
                "hub.expired",
                "in.LU:0053::in.LU:0053",
                "hub.intake.LU:0053::hub.intake.LU:0053",
                "activemq.management",
                "somewhere"
            })
    void anInstitutionCannotSendElsewhere(String address) throws JMSException {
        try (RawClient adem = network.raw(ADEM)) {
            assertThatThrownBy(() -> adem.send(address, adem.session.createTextMessage("x")))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> adem.session
                            .createProducer(null)
                            .send(adem.session.createQueue(address), adem.session.createTextMessage("x")))
                    .isInstanceOf(JMSException.class);
        }
        assertThat(network.broker.intakeDepth()).isZero();
        assertThat(network.broker.queueDepth("in.LU:0053")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "out.LU:0021",
                "in.LU:0053",
                "hub.intake.LU:0053",
                "hub.intake.LU:0021",
                "hub.notices",
                "hub.arrivals",
                "hub.token",
                "hub.dead-letter",
                "hub.expired",
                "in.LU:0053::hub.intake.LU:0053",
                "out.LU:0053::out.LU:0021",
                "activemq.notifications",
                "somewhere"
            })
    void anInstitutionCannotReadElsewhere(String address) throws JMSException {
        try (RawClient adem = network.raw(ADEM)) {
            assertThatThrownBy(() -> adem.session.createConsumer(adem.session.createQueue(address)))
                    .isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> adem.session
                            .createBrowser(adem.session.createQueue(address))
                            .getEnumeration()
                            .hasMoreElements())
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void anInstitutionCannotMakeTemporaryQueues() throws JMSException {
        try (RawClient adem = network.raw(ADEM)) {
            assertThatThrownBy(() -> adem.session.createTemporaryQueue()).isInstanceOf(JMSException.class);
            assertThatThrownBy(() -> adem.session.createTemporaryTopic()).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void theHubsOwnCertificateMayReadTheIntake() throws JMSException {
        try (RawClient hub = new RawClient(network.uri(), network.folder.hubTls())) {
            assertThat(hub.session.createConsumer(hub.session.createQueue(Queues.intake(ADEM))))
                    .isNotNull();
        }
    }

    @Test
    void aRevokedCertificateCannotConnect() {
        network.client(RVA).close();
        network.revoke(RVA);
        network.folder.trustStore();
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThatThrownBy(
                        () -> network.client(RVA))
                .isInstanceOf(BrokerException.class));
    }

    @Test
    void anExpiredCertificateCannotConnect() {
        TlsMaterial expired = network.issued(
                CertificateOrder.client(ADEM, "expired", Instant.now())
                        .validBetween(
                                Instant.now().minus(Duration.ofDays(2)),
                                Instant.now().minus(Duration.ofDays(1))),
                "expired");
        assertThatThrownBy(() -> new RawClient(network.uri(), expired)).isInstanceOf(BrokerException.class);
    }

    @Test
    void aSigningCertificateCannotConnect() {
        TlsMaterial signing = network.issued(CertificateOrder.signing(ADEM, "signing", Instant.now()), "signing");
        assertThat(CertificateOrder.signing(ADEM, "signing", Instant.now()).purposes())
                .isEqualTo(Set.of(Purpose.SIGN));
        assertThatThrownBy(() -> new RawClient(network.uri(), signing)).isInstanceOf(BrokerException.class);
    }

    @Test
    void anInstitutionWithoutQueuesCannotConnect_untilItIsAdded() {
        InstitutionId insurer = InstitutionId.of("BE:0411729366");
        TlsMaterial tls = network.issued(CertificateOrder.client(insurer, "insurer", Instant.now()), "insurer");
        assertThatThrownBy(() -> new InstitutionClient(network.uri(), tls, insurer))
                .isInstanceOf(BrokerException.class);
        assertThat(network.broker.institutions())
                .as("who has no queues is not looked for")
                .doesNotContain(insurer);
        network.broker.addInstitution(insurer);
        assertThat(network.broker.institutions()).contains(insurer);
        assertThat(network.broker.queueDepth(Queues.intake(insurer))).isZero();
        network.broker.addInstitution(insurer);
        try (var client = new InstitutionClient(network.uri(), tls, insurer)) {
            assertThat(client.receive(Duration.ofMillis(10), body -> {})).isFalse();
        }
        assertThat(network.broker.letOnly(TestNetwork.ALL)).containsExactly(insurer);
        assertThatThrownBy(() -> new InstitutionClient(network.uri(), tls, insurer))
                .isInstanceOf(BrokerException.class);
    }

    @Test
    void aCertificateOfAnotherAuthorityCannotConnect() {
        try (var other = new TestNetwork()) {
            TlsMaterial theirs = other.folder.tls(ADEM);
            TlsMaterial mixed = new TlsMaterial(
                    theirs.keyStore(),
                    theirs.keyStorePassword(),
                    network.folder.trust(),
                    TrustFolder.password(network.folder.trust()));
            assertThatThrownBy(() -> new RawClient(network.uri(), mixed)).isInstanceOf(BrokerException.class);
        }
    }

    @Test
    void nobodyConnectsWithoutACertificate() throws GeneralSecurityException, IOException {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(KeyStore.getInstance(
                network.folder.trust().toFile(),
                TrustFolder.password(network.folder.trust()).chars()));
        SSLContext anonymous = SSLContext.getInstance("TLS");
        anonymous.init(null, trusted.getTrustManagers(), null);
        var factory = new JmsConnectionFactory(network.uri() + "?jms.connectTimeout=5000");
        factory.setSslContext(anonymous);
        assertThatThrownBy(() -> factory.createConnection("hub", "hub")).isInstanceOf(JMSException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN", "ANONYMOUS", "SCRAM-SHA-256"})
    void onlyTheCertificateCounts_notAPassword(String mechanism) {
        assertThatThrownBy(() ->
                        new RawClient(network.uri(), network.folder.tls(ADEM), "amqp.saslMechanisms=" + mechanism))
                .isInstanceOf(BrokerException.class);
    }

    @Test
    void artemissOwnProtocolIsNotSpokenToTheNetwork() {
        TlsMaterial tls = network.folder.tls(CNS);
        String url = "tcp://localhost:" + network.broker.amqpPort() + "?sslEnabled=true&callTimeout=3000"
                + "&keyStoreType=PKCS12&keyStorePath=" + tls.keyStore() + "&keyStorePassword="
                + tls.keyStorePassword().value() + "&trustStoreType=PKCS12&trustStorePath=" + tls.trustStore()
                + "&trustStorePassword=" + tls.trustStorePassword().value();
        try (var core = new ActiveMQConnectionFactory(url)) {
            core.setInitialConnectAttempts(1);
            assertThatThrownBy(core::createConnection).isInstanceOf(JMSException.class);
        }
    }

    @Test
    void theInProcessDoorAsksForItsSecret() throws JMSException {
        HubConnections hub = network.broker.hubConnections();
        try (var connection = hub.openBlocking()) {
            assertThat(connection.createSession(false, Session.AUTO_ACKNOWLEDGE))
                    .isNotNull();
        }
        for (String password : List.of("", "hub")) {
            assertThatThrownBy(() -> HubConnections.inVm(network.broker.serverId(), "hub", password, new Arrivals())
                            .openBlocking()
                            .close())
                    .isInstanceOf(JMSException.class);
        }
    }
}
