package be.kruispunt.broker;

import static be.kruispunt.broker.Bodies.body;
import static be.kruispunt.broker.Bodies.bytes;
import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.RVA;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.trust.TlsMaterial;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import org.apache.qpid.proton.amqp.transport.LinkError;
import org.apache.qpid.proton.engine.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/operate/broker.md} promises of an Artemis that is set up by its files. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StockBrokerTest {
    private static final int MAX_BODY = 2 * 1024 * 1024;

    private StockBroker broker;

    @BeforeAll
    void startBroker(@TempDir Path instance) throws IOException {
        broker = new StockBroker(instance);
    }

    @AfterAll
    void stopBroker() {
        broker.close();
    }

    private static byte[] filled(int size) {
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) 'x');
        return body;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000, 300_000, MAX_BODY})
    void aBodyArrivesUnderTheNameOfItsDoor_andGoesOutAsItIs(int size) throws JMSException, InterruptedException {
        byte[] sent = filled(size);
        try (var adem = broker.client(ADEM);
                var rva = broker.client(RVA);
                var hub = new HubSide(broker.hub())) {
            adem.send(sent);
            BrokerMessage message = hub.one();
            assertThat(message.user()).isEqualTo(ADEM);
            assertThat(body(message)).isEqualTo(sent);

            var deliveries = new Deliveries(hub.session);
            deliveries.deliver(Bodies.u002(RVA), body(message));
            hub.session.commit();
            var received = new ArrayList<byte[]>();
            assertThat(rva.receive(Duration.ofSeconds(20), received::add)).isTrue();
            assertThat(received).singleElement().isEqualTo(sent);
        }
    }

    @Test
    void whatIsTooLarge_arrivesAsItsLengthAndDigest() throws JMSException, InterruptedException {
        byte[] sent = filled(MAX_BODY + 1);
        try (var adem = broker.client(ADEM);
                var hub = new HubSide(broker.hub())) {
            adem.send(sent);
            assertThat(hub.one().content()).isEqualTo(new Content.TooLarge(sent.length, Digest.of(sent)));
        }
    }

    @Test
    void aPropertyIsRefused_andNobodyActsAsAnother() throws JMSException, InterruptedException {
        try (var adem = new RawClient(broker.uri(), broker.folder.tls(ADEM));
                var hub = new HubSide(broker.hub())) {
            BytesMessage forged = adem.session.createBytesMessage();
            forged.writeBytes(bytes("<sbd/>"));
            forged.setStringProperty("hub_door", RVA.value());
            adem.send("in.LU:0053", forged);

            BrokerMessage message = hub.one();
            assertThat(message.user()).isEqualTo(ADEM);
            assertThat(message.content())
                    .isInstanceOfSatisfying(Content.NotAccepted.class, refused -> assertThat(refused.code())
                            .isEqualTo(RefusalCode.PROPERTY_NOT_ACCEPTED));
        }
    }

    @Test
    void theSameDuplicateIdTwice_isAnsweredTwice() throws JMSException, InterruptedException {
        try (var adem = new RawClient(broker.uri(), broker.folder.tls(ADEM));
                var hub = new HubSide(broker.hub())) {
            for (int i = 0; i < 2; i++) {
                BytesMessage message = adem.session.createBytesMessage();
                message.writeBytes(bytes("<sbd/>"));
                message.setStringProperty("_AMQ_DUPL_ID", "same");
                adem.send("in.LU:0053", message);
            }
            assertThat(hub.one().user()).isEqualTo(ADEM);
            assertThat(hub.one().user()).isEqualTo(ADEM);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in.BE:0206737484",
                "out.LU:0053",
                "out.BE:0206737484",
                "hub.intake.LU:0053",
                "hub.notices",
                "hub.dead-letter",
                "in.LU:0053::in.LU:0053",
                "hub.intake.LU:0053::hub.intake.LU:0053",
                "activemq.management",
                "somewhere"
            })
    void anInstitutionCannotSendElsewhere(String address) throws JMSException, InterruptedException {
        try (var adem = new RawClient(broker.uri(), broker.folder.tls(ADEM))) {
            assertThatThrownBy(() -> adem.send(address, adem.session.createTextMessage("x")))
                    .isInstanceOf(JMSException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "out.BE:0206737484",
                "in.LU:0053",
                "hub.intake.LU:0053",
                "hub.notices",
                "activemq.notifications",
                "somewhere"
            })
    void anInstitutionCannotReadElsewhere(String address) throws JMSException, InterruptedException {
        try (var adem = new RawClient(broker.uri(), broker.folder.tls(ADEM))) {
            assertThatThrownBy(() -> adem.session.createConsumer(adem.session.createQueue(address)))
                    .isInstanceOf(JMSException.class);
        }
    }

    @Test
    void aSelectorIsRefused() throws JMSException {
        try (var adem = new RawClient(broker.uri(), broker.folder.tls(ADEM))) {
            assertThatThrownBy(() -> adem.session.createConsumer(adem.session.createQueue("out.LU:0053"), "1 = 1"))
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("no filter or selector");
        }
    }

    @Test
    void aDeliveryWithoutEnd_isCutWhileItArrives() {
        try (var adem = new BarePeer(broker.uri().getPort(), broker.folder.tls(ADEM)).opened()) {
            Sender sender = adem.sender(adem.session(), "endless", "in.LU:0053");
            byte[] some = new byte[64 * 1024];
            for (long sent = 0; !BarePeer.isClosed(sender); sent += some.length) {
                adem.trickle(sender, some);
                assertThat(sent).isLessThan(1L << 28);
            }
            assertThat(adem.conditionOf(sender)).isEqualTo(LinkError.MESSAGE_SIZE_EXCEEDED.toString());
        }
    }

    @Test
    void nothingButAmqpIsSpoken() throws IOException {
        try (SSLSocket socket = BarePeer.socket(broker.uri().getPort(), broker.folder.tls(ADEM))) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n".getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void nobodyConnectsWithARevokedCertificate_orAPassword() {
        assertThatThrownBy(() -> new RawClient(broker.uri(), broker.revoked)).isInstanceOf(BrokerException.class);
        TlsMaterial own = broker.folder.tls(ADEM);
        assertThatThrownBy(() -> new RawClient(broker.uri(), own, "amqp.saslMechanisms=PLAIN"))
                .isInstanceOf(BrokerException.class);
    }
}
