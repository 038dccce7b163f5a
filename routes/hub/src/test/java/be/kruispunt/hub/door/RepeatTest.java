package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.KNOWN_TO_BOTH;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.model.outcome.RefusalCode.DUPLICATE_IDENTIFIER;
import static be.kruispunt.model.outcome.RefusalCode.RECEIVER_NOT_INTEGRATED;
import static be.kruispunt.model.outcome.RefusalCode.SCHEMA;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_NOT_INTEGRATED;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.RegisterWriter;
import be.kruispunt.store.TraceQuery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes a second time. */
@ExtendWith(SharedHub.class)
class RepeatTest {
    private final Door door;

    RepeatTest(Door door) {
        this.door = door;
    }

    private static Envelope envelope() {
        return Envelope.to(ADEM, RVA, "PD_U1", UNEMPLOYMENT);
    }

    private byte[] again(byte[] xml) {
        door.party(ADEM).send(xml);
        byte[] answer = door.next(ADEM).xml();
        door.nothingElseMoved();
        return answer;
    }

    @Test
    void theSameBytes_getTheFirstReceipt_byteForByte_andGoNowhereASecondTime() {
        byte[] xml = door.messages().signed(Kind.U1, envelope());
        byte[] first = door.accepts(ADEM, xml).receipt().xml();
        assertThat(again(xml)).isEqualTo(first);
        assertThat(again(xml)).isEqualTo(first);
    }

    @Test
    void theSameBytesTwiceAtOnce_goOnce_andAreAnsweredTwiceAlike() {
        byte[] xml = door.messages().signed(Kind.U1, envelope());
        door.party(ADEM).send(xml);
        door.party(ADEM).send(xml);
        Mail first = door.next(ADEM);
        Mail second = door.next(ADEM);
        assertThat(first).isInstanceOf(Mail.Receipt.class);
        assertThat(second.xml()).isEqualTo(first.xml());
        assertThat(door.next(RVA)).isInstanceOf(Mail.Letter.class);
        door.nothingElseMoved();
    }

    @Test
    void theSameBytesThatWereRefusedForGood_getTheFirstRefusal_byteForByte() {
        String wrong = Messages.changed(door.messages().text(Kind.U1), "<sex>M<", "<sex>W<");
        byte[] xml = door.messages().signed(ADEM, wrong);
        door.party(ADEM).send(xml);
        byte[] first = door.refused(ADEM, SCHEMA).xml();
        assertThat(again(xml)).isEqualTo(first);
    }

    @Test
    void theSameBytesThatWereRefusedForACauseThatCanHeal_areDecidedAnew_untilTheLastWord() {
        Insz person = Samples.insz(4721);
        RegisterWriter register = door.store().registerWriter();
        Envelope envelope = envelope();
        Map<String, String> aboutPerson = Map.of(KNOWN_TO_BOTH.digits(), person.digits());
        byte[] xml = door.messages().signed(ADEM, door.messages().text(Kind.U1, envelope, aboutPerson));

        Ticket first = refusedWith(xml, SENDER_NOT_INTEGRATED);
        assertThat(refusedWith(xml, SENDER_NOT_INTEGRATED))
                .as("another decision")
                .isNotEqualTo(first);
        register.putDirectoryLines(List.of(DemonstrationRegister.line(person, ADEM, 0, 2)));
        refusedWith(xml, RECEIVER_NOT_INTEGRATED);
        String other =
                Messages.changed(door.messages().text(Kind.U1, envelope, aboutPerson), "Lambermont", "Lambermond");
        assertThat(door.refuses(ADEM, door.messages().signed(ADEM, other), DUPLICATE_IDENTIFIER)
                        .detail())
                .as("the identifier stays with the bytes that first had it")
                .isEqualTo("the earlier message has ticket " + first);

        register.putDirectoryLines(List.of(DemonstrationRegister.line(person, RVA, 18, 2)));
        byte[] receipt = door.accepts(ADEM, xml).receipt().xml();
        assertThat(again(xml)).isEqualTo(receipt);
        assertThat(door.store().trace(new TraceQuery.ByInstance(envelope.instance())))
                .as("every decision is on record")
                .hasSize(5);
    }

    @Test
    void theSameIdentifierWithOtherContent() {
        Envelope envelope = envelope();
        Door.Accepted first = door.accepts(ADEM, door.messages().signed(Kind.U1, envelope));
        String other = Messages.changed(door.messages().text(Kind.U1, envelope), "Lambermont", "Lambermond");
        Refusal refusal = door.refuses(ADEM, door.messages().signed(ADEM, other), DUPLICATE_IDENTIFIER);
        assertThat(refusal.detail()).isEqualTo("the earlier message has ticket " + first.ticket());
        assertThat(door.store().trace(new TraceQuery.ByInstance(envelope.instance())))
                .hasSize(2)
                .first()
                .returns(first.ticket(), message -> message.ticket());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSameIdentifierWithContentThatIsWrongAsWell(boolean firstIsRight) {
        Envelope envelope = envelope();
        String right = door.messages().text(Kind.U1, envelope);
        String wrong = Messages.changed(right, "<sex>M<", "<sex>W<");
        Ticket first = firstIsRight
                ? door.accepts(ADEM, door.messages().signed(ADEM, right)).ticket()
                : refusedWith(door.messages().signed(ADEM, Messages.changed(wrong, "<sex>W<", "<sex>V<")), SCHEMA);
        Refusal refusal = door.refuses(ADEM, door.messages().signed(ADEM, wrong), DUPLICATE_IDENTIFIER);
        assertThat(refusal.detail()).startsWith("the earlier message has ticket " + first + "; besides, SCHEMA");
        assertThat(refusal.findings()).isNotEmpty();
    }

    private Ticket refusedWith(byte[] xml, RefusalCode code) {
        door.party(ADEM).send(xml);
        return door.refused(ADEM, code).content().ticket();
    }

    @Test
    void theSameIdentifierOfAnotherSender_isAnotherMessage() {
        Envelope first = envelope();
        door.accepts(ADEM, door.messages().signed(Kind.U1, first));
        var second = new Envelope(RVA, List.of(ADEM), "UB_BUC_01", first.caseId(), UNEMPLOYMENT, first.instance());
        door.accepts(RVA, door.messages().signed(Kind.U001, second));
    }
}
