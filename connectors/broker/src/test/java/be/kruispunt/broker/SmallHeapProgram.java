package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.RVA;
import static org.awaitility.Awaitility.await;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A broker with its hub side in a process of its own, so that a test can give it a small heap. */
final class SmallHeapProgram {
    private static final int BODY_BYTES = 5_000;
    private static final int PER_COMMIT = 200;

    private SmallHeapProgram() {}

    /** {@code backlog COUNT} or {@code large}. The last line of the output tells how it went. */
    public static void main(String[] arguments) throws Exception {
        try (var network = new TestNetwork()) {
            switch (arguments[0]) {
                case "backlog" -> backlog(network, Integer.parseInt(arguments[1]));
                case "large" -> large(network);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
        System.exit(0);
    }

    /** A backlog on the way in, then on the way out, each read to its end. */
    private static void backlog(TestNetwork network, int count) throws Exception {
        long start = System.nanoTime();
        send(network, count);
        say("in " + network.broker.intakeDepth() + " after " + seconds(start));
        network.broker.close();
        network.broker = network.newBroker(TestNetwork.MAX_BODY);
        network.broker.start();
        say("restarted with " + network.broker.intakeDepth() + " after " + seconds(start));
        var moved = new AtomicInteger();
        try (var route = new HubRoute(network.broker.hubConnections(), batch -> {
            for (BrokerMessage message : batch.messages()) {
                batch.deliveries().deliver(Bodies.u002(RVA), Bodies.body(message));
                batch.deliveries().answer(message.user(), Bodies.ticket(), new byte[1_000]);
            }
            batch.deliveries()
                    .onCommitted(() -> moved.addAndGet(batch.messages().size()));
        })) {
            await().atMost(Duration.ofMinutes(10)).until(() -> {
                route.batches.clear(); // it remembers what it saw, which would be the heap that is measured
                return moved.get() >= count;
            });
        }
        say("out " + network.broker.queueDepth(Queues.out(RVA)) + " and " + network.broker.queueDepth(Queues.out(ADEM))
                + " after " + seconds(start));
        int read = read(network, count);
        say("read " + read + " after " + seconds(start));
        System.out.println(read == count && network.broker.intakeDepth() == 0 ? "OK" : "WRONG");
    }

    private static void send(TestNetwork network, int count) throws JMSException {
        byte[] body = new byte[BODY_BYTES];
        try (RawClient adem = network.raw(ADEM);
                Session session = adem.connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(Queues.in(ADEM)))) {
            for (int i = 1; i <= count; i++) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(body);
                producer.send(message);
                if (i % PER_COMMIT == 0 || i == count) {
                    session.commit();
                }
            }
        }
    }

    private static int read(TestNetwork network, int count) throws JMSException, InterruptedException {
        int read = 0;
        try (RawClient rva = network.raw(RVA);
                Session session = rva.connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.out(RVA)))) {
            Message message = consumer.receive(10_000);
            while (message != null) {
                read++;
                if (read % PER_COMMIT == 0) {
                    session.commit();
                }
                message = read == count ? null : consumer.receive(10_000);
            }
            session.commit();
        }
        return read;
    }

    /** Tells where to send to, and what arrived. */
    private static void large(TestNetwork network) throws JMSException, InterruptedException {
        System.out.println(network.broker.amqpPort() + " " + network.folder.root());
        try (var hub = new HubSide(network.broker.hubConnections())) {
            for (int i = 0; i < 2; i++) {
                BrokerMessage message = hub.one();
                System.out.println(message.user() + " "
                        + (message.content() instanceof Content.TooLarge(var length, var digest)
                                ? length + " " + digest
                                : "taken"));
            }
        }
    }

    private static void say(String what) {
        Runtime runtime = Runtime.getRuntime();
        System.out.println(what + ", heap " + (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024) + " MiB");
    }

    private static String seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000 + " s";
    }
}
