package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Content;
import be.kruispunt.broker.Deliveries;
import be.kruispunt.broker.GivenBroker;
import be.kruispunt.broker.IntakeBatch;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a message is, before anything of it is read. */
class ReceiveTest {
    private final Deliveries deliveries = GivenBroker.nowhere();

    private Batch received(Consumer<Instant> mayWork, BrokerMessage... messages) {
        return new Receive(() -> NOW, new Random(1), mayWork).receive(new IntakeBatch(List.of(messages), deliveries));
    }

    private List<Received> received(BrokerMessage... messages) {
        return received(now -> {}, messages).passages().stream()
                .map(Passage::received)
                .toList();
    }

    private static Content body(String text) {
        return new Content.Body(text.getBytes(UTF_8));
    }

    /** It waited for a minute. */
    private static BrokerMessage message(Content content) {
        return new BrokerMessage(ADEM, content, 0, NOW.minusSeconds(60));
    }

    @Test
    void eachMessageGetsATicketOfItsOwn_inTheOrderInWhichTheyCame_alsoIfTheyAreAlike() {
        BrokerMessage one = message(body("one"));
        BrokerMessage again = message(body("one"));
        BrokerMessage ofAnother = new BrokerMessage(RVA, body("other"), 0, NOW);
        List<Received> received = received(one, again, ofAnother);
        assertThat(received).extracting(Received::origin).containsExactly(one, again, ofAnother);
        assertThat(received).extracting(Received::ticket).doesNotHaveDuplicates();
        assertThat(received).extracting(Received::user).containsExactly(ADEM, ADEM, RVA);
    }

    /** Certificates and authorisations are judged at that time. */
    @Test
    void itIsReceivedWhenTheHubTakesItIn_notWhenTheBrokerTookIt() {
        assertThat(received(message(body("one")))).extracting(Received::at).containsExactly(NOW);
    }

    @Test
    void itsDigestIsThatOfItsBytes_andOfWhatWasNotKeptTheOneThatTheDoorTook() {
        Digest atTheDoor = Digest.of("fifteen megabytes".getBytes(UTF_8));
        Digest atTheDoorToo = Digest.of("with a priority".getBytes(UTF_8));
        assertThat(received(
                        message(body("one")),
                        message(new Content.TooLarge(15_000_000, atTheDoor)),
                        message(new Content.NotAccepted(RefusalCode.PROPERTY_NOT_ACCEPTED, "priority", atTheDoorToo))))
                .extracting(Received::digest)
                .containsExactly(Digest.of("one".getBytes(UTF_8)), atTheDoor, atTheDoorToo);
    }

    @Test
    void itsTrailBeginsWithItsDigest_andTheWayOutIsThatOfItsTransaction() {
        Batch batch = received(now -> {}, message(body("one")));
        assertThat(batch.deliveries()).isSameAs(deliveries);
        assertThat(batch.isUnderWay()).isTrue();
        assertThat(((Passage.Underway) batch.passages().getFirst()).trail())
                .containsExactly(AuditEntry.passed(Step.RECEIVE, NOW, "sha256 " + Digest.of("one".getBytes(UTF_8))));
    }

    @Test
    void aHubThatMustTakeNothingIn_takesNothingIn_andIsAskedAboutThisMoment() {
        var asked = new ArrayList<Instant>();
        var ended = new IllegalStateException("the hub's certificate has ended");
        assertThatThrownBy(() -> received(
                        now -> {
                            asked.add(now);
                            throw ended;
                        },
                        message(body("one"))))
                .isSameAs(ended);
        assertThat(asked).containsExactly(NOW);
    }
}
