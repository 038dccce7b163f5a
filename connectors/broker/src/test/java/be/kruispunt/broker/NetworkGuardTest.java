package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.MAX_BODY;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.broker.guard.Bounds;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.amqp.transport.LinkError;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one institution may not do to the others. */
final class NetworkGuardTest extends OnePeer {
    private static final Bounds BOUNDS = Bounds.forBodies(MAX_BODY);

    @Test
    void aSelectorIsRefused_forAConsumerAndABrowser() throws JMSException {
        try (RawClient client = network.raw(ADEM)) {
            Queue out = client.session.createQueue("out.LU:0053");
            assertThatThrownBy(() -> client.session.createConsumer(out, Filters.DEAR_SELECTOR))
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("no filter or selector");
            assertThatThrownBy(() -> client.session
                            .createBrowser(out, Filters.DEAR_SELECTOR)
                            .getEnumeration()
                            .hasMoreElements())
                    .isInstanceOf(JMSException.class)
                    .hasMessageContaining("no filter or selector");
            client.session.createConsumer(out).close();
        }
    }

    private static Source source(Object filter) {
        Source source = BarePeer.source("out.LU:0053");
        source.setFilter(Map.of(Symbol.valueOf("any"), filter));
        return source;
    }

    @ParameterizedTest
    @MethodSource("be.kruispunt.broker.Filters#all")
    void aFilterIsRefused_onALinkOfAnyKind(Object filter) {
        Session session = adem.session();
        Receiver reading = adem.receiver(session, "reading", source(filter));
        assertThat(adem.conditionOf(reading)).isEqualTo(AmqpError.NOT_IMPLEMENTED.toString());

        Source browsing = source(filter);
        browsing.setDistributionMode(Symbol.valueOf("copy"));
        Receiver browser = adem.receiver(session, "browsing", browsing);
        assertThat(adem.refusalOf(browser).getDescription()).contains("no filter or selector");

        Sender sending = session.sender("sending");
        sending.setSource(source(filter));
        sending.setTarget(BarePeer.target("in.LU:0053"));
        assertThat(adem.conditionOf(adem.attached(sending))).isEqualTo(AmqpError.NOT_IMPLEMENTED.toString());

        Sender coordinating = session.sender("coordinating");
        coordinating.setSource(source(filter));
        coordinating.setTarget(new Coordinator());
        assertThat(adem.conditionOf(adem.attached(coordinating))).isEqualTo(AmqpError.NOT_IMPLEMENTED.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AMQ_CORE_MESSAGE_TUNNELING",
                "AMQ_FEDERATION_CONTROL_LINK",
                "AMQ_FEDERATION_EVENT_LINK",
                "AMQ_FEDERATION_QUEUE_RECEIVER",
                "AMQ_FEDERATION_ADDRESS_RECEIVER",
                "amq.mirror"
            })
    void theProtocolsBetweenBrokersAreRefused(String capability) {
        Session session = adem.session();
        Sender sending = session.sender("sending");
        sending.setSource(new Source());
        sending.setTarget(BarePeer.target("in.LU:0053"));
        sending.setDesiredCapabilities(new Symbol[] {Symbol.valueOf(capability)});
        assertThat(adem.conditionOf(adem.attached(sending))).isEqualTo(AmqpError.NOT_IMPLEMENTED.toString());

        Source out = BarePeer.source("out.LU:0053");
        Receiver reading = session.receiver("reading");
        reading.setSource(out);
        reading.setTarget(new Target());
        reading.setDesiredCapabilities(new Symbol[] {Symbol.valueOf(capability)});
        assertThat(adem.conditionOf(adem.attached(reading))).isEqualTo(AmqpError.NOT_IMPLEMENTED.toString());
    }

    @Test
    void aDeliveryWithoutEnd_isCutWhileItArrives_andLeavesNoFile() {
        Sender sender = adem.sender(adem.session(), "endless", "in.LU:0053");
        long sent = trickleUntil(() -> BarePeer.isClosed(sender), sender);
        assertThat(adem.conditionOf(sender)).isEqualTo(LinkError.MESSAGE_SIZE_EXCEEDED.toString());
        assertThat(sent).isGreaterThan(Bounds.ANSWERED_UP_TO * MAX_BODY);
        noFileStays();
        // What the client sent before it knew cost nothing, and the connection serves on.
        assertThat(BarePeer.isClosed(adem.sender(adem.session(), "next", "in.LU:0053")))
                .isFalse();
    }

    @Test
    void whoGoesOnAfterTheCut_losesTheConnection() {
        Sender sender = adem.sender(adem.session(), "endless", "in.LU:0053");
        assertThat(trickleUntil(adem::isGone, sender)).isLessThan(4L * BOUNDS.messageBytes());
    }

    private long trickleUntil(BooleanSupplier isSo, Sender sender) {
        byte[] some = new byte[64 * 1024];
        long sent = 0;
        while (!isSo.getAsBoolean()) {
            adem.trickle(sender, some);
            sent += some.length;
            assertThat(sent).isLessThan(1L << 28);
        }
        return sent;
    }

    @Test
    void whatIsOpenOnSeveralLinks_isCountedTogether() {
        Session session = adem.session();
        byte[] most = new byte[6 * MAX_BODY];
        Sender first = adem.sender(session, "first", "in.LU:0053");
        Sender second = adem.sender(session, "second", "in.LU:0053");
        Sender third = adem.sender(session, "third", "in.LU:0053");
        adem.trickle(first, most);
        adem.trickle(second, most);
        adem.trickle(third, most);
        assertThat(adem.conditionOf(third)).isEqualTo(AmqpError.RESOURCE_LIMIT_EXCEEDED.toString());
        assertThat(BarePeer.isClosed(first)).isFalse();
    }

    @Test
    void aDeliveryThatIsNoMessage_costsItsConnectionOnly() {
        adem.send(adem.sender(adem.session(), "zeros", "in.LU:0053"), new byte[MAX_BODY]);
        assertThat(adem.conditionOf(adem.connection)).isEqualTo(AmqpError.DECODE_ERROR.toString());
        noFileStays();
    }

    @Test
    void aDeliveryThatItsSenderLeaves_leavesNoFile() {
        adem.trickle(adem.sender(adem.session(), "half", "in.LU:0053"), new byte[MAX_BODY]);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(network.largeMessages())
                .isNotEmpty());
        adem.close();
        noFileStays();
    }

    private void noFileStays() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(network.largeMessages())
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: amqp\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000000\r\n\r\n",
                "ARTEMIS\n\0\0\0\u0010",
                "HORNETQ\n\0\0\0\u0010",
                "CONNECT\naccept-version:1.2\nhost:localhost\n\n\0",
                "\u0010\u0010\0\u0004MQTT\u0004\u0002\0<\0\u0004test",
                "\0\0\0\u00f0\u0001ActiveMQ\0\0\0\u000c",
                "\0\0\0\u0000\0\0\0\u0000"
            })
    void nothingButAmqpIsSpoken(String preamble) throws IOException {
        try (SSLSocket socket = BarePeer.socket(network.broker.amqpPort(), network.folder.tls(ADEM))) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(preamble.getBytes(US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }
}
