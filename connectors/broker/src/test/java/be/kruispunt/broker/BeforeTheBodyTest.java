package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static be.kruispunt.broker.TestNetwork.MAX_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.kruispunt.trust.CertificateOrder;
import jakarta.jms.JMSException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnknownDescribedType;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;
import org.apache.qpid.proton.engine.Sender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client may put around a body: for the broker to read once, and not to keep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BeforeTheBodyTest {
    private static final String TOO_MANY = "at most 500 symbols that nobody sent before";
    private static final int AT_ONCE = 50;
    private static final byte[] DECLARE = HexFormat.of().parseHex("00537700533145");
    private static final byte[] SMALL_BODY = HexFormat.of().parseHex("005375a0013c");

    private TestNetwork network;

    @BeforeAll
    void startBroker() throws JMSException {
        network = new TestNetwork();
        network.raw(CNS).close(); // what a library sends for everybody is known then
    }

    @AfterAll
    void stopBroker() {
        network.close();
    }

    private BarePeer peer() {
        return new BarePeer(network.broker.amqpPort(), network.folder.tls(ADEM)).opened();
    }

    /** With a certificate of its own, since what is counted is counted for ever. */
    private BarePeer anew(String name) {
        var order = CertificateOrder.client(ADEM, name, Instant.now());
        return new BarePeer(network.broker.amqpPort(), network.issued(order, name)).opened();
    }

    static Stream<Arguments> largeOnes() {
        return Stream.of(
                arguments("a body begins within", properties(i -> "x".repeat(1_000), 100)),
                arguments("at most 2000 values", properties(i -> i, 3_000)),
                arguments("not encoded as AMQP is", HexFormat.of().parseHex("005370c10100")), // a map, not a list
                arguments("not encoded as AMQP is", HexFormat.of().parseHex("005372c1010001")), // no constructor
                arguments("nested too deeply", annotations(nested(40))));
    }

    /** Artemis decodes what stands before a large body anew with each frame, until it can. */
    @ParameterizedTest
    @MethodSource("largeOnes")
    void whatStandsBeforeALargeBody_isBounded_andIsReadAtOnce(String why, byte[] before) {
        byte[] body = joined(HexFormat.of().parseHex("005375b000100000"), new byte[MAX_BODY]);
        try (BarePeer adem = peer()) {
            adem.send(adem.sender(adem.session(), "much", "in.LU:0053"), joined(before, body));
            assertThat(adem.refusalOf(adem.connection).getDescription()).contains(why);
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(network.largeMessages())
                .isEmpty());
    }

    static Stream<Arguments> names() {
        return Stream.of(
                row("keys", i -> Map.of(Symbol.valueOf("key " + i), "")),
                row("values", i -> Symbol.valueOf("value " + i)),
                row("arrays", i -> new Symbol[] {Symbol.valueOf("element " + i)}),
                row("names", i -> new UnknownDescribedType(Symbol.valueOf("name " + i), "")),
                row("numbers", i -> new UnknownDescribedType(UnsignedLong.valueOf(1L << 32 | i), "")));
    }

    private static Arguments row(String kind, IntFunction<Object> name) {
        return arguments(kind, name);
    }

    /** Proton keeps each different name that it decoded, for as long as the process lives. */
    @ParameterizedTest
    @MethodSource
    void names(String kind, IntFunction<Object> name) {
        try (BarePeer adem = anew(kind)) {
            Sender sender = adem.sender(adem.session(), "names", "in.LU:0053");
            untilItIsTooMuch(adem, sender, i -> joined(annotations(atOnce(i, name)), SMALL_BODY));
        }
    }

    /** They look alike as texts; Proton keeps them by their bytes. */
    @Test
    void namesOfOtherBytesThanAscii_areCountedToo() {
        try (BarePeer adem = anew("bytes")) {
            Sender sender = adem.sender(adem.session(), "names", "in.LU:0053");
            untilItIsTooMuch(adem, sender, i -> {
                var names = ByteBuffer.allocate(AT_ONCE * 5);
                for (int j = 0; j < AT_ONCE; j++) {
                    names.put(new byte[] {(byte) 0xa3, 2, (byte) (128 + i), (byte) (128 + j), 0x40});
                }
                return joined(HexFormat.of().parseHex("005372c1fb64"), names.array(), SMALL_BODY);
            });
        }
    }

    @Test
    void namesInAWordAboutTransactions_areCountedToo() {
        try (BarePeer adem = anew("coordinating")) {
            Sender coordinating = adem.session().sender("coordinating");
            coordinating.setSource(new Source());
            coordinating.setTarget(new Coordinator());
            untilItIsTooMuch(
                    adem,
                    adem.attached(coordinating),
                    i -> joined(annotations(atOnce(i, j -> Symbol.valueOf("word " + j))), DECLARE));
        }
    }

    @Test
    void namesInAFrame_areCountedToo_andConcernNobodyElse() throws JMSException {
        try (BarePeer adem = anew("framing")) {
            attaching(adem, 600);
            assertThat(adem.refusalOf(adem.connection).getDescription()).contains(TOO_MANY);
        }
        try (BarePeer adem = peer()) {
            assertThat(BarePeer.isClosed(adem.attached(attaching(adem, 1)))).isFalse();
        }
        network.raw(CNS).close();
    }

    private static Sender attaching(BarePeer peer, int names) {
        Sender sender = peer.session().sender("named");
        sender.setSource(new Source());
        sender.setTarget(BarePeer.target("in.LU:0053"));
        var offered = new Symbol[names];
        Arrays.setAll(offered, i -> Symbol.valueOf("capability " + i));
        sender.setOfferedCapabilities(offered);
        sender.open();
        return sender;
    }

    private static void untilItIsTooMuch(BarePeer peer, Sender sender, IntFunction<byte[]> messages) {
        for (int i = 0; !BarePeer.isClosed(peer.connection); i++) {
            peer.send(sender, messages.apply(i));
            assertThat(i * AT_ONCE).isLessThan(1_000);
        }
        assertThat(peer.refusalOf(peer.connection).getDescription()).contains(TOO_MANY);
    }

    private static List<Object> atOnce(int message, IntFunction<Object> name) {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> name.apply(message * AT_ONCE + i))
                .toList();
    }

    private static Object nested(int depth) {
        Object value = "";
        for (int i = 0; i < depth; i++) {
            value = List.of(value);
        }
        return value;
    }

    private static byte[] annotations(Object value) {
        return encoded(new MessageAnnotations(Map.of(Symbol.valueOf("x-opt"), value)));
    }

    private static byte[] properties(Function<Integer, Object> value, int count) {
        return encoded(new ApplicationProperties(
                IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "property " + i, value))));
    }

    private static byte[] encoded(Object section) {
        var decoder = new DecoderImpl();
        var encoder = new EncoderImpl(decoder);
        AMQPDefinedTypes.registerAllTypes(decoder, encoder);
        var buffer = ByteBuffer.allocate(MAX_BODY);
        encoder.setByteBuffer(buffer);
        encoder.writeObject(section);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static byte[] joined(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
