package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import be.kruispunt.access.Institution;
import be.kruispunt.broker.DeadLetters;
import be.kruispunt.broker.DeadLetters.DeadLetter;
import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.broker.Queues;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.store.TracedMessage;
import be.kruispunt.trust.DemonstrationAuthority;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A message that becomes several documents for one receiver. */
@ExtendWith(SharedHub.class)
class SeveralDocumentsTest {
    private static final InstitutionId TAKES_TWO = InstitutionId.of("NL:NL2003");
    private static final DocumentType U004 = DocumentType.of("U004", "4.2");

    /** Qpid JMS's names for the outcome of a delivery. */
    private static final String OUTCOME = "JMS_AMQP_ACK_TYPE";

    private static final int ACCEPTED = 1;
    private static final int REJECTED = 2;

    private final Door door;

    SeveralDocumentsTest(Door door) {
        this.door = door;
    }

    private void register() {
        Institution one = TestHub.counterparty(TAKES_TWO, "Takes two", DocumentCatalogue.U002_4_2);
        var writer = door.store().registerWriter();
        writer.putInstitutions(List.of(new Institution(
                one.id(),
                one.name(),
                one.network(),
                one.sector(),
                one.active(),
                one.competences(),
                List.of(DocumentCatalogue.U002_4_2, U004))));
        writer.putAuthorisations(List.of(TestHub.withoutIntegration("T/005", ADEM, TAKES_TWO, "U1")));
        DemonstrationAuthority.open(door.hub().trust(), InstantSource.system())
                .issueInstitution(TAKES_TWO, "Takes two");
    }

    private Mail.Receipt sent() {
        byte[] xml = door.messages().signed(Kind.U1, Envelope.to(ADEM, TAKES_TWO, "PD_U1", UNEMPLOYMENT));
        door.party(ADEM).send(xml);
        Mail answer = door.next(ADEM);
        assertThat(answer).isInstanceOf(Mail.Receipt.class);
        return (Mail.Receipt) answer;
    }

    /** Takes the first that waits, and rejects the second. */
    private void takeOneAndRejectTheOther() throws JMSException {
        var factory = new JmsConnectionFactory(door.hub().broker() + "?amqp.saslMechanisms=EXTERNAL");
        factory.setSslContext(door.hub().trust().tls(TAKES_TWO).sslContext());
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.out(TAKES_TWO)))) {
            connection.start();
            for (int outcome : List.of(ACCEPTED, REJECTED)) {
                Message message = consumer.receive(Door.PATIENCE.toMillis());
                assertThat(message).isNotNull();
                message.setIntProperty(OUTCOME, outcome);
                message.acknowledge();
            }
        }
    }

    private List<TracedMessage.Delivery> deliveries(Ticket ticket) {
        return door.trace(ticket).deliveries();
    }

    @Test
    void aU1IsAU002AndAU004_oneIsTaken_andTheOtherGivenBackAndSentAgain() throws JMSException {
        register();
        ReceiptContent receipt = sent().content();
        assertThat(receipt.deliveries())
                .extracting(ReceiptContent.Delivery::receiver, ReceiptContent.Delivery::type)
                .containsExactly(tuple(TAKES_TWO, DocumentCatalogue.U002_4_2), tuple(TAKES_TWO, U004));

        takeOneAndRejectTheOther();
        await().atMost(Door.PATIENCE).untilAsserted(() -> assertThat(deliveries(receipt.ticket()))
                .extracting(
                        TracedMessage.Delivery::type,
                        delivery -> delivery.takenAt().isPresent(),
                        delivery -> delivery.returnedAt().isPresent())
                .containsExactly(tuple(DocumentCatalogue.U002_4_2, true, false), tuple(U004, false, true)));

        var letters = new DeadLetters(door.hub().hub().broker().orElseThrow().hubConnections());
        DeadLetter letter = letters.list().getFirst();
        assertThat(letter.ticket()).contains(receipt.ticket());
        assertThat(letter.document()).contains("U004");
        assertThat(letters.retry(letter.id())).isTrue();

        var again = new ArrayList<String>();
        try (var client =
                new InstitutionClient(door.hub().broker(), door.hub().trust().tls(TAKES_TWO), TAKES_TWO)) {
            assertThat(client.receive(Door.PATIENCE, xml -> again.add(new String(xml, StandardCharsets.UTF_8))))
                    .isTrue();
            assertThat(client.receive(Duration.ofMillis(1), xml -> again.add("one more")))
                    .isFalse();
        }
        assertThat(again).singleElement().satisfies(xml -> assertThat(xml).contains("<sbdh:Type>U004</sbdh:Type>"));
        await().atMost(Door.PATIENCE).untilAsserted(() -> assertThat(deliveries(receipt.ticket()))
                .allSatisfy(delivery -> assertThat(delivery.takenAt()).isPresent()));
        door.nothingElseMoved();
    }
}
