package be.kruispunt.broker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import be.kruispunt.trust.TlsMaterial;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.security.SaslInit;
import org.apache.qpid.proton.amqp.transport.Attach;
import org.apache.qpid.proton.amqp.transport.Begin;
import org.apache.qpid.proton.amqp.transport.Open;
import org.apache.qpid.proton.amqp.transport.Role;
import org.apache.qpid.proton.amqp.transport.Target;
import org.apache.qpid.proton.amqp.transport.Transfer;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;

/** Frames as a client may send them that keeps to no order: each is sent as it stands, whatever came before. */
final class RawFrames implements AutoCloseable {
    private static final byte[] SASL = {'A', 'M', 'Q', 'P', 3, 1, 0, 0};
    private static final byte[] AMQP = {'A', 'M', 'Q', 'P', 0, 1, 0, 0};
    private static final int LARGEST = 128 * 1024;

    private final SSLSocket socket;
    private final EncoderImpl encoder;

    /** Encrypted and logged in, not opened. */
    RawFrames(int port, TlsMaterial tls) {
        var decoder = new DecoderImpl();
        encoder = new EncoderImpl(decoder);
        AMQPDefinedTypes.registerAllTypes(decoder, encoder);
        try {
            socket = BarePeer.socket(port, tls);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(SASL);
            var init = new SaslInit();
            init.setMechanism(Symbol.valueOf("EXTERNAL"));
            init.setInitialResponse(new Binary(new byte[0]));
            send(1, 0, init);
            awaitOutcome();
            socket.getOutputStream().write(AMQP);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The descriptor of sasl-outcome, after which AMQP begins. */
    private void awaitOutcome() throws IOException {
        int last = 0;
        while ((last & 0xff_ffff) != 0x00_5344) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("the broker did not let a client log in");
            }
            last = last << 8 | next;
        }
    }

    /** Sends a frame on channel 0. */
    RawFrames send(Object performative) {
        return send(0, 0, performative);
    }

    RawFrames send(int type, int channel, Object performative) {
        return sendBytes(type, channel, encoded(performative));
    }

    RawFrames sendBytes(int type, int channel, byte[] body) {
        return write(frame(type, channel, body));
    }

    /** Before the broker can answer the first of them. */
    RawFrames sendTogether(Stream<Transfer> transfers, byte[] each) {
        var frames = new ByteArrayOutputStream();
        transfers.forEach(transfer -> {
            var body = new ByteArrayOutputStream();
            body.writeBytes(encoded(transfer));
            body.writeBytes(each);
            frames.writeBytes(frame(0, 0, body.toByteArray()));
        });
        return write(frames.toByteArray());
    }

    private byte[] encoded(Object performative) {
        var encoded = ByteBuffer.allocate(LARGEST);
        encoder.setByteBuffer(encoded);
        encoder.writeObject(performative);
        return Arrays.copyOf(encoded.array(), encoded.position());
    }

    private static byte[] frame(int type, int channel, byte[] body) {
        return ByteBuffer.allocate(8 + body.length)
                .putInt(8 + body.length)
                .put((byte) 2)
                .put((byte) type)
                .putShort((short) channel)
                .put(body)
                .array();
    }

    private RawFrames write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            // closed meanwhile, which the answer tells
        }
        return this;
    }

    /** All that the broker says until it closes, with its texts readable. */
    String answer() {
        var answer = new ByteArrayOutputStream();
        try (InputStream in = socket.getInputStream()) {
            answer.writeBytes(in.readNBytes(LARGEST));
        } catch (IOException e) {
            if (answer.size() == 0) {
                throw new UncheckedIOException(e);
            }
        }
        return answer.toString(ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Open open() {
        var open = new Open();
        open.setContainerId("raw");
        return open;
    }

    static Begin begin() {
        var begin = new Begin();
        begin.setNextOutgoingId(UnsignedInteger.ZERO);
        begin.setIncomingWindow(UnsignedInteger.valueOf(1_000));
        begin.setOutgoingWindow(UnsignedInteger.valueOf(1_000));
        return begin;
    }

    /** Of a link that sends. */
    static Attach attachSender(Target target) {
        var attach = new Attach();
        attach.setName("sender");
        attach.setHandle(UnsignedInteger.ZERO);
        attach.setRole(Role.SENDER);
        attach.setSource(new Source());
        attach.setTarget(target);
        attach.setInitialDeliveryCount(UnsignedInteger.ZERO);
        return attach;
    }

    static Transfer transfer(int id) {
        var transfer = new Transfer();
        transfer.setHandle(UnsignedInteger.ZERO);
        transfer.setDeliveryId(UnsignedInteger.valueOf(id));
        transfer.setDeliveryTag(new Binary(new byte[] {(byte) (id >> 8), (byte) id}));
        return transfer;
    }
}
