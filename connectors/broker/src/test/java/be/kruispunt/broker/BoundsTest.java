package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static be.kruispunt.broker.TestNetwork.MAX_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.broker.guard.Bounds;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.messaging.Source;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
import org.apache.qpid.proton.amqp.transaction.Declared;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.amqp.transport.Close;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** How much of each kind one institution may have, and what it is told beyond. */
final class BoundsTest extends OnePeer {
    private static final Bounds BOUNDS = Bounds.forBodies(MAX_BODY);
    private static final String OUT = "out.LU:0053";
    private static final byte[] SMALL = HexFormat.of().parseHex("005375a0013c");
    private static final byte[] DECLARE = HexFormat.of().parseHex("00537700533145");

    @Test
    void anInstitutionHasSoManyConnections_andNoMore_andTheOthersGoOn() throws JMSException {
        var peers = new ArrayList<BarePeer>();
        for (int i = 1; i < BOUNDS.connections(); i++) {
            peers.add(peer());
        }
        BarePeer oneTooMany = peer();
        assertThat(oneTooMany.conditionOf(oneTooMany.connection))
                .isEqualTo(AmqpError.RESOURCE_LIMIT_EXCEEDED.toString());
        assertThatThrownBy(() -> network.raw(ADEM)).hasMessageContaining("at most 10 connections");
        network.raw(CNS).close();
        peers.forEach(BarePeer::close);
        oneTooMany.close();
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> network.raw(ADEM)
                .close());
    }

    @Test
    void aConnectionHasSoManySessions_andNoMore() {
        for (int i = 0; i < BOUNDS.sessions(); i++) {
            assertThat(BarePeer.isClosed(adem.session())).isFalse();
        }
        Session oneTooMany = adem.session();
        assertThat(adem.conditionOf(oneTooMany)).isEqualTo(AmqpError.RESOURCE_LIMIT_EXCEEDED.toString());
    }

    @Test
    void anInstitutionHasSoManyLinks_andNoMore_onAllItsConnectionsTogether() {
        Source out = BarePeer.source(OUT);
        Session session = adem.session();
        for (int i = 0; i < BOUNDS.receivers(); i++) {
            adem.receiver(session, "r" + i, out);
        }
        for (int i = 0; i < BOUNDS.senders(); i++) {
            adem.sender(session, "s" + i, "in.LU:0053");
        }
        try (BarePeer second = peer()) {
            Session other = second.session();
            assertThat(second.refusalOf(second.receiver(other, "r", out)).getDescription())
                    .contains("at most 10 receiving links");
            assertThat(second.refusalOf(second.sender(other, "s", "in.LU:0053")).getDescription())
                    .contains("at most 30 sending links");
        }
        session.close();
        adem.pump(() -> BarePeer.isClosed(session));
        assertThat(BarePeer.isClosed(adem.receiver(adem.session(), "again", out)))
                .isFalse();
    }

    @Test
    void whoOpensLinksOnAndOn_losesTheConnection() {
        assertThat(refusedLinks(Receiver::close)).isEqualTo(101);
    }

    /** What it said of a link stays in memory as long as the link. */
    @Test
    void whoDoesNotLetGoOfRefusedLinks_losesTheConnectionSooner() {
        assertThat(refusedLinks(receiver -> {})).isEqualTo(11);
    }

    private int refusedLinks(Consumer<Receiver> then) {
        Session session = adem.session();
        int refused = 0;
        while (!BarePeer.isClosed(adem.connection)) {
            Receiver receiver = adem.receiver(session, "r" + refused++, filtered());
            adem.pump(() -> BarePeer.isClosed(receiver) || BarePeer.isClosed(adem.connection));
            then.accept(receiver);
            assertThat(refused).isLessThan(200);
        }
        assertThat(adem.connection.getRemoteCondition().getDescription()).contains("on and on");
        return refused;
    }

    @Test
    void aLinkHasSoMuchCredit_andADeliveryBeyondItCostsTheLink() {
        Sender sender = adem.sender(adem.session(), "hasty", "in.LU:0053");
        adem.pump(() -> sender.getCredit() > 0);
        assertThat(sender.getCredit()).isEqualTo(BOUNDS.credit());
        try (var peer = new RawFrames(network.broker.amqpPort(), network.folder.tls(ADEM))) {
            peer.send(RawFrames.open())
                    .send(RawFrames.begin())
                    .send(RawFrames.attachSender(BarePeer.target("in.LU:0053")));
            peer.sendTogether(IntStream.range(0, 3 * BOUNDS.credit()).mapToObj(RawFrames::transfer), SMALL);
            assertThat(peer.send(new Close()).answer()).contains("no credit; a link has at most " + BOUNDS.credit());
        }
    }

    @Test
    void aConnectionHasSoManyOpenTransactions_andNoMore() {
        Sender coordinating = adem.session().sender("coordinating");
        coordinating.setSource(new Source());
        coordinating.setTarget(new Coordinator());
        adem.attached(coordinating);
        for (int i = 0; i < BOUNDS.sessions(); i++) {
            assertThat(adem.send(coordinating, DECLARE)).isInstanceOf(Declared.class);
        }
        assertThat(adem.send(coordinating, DECLARE)).isInstanceOfSatisfying(Rejected.class, rejected -> assertThat(
                        rejected.getError().getDescription())
                .contains("at most 10 open transactions"));
    }

    /** However much credit it gives. What it does not settle stays in the broker's heap. */
    @Test
    void aReceiverHoldsSoManyDocumentsUnsettled_andTheNextComesWhenItSettlesOne() throws Exception {
        int more = 20;
        fill(BOUNDS.unsettled() + 2 * more);
        try (BarePeer second = peer()) {
            Receiver receiver = second.receiver(second.session(), "greedy", BarePeer.source(OUT));
            receiver.flow(1_000_000);
            List<Delivery> held = second.take(receiver, BOUNDS.unsettled());
            held.subList(0, more).forEach(delivery -> BarePeer.settle(delivery, Accepted.getInstance()));
            second.take(receiver, more);
            second.pump(() -> out().getDeliveringCount() == BOUNDS.unsettled());
        }
        out().deleteAllReferences();
    }

    /** The broker looks for the next one past all that it was given back: work with the square of their number. */
    @Test
    void whoGivesBackOnAndOn_isOfferedTheNextLater_andAnotherReaderAtOnce() throws Exception {
        int all = BOUNDS.unsettled();
        fill(all);
        Receiver restless = adem.receiver(adem.session(), "restless", BarePeer.source(OUT));
        restless.flow(1_000_000);
        for (int i = 0; i < 2; i++) { // held and given back together, so that it rests for long
            adem.take(restless, all).forEach(delivery -> BarePeer.settle(delivery, Released.getInstance()));
        }
        adem.pump(() -> {
            adem.there(restless).forEach(delivery -> BarePeer.settle(delivery, Released.getInstance()));
            return out().getDeliveringCount() == 0;
        });
        try (BarePeer second = peer()) {
            Receiver patient = second.receiver(second.session(), "patient", BarePeer.source(OUT));
            patient.flow(all);
            second.take(patient, all).forEach(delivery -> BarePeer.settle(delivery, Accepted.getInstance()));
            second.pump(() -> out().getMessageCount() == 0);
        }
    }

    private static Source filtered() {
        Source source = BarePeer.source(OUT);
        source.setFilter(Map.of(Symbol.valueOf("any"), "x"));
        return source;
    }

    private Queue out() {
        return network.broker.server().locateQueue(SimpleString.of(OUT));
    }

    private void fill(int count) throws JMSException {
        try (Connection hub = network.broker.hubConnections().openTransacting();
                var session = hub.createSession(true, jakarta.jms.Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(session.createQueue(OUT))) {
            for (int i = 0; i < count; i++) {
                producer.send(session.createBytesMessage());
            }
            session.commit();
        }
    }
}
