package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.MAX_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.trust.TlsMaterial;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.proton.amqp.transport.ConnectionError;
import org.junit.jupiter.api.Test;

/** How a connection comes about, or does not. */
final class OpeningTest {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final byte[] SASL_PREAMBLE = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};

    @Test
    void whoDoesNotFinishTheOpening_isClosed() throws IOException {
        try (var network = new TestNetwork(MAX_BODY, TestNetwork.patient(1))) {
            int port = network.broker.amqpPort();
            TlsMaterial tls = network.folder.tls(ADEM);
            try (var silent = new Socket("localhost", port);
                    Socket encrypted = BarePeer.socket(port, tls);
                    Socket greeted = BarePeer.socket(port, tls)) {
                greeted.getOutputStream().write(SASL_PREAMBLE);
                for (Socket socket : List.of(silent, encrypted, greeted)) {
                    socket.setSoTimeout(PATIENCE_MILLIS);
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }

    @Test
    void ofTooManyThatDoNotOpen_theOldestIsClosed_andWhoOpensGetsIn() throws IOException, JMSException {
        int most = 5;
        try (var network = new TestNetwork(MAX_BODY, TestNetwork.patient(300, most))) {
            var silent = new ArrayList<Socket>();
            for (int i = 0; i < 2 * most; i++) {
                silent.add(new Socket("localhost", network.broker.amqpPort()));
            }
            network.raw(ADEM).close();
            for (Socket socket : silent.subList(0, most)) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    /** Qpid JMS gives up for good after a refusal, and tries again after a connection that was forced to close. */
    @Test
    void whileARevocationListIsLate_aConnectionIsPutOff_andAClientThatReconnectsGetsIn() throws Exception {
        try (var network = new TestNetwork()) {
            Path list = network.folder.revocationList();
            byte[] current = Files.readAllBytes(list);
            Files.delete(list);
            network.broker.close();
            network.broker = network.newBroker(MAX_BODY); // which never saw a list
            network.broker.start();
            try (var peer = new BarePeer(network.broker.amqpPort(), network.folder.tls(ADEM)).opened()) {
                assertThat(peer.conditionOf(peer.connection)).isEqualTo(ConnectionError.CONNECTION_FORCED.toString());
            }
            var factory = new JmsConnectionFactory(
                    "failover:(" + network.uri()
                            + "?amqp.saslMechanisms=EXTERNAL)?failover.initialReconnectDelay=100&failover.maxReconnectDelay=500");
            factory.setSslContext(network.folder.tls(ADEM).sslContext());
            var connecting = CompletableFuture.supplyAsync(() -> open(factory));
            assertThat(connecting).isNotDone();
            Files.write(list, current);
            connecting.get(60, TimeUnit.SECONDS).close();
        }
    }

    private static Connection open(JmsConnectionFactory factory) {
        try {
            Connection connection = factory.createConnection();
            connection.start();
            return connection;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
