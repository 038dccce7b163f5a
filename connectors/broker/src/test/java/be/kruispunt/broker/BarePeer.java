package be.kruispunt.broker;

import be.kruispunt.trust.TlsMaterial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.messaging.Target;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Endpoint;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.apache.qpid.proton.engine.Transport;
import org.jspecify.annotations.Nullable;

/** A client of bare AMQP performatives (Proton's engine over TLS), which keeps to no rule that its test does not keep. */
final class BarePeer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final byte[] ENDLESS = {0, 0x53, 0x75, (byte) 0xb0, 0x7f, -1, -1, -1};

    final Connection connection = Proton.connection();
    private final Transport transport = Proton.transport();
    private final SSLSocket socket;
    private boolean ended;
    private int tag;

    BarePeer(int port, TlsMaterial tls) {
        try {
            socket = socket(port, tls);
            socket.setSoTimeout(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Sasl sasl = transport.sasl();
        sasl.client();
        sasl.setMechanisms("EXTERNAL");
        sasl.send(new byte[0], 0, 0);
        transport.bind(connection);
        connection.setContainer("bare");
    }

    static SSLSocket socket(int port, TlsMaterial tls) throws IOException {
        var socket = (SSLSocket) tls.sslContext().getSocketFactory().createSocket("localhost", port);
        socket.startHandshake();
        return socket;
    }

    /** Opened on both sides. */
    BarePeer opened() {
        connection.open();
        pump(() -> connection.getRemoteState() != EndpointState.UNINITIALIZED);
        return this;
    }

    Session session() {
        Session session = connection.session();
        session.open();
        pump(() -> session.getRemoteState() != EndpointState.UNINITIALIZED);
        return session;
    }

    Receiver receiver(Session session, String name, Source source) {
        Receiver receiver = session.receiver(name);
        receiver.setSource(source);
        receiver.setTarget(new Target());
        return attached(receiver);
    }

    Sender sender(Session session, String name, String address) {
        Sender sender = session.sender(name);
        sender.setSource(new Source());
        sender.setTarget(target(address));
        return attached(sender);
    }

    static Source source(String address) {
        var source = new Source();
        source.setAddress(address);
        return source;
    }

    static Target target(String address) {
        var target = new Target();
        target.setAddress(address);
        return target;
    }

    <T extends Link> T attached(T link) {
        link.open();
        pump(() -> link.getRemoteState() != EndpointState.UNINITIALIZED);
        return link;
    }

    /** Sends a message of these bytes, whatever they are, and waits until the broker has settled it, in this state, or gone. */
    @Nullable
    DeliveryState send(Sender sender, byte[] encoded) {
        pump(() -> sender.getCredit() > 0);
        var delivery = sender.delivery(new byte[] {(byte) tag++});
        sender.send(encoded, 0, encoded.length);
        sender.advance();
        pump(() -> delivery.remotelySettled() || isClosed(sender) || isClosed(connection));
        return delivery.getRemoteState();
    }

    /** The next so many documents, which are not settled yet. */
    List<Delivery> take(Receiver receiver, int count) {
        var taken = new ArrayList<Delivery>();
        pump(() -> {
            taken.addAll(there(receiver));
            return taken.size() >= count;
        });
        return taken;
    }

    /** What has come already. */
    List<Delivery> there(Receiver receiver) {
        var there = new ArrayList<Delivery>();
        for (Delivery next = receiver.current(); next != null && !next.isPartial(); next = receiver.current()) {
            receiver.recv();
            receiver.advance();
            there.add(next);
        }
        return there;
    }

    static void settle(Delivery delivery, DeliveryState outcome) {
        delivery.disposition(outcome);
        delivery.settle();
    }

    /** Sends more of a delivery that does not end: a data section of two gigabytes. */
    void trickle(Sender sender, byte[] some) {
        if (sender.current() == null) {
            pump(() -> sender.getCredit() > 0);
            sender.delivery(new byte[] {(byte) tag++});
            sender.send(ENDLESS, 0, ENDLESS.length);
        }
        sender.send(some, 0, some.length);
        write();
        read();
    }

    boolean isGone() {
        return ended || isClosed(connection);
    }

    ErrorCondition refusalOf(Endpoint endpoint) {
        pump(() -> isClosed(endpoint));
        return endpoint.getRemoteCondition();
    }

    String conditionOf(Endpoint endpoint) {
        return refusalOf(endpoint).getCondition().toString();
    }

    static boolean isClosed(Endpoint endpoint) {
        return endpoint.getRemoteState() == EndpointState.CLOSED;
    }

    /** Exchanges bytes until something is so. */
    void pump(BooleanSupplier isSo) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ended) {
            write();
            if (isSo.getAsBoolean()) {
                return;
            }
            read();
            if (System.nanoTime() > until) {
                throw new AssertionError("what was awaited did not come");
            }
        }
        if (!isSo.getAsBoolean()) {
            throw new AssertionError("the broker closed before what was awaited: " + connection.getRemoteCondition());
        }
    }

    private void write() {
        try {
            for (int pending = transport.pending(); pending > 0; pending = transport.pending()) {
                byte[] bytes = new byte[pending];
                transport.head().get(bytes);
                socket.getOutputStream().write(bytes);
                transport.pop(pending);
            }
        } catch (IOException e) {
            ended = true;
        }
    }

    private void read() {
        byte[] bytes = new byte[Math.max(1, Math.min(4096, transport.capacity()))];
        try {
            int count = socket.getInputStream().read(bytes);
            if (count < 0) {
                ended = true;
                return;
            }
            var in = ByteBuffer.wrap(bytes, 0, count);
            while (in.hasRemaining()) {
                transport.tail().put(in.get());
                transport.process();
            }
        } catch (SocketTimeoutException e) {
            // nothing came, which the caller looks at
        } catch (IOException e) {
            ended = true;
        }
    }

    /** Without a word, as a client that dies. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
