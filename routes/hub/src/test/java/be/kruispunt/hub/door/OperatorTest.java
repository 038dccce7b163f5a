package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.model.outcome.RefusalCode.REFUSED_BY_OPERATOR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Ran;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.TracedMessage;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator decides on, and what the operator's trace says of a document. */
@ExtendWith(SharedHub.class)
class OperatorTest {
    private final Door door;

    OperatorTest(Door door) {
        this.door = door;
    }

    /** As the hub puts it there when a step broke on it for good. */
    static String deadLetter(Door door, InstitutionId user, byte[] xml) throws JMSException {
        String id = UUID.randomUUID().toString();
        var factory = new JmsConnectionFactory(door.hub().broker() + "?amqp.saslMechanisms=EXTERNAL");
        factory.setSslContext(door.hub().trust().hubTls().sslContext());
        try (Connection connection = factory.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            BytesMessage letter = session.createBytesMessage();
            letter.setStringProperty("hub_user", user.value());
            letter.setLongProperty("hub_arrived_at", System.currentTimeMillis());
            letter.setStringProperty("hub_id", id);
            letter.setStringProperty("hub_cause", "a step broke");
            letter.writeBytes(xml);
            session.createProducer(session.createQueue("hub.dead-letter")).send(letter);
        }
        return id;
    }

    private Ran deadLetters(String... options) throws IOException {
        return deadLetters(door, options);
    }

    static Ran deadLetters(Door door, String... options) throws IOException {
        var data =
                new DataFolder(Objects.requireNonNull(door.hub().trust().root().getParent()));
        data.announce(door.hub().hub().amqpPort());
        return Ran.run(
                Stream.concat(Stream.of("dead-letters", "--data", data.root().toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void aMessageThatCannotBeHandled_isRefusedByTheOperator_andItsSenderHears() throws JMSException, IOException {
        byte[] xml = "<no matter what/>".getBytes(UTF_8);
        String id = deadLetter(door, ADEM, xml);
        assertThat(deadLetters().out()).contains(id + " from LU:0053, 17 bytes", "a step broke", "1 dead letter(s)");
        assertThat(deadLetters("--refuse", id).exit()).as("without a reason").isEqualTo(2);
        assertThat(deadLetters("--refuse", UUID.randomUUID().toString(), "--reason", "none"))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("and no message with the id");
        String nobodys = UUID.randomUUID().toString();
        assertThat(deadLetters("--retry", nobodys))
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("and none with the id " + nobodys + " that can be put back");
        Ran refused = deadLetters("--refuse", id, "--reason", "send it on paper");
        assertThat(refused)
                .returns(0, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains("1 refused");
        Mail.Refusal refusal = door.refused(ADEM, REFUSED_BY_OPERATOR);
        assertThat(refusal.content().refusal().detail()).isEqualTo("send it on paper");
        assertThat(refusal.content().received()).isEqualTo(Digest.of(xml));
    }

    /** Its port is taken as well, which would send the operator looking for another program. */
    @Test
    void aSecondStartOnTheFolderOfAHubThatRuns_isToldSo() throws IOException {
        Ran second = Ran.run(
                "start",
                "--data",
                Objects.requireNonNull(door.hub().trust().root().getParent()).toString());
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.err())
                .contains("another hub works on this store: it was started on this data folder, and has not ended");
    }

    @Test
    void traceSaysSinceWhenADocumentIsQueued_andWhenItsReceiverTookIt() {
        Door.Accepted accepted = door.accepts(ADEM, door.messages().signed(Kind.U1, Messages.envelope(Kind.U1)));
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            TracedMessage.Delivery delivery =
                    door.trace(accepted.ticket()).deliveries().getFirst();
            assertThat(delivery.receiver()).isEqualTo(RVA);
            assertThat(delivery.takenAt()).isPresent();
            assertThat(delivery.queuedAt().orElseThrow())
                    .isBeforeOrEqualTo(delivery.takenAt().orElseThrow());
            assertThat(delivery.returnedAt()).isEmpty();
        });
    }
}
