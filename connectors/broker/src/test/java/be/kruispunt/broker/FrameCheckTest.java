package be.kruispunt.broker;

import static be.kruispunt.broker.RawFrames.begin;
import static be.kruispunt.broker.RawFrames.open;
import static be.kruispunt.broker.RawFrames.transfer;
import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.UnsignedShort;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
import org.apache.qpid.proton.amqp.transport.Attach;
import org.apache.qpid.proton.amqp.transport.Begin;
import org.apache.qpid.proton.amqp.transport.Close;
import org.apache.qpid.proton.amqp.transport.Detach;
import org.apache.qpid.proton.amqp.transport.Disposition;
import org.apache.qpid.proton.amqp.transport.End;
import org.apache.qpid.proton.amqp.transport.Flow;
import org.apache.qpid.proton.amqp.transport.Role;
import org.apache.qpid.proton.amqp.transport.Transfer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that no client sends which keeps to the book: they cost their connection, and nobody else anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FrameCheckTest {
    /** As many as the broker has for the network of two processors, which take connections in turn. */
    private static final int THREADS = 6;

    private TestNetwork network;

    @BeforeAll
    void startBroker() {
        network = new TestNetwork();
    }

    @AfterAll
    void stopBroker() {
        network.close();
    }

    @AfterEach
    void nothingIsUnderWay_andOthersAreServed() throws JMSException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(network.broker.guard().isIdle()).isTrue());
        network.raw(CNS).close();
    }

    static Stream<Arguments> unlawful() {
        return Stream.of(
                arguments("nothing comes before open", List.of(begin())),
                arguments("nothing comes before open", List.of(new Close())),
                arguments("a connection is opened once", List.of(open(), open())),
                arguments("a session was begun on this channel before", List.of(open(), begin(), begin())),
                arguments("no session was begun here", List.of(open(), answering())),
                arguments("no session was begun on this channel", List.of(open(), attach("a", 0))),
                arguments("no session was begun on this channel", List.of(open(), disposition(0, 0))),
                arguments("no session was begun on this channel", List.of(open(), begin(), new End(), attach("a", 0))),
                arguments("a link of this name is attached", List.of(open(), begin(), attach("a", 0), attach("a", 1))),
                arguments(
                        "a link is attached at this handle", List.of(open(), begin(), attach("a", 0), attach("b", 0))),
                arguments("no link is attached at this handle", List.of(open(), begin(), transfer(0))),
                arguments("no link is attached at this handle", List.of(open(), begin(), flow())),
                arguments("no link is attached at this handle", List.of(open(), begin(), detach())),
                arguments(
                        "no link is attached at this handle",
                        List.of(open(), begin(), attach("a", 0), detach(), detach())),
                arguments("a frame has at most 16384 bytes", List.of(open(), begin(), attachWith("x".repeat(20_000)))),
                arguments(
                        "comes in one frame",
                        List.of(open(), begin(), RawFrames.attachSender(new Coordinator()), halfAWord())),
                arguments("never were", List.of(open(), begin(), disposition(0, 0xffff_ffffL))),
                arguments("never were", List.of(open(), begin(), disposition(1, 100_000))));
    }

    @ParameterizedTest
    @MethodSource
    void unlawful(String why, List<Object> frames) {
        try (var peer = peer()) {
            frames.forEach(peer::send);
            assertThat(peer.answer()).contains(why);
        }
    }

    /** Each would have kept one of the broker's network threads for ever. */
    @Test
    void aDispositionOfEverything_keepsNoThreadOfTheNetwork() throws JMSException {
        for (int i = 0; i < THREADS; i++) {
            try (var peer = peer()) {
                peer.send(open()).send(begin()).send(disposition(0, 0xffff_ffffL));
                assertThat(peer.answer()).contains("never were");
            }
        }
        for (int i = 0; i < THREADS; i++) {
            network.raw(CNS).close();
        }
    }

    /** Before anybody is logged in: Proton takes nothing more after such a frame, and Artemis offered it for ever. */
    @Test
    void aLoginThatCannotBeRead_keepsNoThreadOfTheNetwork() throws IOException {
        byte[] header = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
        byte[] unreadable = {0, 0, 0, 12, 2, 1, 0, 0, 0, 0x53, 0x41, 0x7f};
        for (int i = 0; i < THREADS; i++) {
            try (SSLSocket socket = BarePeer.socket(network.broker.amqpPort(), network.folder.tls(ADEM))) {
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(header);
                socket.getOutputStream().write(unreadable);
                socket.getOutputStream().write(unreadable, 0, 4);
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    @Test
    void aFrameThatIsNestedTooDeeply_costsItsConnectionOnly() {
        byte[] lists = new byte[100_000];
        for (int i = 0; i + 9 <= lists.length; i += 9) { // a list of one list of one list
            lists[i] = (byte) 0xd0;
            ByteBuffer.wrap(lists, i + 1, 8).putInt(lists.length - i - 5).putInt(1);
        }
        try (var peer = peer()) {
            peer.send(open()).sendBytes(0, 0, lists);
            assertThat(peer.answer()).contains("nested too deeply");
        }
    }

    @Test
    void whatALinkNamesAgainAfterItsDetach_isAnotherLink() {
        try (var peer = peer()) {
            peer.send(open()).send(begin());
            for (int i = 0; i < 100; i++) {
                peer.send(attach("a", 0)).send(detach());
            }
            peer.send(new End()).send(begin()).send(attach("a", 0)).send(new Close());
            assertThat(peer.answer()).doesNotContain("amqp:");
        }
    }

    private RawFrames peer() {
        return new RawFrames(network.broker.amqpPort(), network.folder.tls(ADEM));
    }

    private static Begin answering() {
        Begin begin = begin();
        begin.setRemoteChannel(UnsignedShort.valueOf((short) 0));
        return begin;
    }

    /** Of a link that reads. */
    private static Attach attach(String name, int handle) {
        var attach = new Attach();
        attach.setName(name);
        attach.setHandle(UnsignedInteger.valueOf(handle));
        attach.setRole(Role.RECEIVER);
        Source source = BarePeer.source("out.LU:0053");
        attach.setSource(source);
        attach.setTarget(BarePeer.target("here"));
        return attach;
    }

    private static Attach attachWith(String property) {
        Attach attach = attach("a", 0);
        attach.setProperties(Map.of(Symbol.valueOf("product"), property));
        return attach;
    }

    private static Transfer halfAWord() {
        Transfer transfer = transfer(0);
        transfer.setMore(true);
        return transfer;
    }

    private static Detach detach() {
        var detach = new Detach();
        detach.setHandle(UnsignedInteger.ZERO);
        detach.setClosed(true);
        return detach;
    }

    private static Flow flow() {
        var flow = new Flow();
        flow.setHandle(UnsignedInteger.ZERO);
        flow.setIncomingWindow(UnsignedInteger.valueOf(1_000));
        flow.setNextOutgoingId(UnsignedInteger.ZERO);
        flow.setOutgoingWindow(UnsignedInteger.valueOf(1_000));
        flow.setLinkCredit(UnsignedInteger.ONE);
        return flow;
    }

    private static Disposition disposition(long first, long last) {
        var disposition = new Disposition();
        disposition.setRole(Role.RECEIVER);
        disposition.setFirst(UnsignedInteger.valueOf(first));
        disposition.setLast(UnsignedInteger.valueOf(last));
        disposition.setSettled(true);
        return disposition;
    }
}
