package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.RefusalCode;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.StreamMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes through {@code in.<institution>}, and under whose name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoorTest {
    private static final byte[] XML = "<sbd>é</sbd>".getBytes(UTF_8);

    private TestNetwork network;
    private RawClient adem;
    private HubSide hub;

    @BeforeAll
    void startBroker() {
        network = new TestNetwork();
    }

    @AfterAll
    void stopBroker() {
        network.close();
    }

    @BeforeEach
    void connect() throws JMSException, InterruptedException {
        adem = network.raw(ADEM);
        hub = new HubSide(network.broker.hubConnections());
    }

    @AfterEach
    void disconnect() throws JMSException, InterruptedException {
        adem.close();
        while (network.broker.intakeDepth() > 0) { // what a test left unread is not for the next one
            hub.one();
        }
        hub.close();
    }

    @Test
    void bytesArriveUnderTheNameOfTheConnection() throws JMSException, InterruptedException {
        adem.send("in.LU:0053", bytes(XML));
        BrokerMessage message = hub.one();
        assertThat(message.user()).isEqualTo(ADEM);
        assertThat(message.attempts()).isZero();
        assertThat(message.arrivedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(message.content()).isInstanceOfSatisfying(Content.Body.class, b -> assertThat(b.bytes())
                .isEqualTo(XML));
    }

    @Test
    void textArrivesAsUtf8() throws JMSException, InterruptedException {
        adem.send("in.LU:0053", adem.session.createTextMessage("<sbd>é</sbd>"));
        assertThat(hub.one().content()).isInstanceOfSatisfying(Content.Body.class, b -> assertThat(b.bytes())
                .isEqualTo(XML));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_AMQ_VALIDATED_USER",
                "JMSXUserID_",
                "_AMQ_ORIG_ADDRESS",
                "_AMQ_DUPL_ID",
                "hub_user",
                "hub_attempts",
                "hub_door",
                "hub_code",
                "JMS_AMQP_MA_x-opt-ORIG-ADDRESS",
                "colour"
            })
    void aPropertyIsRefused_andChangesNothing(String name) throws JMSException, InterruptedException {
        BytesMessage message = bytes(XML);
        message.setStringProperty(name, CNS.value());
        adem.send("in.LU:0053", message);
        BrokerMessage received = hub.one();
        assertThat(received.user()).isEqualTo(ADEM);
        assertThat(received.attempts()).isZero();
        assertThat(received.content()).isInstanceOfSatisfying(Content.NotAccepted.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.PROPERTY_NOT_ACCEPTED);
            assertThat(refused.digest()).isEqualTo(Digest.of(XML));
        });
    }

    @Test
    void theSameDuplicateIdTwice_isAnsweredTwice() throws JMSException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            BytesMessage message = bytes(XML);
            message.setStringProperty("_AMQ_DUPL_ID", "same");
            adem.send("in.LU:0053", message);
        }
        assertThat(hub.next(2)).extracting(BrokerMessage::user).containsOnly(ADEM);
    }

    @Test
    void aUserIdOfTheSendersOwnChoice_isNotLookedAt() throws JMSException, InterruptedException {
        BytesMessage message = bytes(XML);
        message.setStringProperty("JMSXUserID", CNS.value());
        message.setStringProperty("JMSXGroupID", "group");
        message.setJMSCorrelationID("correlation");
        message.setJMSType("type");
        adem.send("in.LU:0053", message);
        BrokerMessage received = hub.one();
        assertThat(received.user()).isEqualTo(ADEM);
        assertThat(received.content()).isInstanceOf(Content.Body.class);
    }

    @Test
    void otherKindsOfMessageAreRefused() throws JMSException, InterruptedException {
        MapMessage map = adem.session.createMapMessage();
        map.setString("a", "b");
        StreamMessage stream = adem.session.createStreamMessage();
        stream.writeString("a");
        for (Message message : List.of(
                map,
                stream,
                adem.session.createObjectMessage("object"),
                adem.session.createMessage(),
                adem.session.createTextMessage(),
                adem.session.createTextMessage(""),
                adem.session.createBytesMessage())) {
            adem.send("in.LU:0053", message);
            assertThat(hub.one().content())
                    .as(message.getClass().getSimpleName())
                    .isInstanceOfSatisfying(Content.NotAccepted.class, refused -> assertThat(refused.code())
                            .isEqualTo(RefusalCode.CONTENT_NOT_ACCEPTED));
        }
    }

    /** The sender of a broken one may lose its link, and is told so; nobody waits for an answer that does not come. */
    @Test
    void everyEncodingIsAnswered() throws JMSException, InterruptedException {
        try (var peer = new BarePeer(network.broker.amqpPort(), network.folder.tls(ADEM)).opened()) {
            Session session = peer.session();
            Sender sender = peer.sender(session, "sender", "in.LU:0053");
            for (Arguments taken : Encodings.taken().toList()) {
                peer.send(sender, (byte[]) taken.get()[1]);
                assertThat(hub.one().content())
                        .as("%s", taken.get()[0])
                        .isInstanceOfSatisfying(
                                Content.Body.class,
                                b -> assertThat(b.bytes()).asString(UTF_8).isEqualTo(Encodings.XML));
            }
            for (Arguments refused : Encodings.refused().toList()) {
                peer.send(sender, (byte[]) refused.get()[1]);
                assertThat(hub.one().content()).as("%s", refused.get()[0]).isInstanceOf(Content.NotAccepted.class);
            }
        }
        for (Arguments broken : Encodings.broken().toList()) {
            try (var peer = new BarePeer(network.broker.amqpPort(), network.folder.tls(ADEM)).opened()) {
                peer.send(peer.sender(peer.session(), "broken", "in.LU:0053"), (byte[]) broken.get()[1]);
            }
        }
    }

    @Test
    void aTypedObjectIsRefused() throws JMSException, InterruptedException {
        var message = adem.session.createObjectMessage();
        message.setBooleanProperty("JMS_AMQP_TYPED_ENCODING", true);
        message.setObject(new ArrayList<>(List.of("a")));
        adem.send("in.LU:0053", message);
        assertThat(hub.one().content()).isInstanceOf(Content.NotAccepted.class);
    }

    @Test
    void aFullyQualifiedNameLeadsThroughTheSameDoor() throws JMSException, InterruptedException {
        adem.send("in.LU:0053::hub.intake.LU:0053", bytes(XML));
        BytesMessage forged = bytes(XML);
        forged.setStringProperty("hub_user", CNS.value());
        adem.send("in.LU:0053::hub.intake.LU:0053", forged);
        assertThat(hub.next(2)).extracting(BrokerMessage::user).containsOnly(ADEM);
    }

    @Test
    void aMessageThatIsNotDurableOrWouldExpire_isKept() throws JMSException, InterruptedException {
        try (MessageProducer producer = adem.session.createProducer(adem.session.createQueue("in.LU:0053"))) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.setTimeToLive(1);
            producer.send(bytes(XML));
        }
        assertThat(hub.one().content()).isInstanceOf(Content.Body.class);
        assertThat(network.broker.queueDepth(Queues.EXPIRED)).isZero();
    }

    @Test
    void aLargeBodyWithinTheLimit_arrivesWhole() throws JMSException, InterruptedException {
        byte[] body = new byte[TestNetwork.MAX_BODY];
        Arrays.fill(body, (byte) 'x');
        adem.send("in.LU:0053", bytes(body));
        BrokerMessage message = hub.one();
        assertThat(message.user()).isEqualTo(ADEM);
        assertThat(message.content()).isInstanceOfSatisfying(Content.Body.class, b -> assertThat(b.bytes())
                .isEqualTo(body));
    }

    @Test
    void aBodyBeyondTheLimit_arrivesAsItsLengthAndDigest_andLeavesNoFile() throws JMSException, InterruptedException {
        byte[] body = new byte[TestNetwork.MAX_BODY + 1];
        Arrays.fill(body, (byte) 'x');
        adem.send("in.LU:0053", bytes(body));
        BrokerMessage message = hub.one();
        assertThat(message.user()).isEqualTo(ADEM);
        assertThat(message.content()).isEqualTo(new Content.TooLarge(body.length, Digest.of(body)));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(network.largeMessages())
                .isEmpty());
    }

    private BytesMessage bytes(byte[] body) throws JMSException {
        BytesMessage message = adem.session.createBytesMessage();
        message.writeBytes(body);
        return message;
    }
}
