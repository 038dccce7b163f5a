package be.kruispunt.broker;

import static be.kruispunt.broker.Bodies.bytes;
import static be.kruispunt.broker.Bodies.ticket;
import static be.kruispunt.broker.Bodies.u002;
import static be.kruispunt.broker.Bodies.u004;
import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.broker.DeadLetters.DeadLetter;
import be.kruispunt.model.id.Ticket;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a document that its receiver does not accept (AMQP 1.0 part 3, section 3.4), both ways. */
@Tag("long")
final class GivenBackTest extends BothWays {
    /** Qpid JMS's numbers of the outcomes. */
    private static final String OUTCOME = "JMS_AMQP_ACK_TYPE";

    private static final int ACCEPTED = 1;
    private static final int REJECTED = 2;
    private static final int RELEASED = 3;
    private static final int UNDELIVERABLE_HERE = 5;

    private Ticket delivered(Way way, String text) {
        Ticket ticket = ticket();
        send(ADEM, 1);
        try (var route = new HubRoute(hub(way), batch -> batch.deliveries().deliver(u002(ticket, RVA), bytes(text)))) {
            await().until(() -> route.seen() == 1 && intakeIsEmpty());
        }
        return ticket;
    }

    private static void give(int outcome, MessageConsumer consumer) throws JMSException {
        Message message = consumer.receive(30_000);
        assertThat(message).isNotNull();
        message.setIntProperty(OUTCOME, outcome);
        message.acknowledge();
    }

    private List<Settled> notices(Way way) {
        var notices = new ArrayList<Settled>();
        new Notices(hub(way), notices::addAll).drain();
        return notices;
    }

    @ParameterizedTest
    @EnumSource
    void aRejectedDocumentWaitsForAnOperator_whoSeesWhoseItIs_andPutsItBack(Way way) throws JMSException {
        Instant before = Instant.now().minusSeconds(1);
        Ticket ticket = delivered(way, "rejected");
        try (RawClient rva = network.raw(RVA);
                Session session = rva.connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.out(RVA)))) {
            give(REJECTED, consumer);
        }
        var letters = new DeadLetters(hub(way));
        await().until(() -> network.broker.queueDepth(Queues.DEAD_LETTER) == 1);
        DeadLetter letter = letters.list().getFirst();
        assertThat(letter.receiver()).contains(RVA);
        assertThat(letter.ticket()).contains(ticket);
        assertThat(letter.document()).contains("U002");
        assertThat(letter.user()).isEmpty();
        assertThat(letter.cause()).isEqualTo("given back by its receiver");
        assertThat(letter.failedAt()).isBetween(before, Instant.now().plusSeconds(1));
        assertThat(letters.refuse(letter.id(), "not for the hub to refuse")).isFalse();
        assertThat(notices(way)).singleElement().satisfies(notice -> {
            assertThat(notice.ticket()).isEqualTo(ticket);
            assertThat(notice.receiver()).isEqualTo(RVA);
            assertThat(notice.returned()).isTrue();
        });

        assertThat(letters.retryAll()).isEqualTo(1);
        assertThat(network.broker.queueDepth(Queues.DEAD_LETTER)).isZero();
        assertThat(received(RVA)).containsExactly("rejected");
        assertThat(notices(way)).extracting(Settled::ticket, Settled::returned).containsExactly(tuple(ticket, false));
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoDocumentsOfOneMessage_eachIsTakenOrGivenBackByItself(Way way) throws JMSException {
        Ticket ticket = ticket();
        send(ADEM, 1);
        try (var route = new HubRoute(hub(way), batch -> {
            batch.deliveries().deliver(u002(ticket, RVA), bytes("the one"));
            batch.deliveries().deliver(u004(ticket, RVA), bytes("the other"));
        })) {
            await().until(() -> route.seen() == 1 && intakeIsEmpty());
        }
        try (RawClient rva = network.raw(RVA);
                Session session = rva.connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.out(RVA)))) {
            give(ACCEPTED, consumer);
            give(REJECTED, consumer);
        }
        var letters = new DeadLetters(hub(way));
        await().until(() -> network.broker.queueDepth(Queues.DEAD_LETTER) == 1);
        assertThat(letters.list()).singleElement().satisfies(letter -> {
            assertThat(letter.ticket()).contains(ticket);
            assertThat(letter.document()).contains("U004");
        });
        assertThat(notices(way))
                .extracting(Settled::document, Settled::returned)
                .containsExactlyInAnyOrder(tuple(Optional.of("U002"), false), tuple(Optional.of("U004"), true));

        assertThat(letters.retryAll()).isEqualTo(1);
        assertThat(received(RVA)).containsExactly("the other");
        assertThat(notices(way))
                .extracting(Settled::document, Settled::returned)
                .containsExactly(tuple(Optional.of("U004"), false));
    }

    /** Such wait in a broker while the hub before it is replaced by a newer one. */
    @ParameterizedTest
    @EnumSource
    void aDocumentThatDoesNotSayWhatItIs_isKnownByItsFormerId_andItsNoticeSaysWhoseItIs(Way way) throws JMSException {
        Ticket ticket = ticket();
        try (Connection former = hub(way).openBlocking();
                Session session = former.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue(Queues.out(RVA)))) {
            BytesMessage document = session.createBytesMessage();
            document.writeBytes(bytes("from before"));
            document.setStringProperty(Marks.DUPLICATE_ID, ticket + " " + RVA);
            HubMessages.address(document, RVA, ticket);
            producer.send(document);
        }
        try (var redelivery = new Redelivery(hub(way))) {
            redelivery.redeliver(u002(ticket, RVA), true, bytes("again"));
        }
        assertThat(received(RVA)).containsExactly("from before");
        assertThat(notices(way)).singleElement().satisfies(notice -> {
            assertThat(notice.ticket()).isEqualTo(ticket);
            assertThat(notice.receiver()).isEqualTo(RVA);
            assertThat(notice.document()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(names = "EMBEDDED")
    void whatIsReleasedOverAndOver_comesAgain_andStaysForItsReceiver(Way way) throws JMSException {
        delivered(way, "released");
        try (RawClient rva = network.raw(RVA);
                Session session = rva.connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.out(RVA)))) {
            for (int i = 0; i < 8; i++) {
                give(RELEASED, consumer);
            }
            give(UNDELIVERABLE_HERE, consumer);
        }
        assertThat(received(RVA)).containsExactly("released");
        assertThat(network.broker.queueDepth(Queues.DEAD_LETTER)).isZero();
        notices(way);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLookedAtAndLeft_isThereAtOnce_inItsOrder(Way way) {
        for (String text : List.of("a", "b", "c")) {
            delivered(way, text);
        }
        var looked = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            try (InstitutionClient rva = network.client(RVA)) {
                rva.browse(body -> looked.add(new String(body, UTF_8)));
            }
        }
        assertThat(looked).containsExactly("a", "b", "c", "a", "b", "c", "a", "b", "c");
        assertThat(notices(way)).isEmpty();
        assertThat(received(RVA)).containsExactly("a", "b", "c");
        assertThat(notices(way)).hasSize(3).noneMatch(Settled::returned);
    }

    @ParameterizedTest
    @EnumSource(names = "EMBEDDED")
    void anAnswerThatIsRejected_isKept_andIsNoDocumentsNotice(Way way) throws JMSException {
        Ticket ticket = ticket();
        send(ADEM, 1);
        try (var route = new HubRoute(hub(way), batch -> batch.deliveries().answer(ADEM, ticket, bytes("receipt")))) {
            await().until(() -> route.seen() == 1 && intakeIsEmpty());
        }
        try (RawClient adem = network.raw(ADEM);
                Session session = adem.connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.out(ADEM)))) {
            give(REJECTED, consumer);
        }
        await().until(() -> network.broker.queueDepth(Queues.DEAD_LETTER) == 1);
        var letters = new DeadLetters(hub(way));
        DeadLetter letter = letters.list().getFirst();
        assertThat(letter.receiver()).contains(ADEM);
        assertThat(letter.ticket()).contains(ticket);
        assertThat(letters.retry(letter.id())).isTrue();
        assertThat(received(ADEM)).containsExactly("receipt");
        assertThat(notices(way)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "EMBEDDED")
    void aMessageThatAnOperatorRefuses_comesInAgainWithTheReason(Way way) {
        send(ADEM, 1);
        try (var route = new HubRoute(hub(way), batch -> batch.messages()
                .forEach(m -> batch.deliveries().deadLetter(m, "a step broke")))) {
            await().until(() -> route.seen() == 1 && intakeIsEmpty());
        }
        var letters = new DeadLetters(hub(way));
        String id = letters.list().getFirst().id();
        assertThat(letters.refuse(id, "too odd")).isTrue();
        assertThat(letters.refuse(id, "too odd")).isFalse();
        try (var route = new HubRoute(hub(way), batch -> {})) {
            await().until(() -> route.seen() == 1 && intakeIsEmpty());
            BrokerMessage message = route.batches.getFirst().messages().getFirst();
            assertThat(message.refusedFor()).isEqualTo(Optional.of("too odd"));
            assertThat(message.user()).isEqualTo(ADEM);
            assertThat(Duration.between(message.arrivedAt(), Instant.now())).isPositive();
        }
    }
}
