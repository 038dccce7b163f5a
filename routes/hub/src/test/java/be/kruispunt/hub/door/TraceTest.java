package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CNS;
import static be.kruispunt.hub.sample.DemonstrationRegister.INSURER;
import static be.kruispunt.hub.sample.DemonstrationRegister.KNOWN_TO_BOTH;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.SICKNESS;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.model.outcome.RefusalCode.LEGAL_CONTEXT_NOT_ALLOWED;
import static be.kruispunt.model.outcome.RefusalCode.MALFORMED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_ALLOWED_NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.Evidence;
import be.kruispunt.store.TraceQuery;
import be.kruispunt.store.TracedMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an auditor finds afterwards, by every key, and what proves it. */
@ExtendWith(SharedHub.class)
class TraceTest {
    private final Door door;

    TraceTest(Door door) {
        this.door = door;
    }

    private List<Ticket> tickets(TraceQuery query) {
        return door.store().trace(query).stream().map(TracedMessage::ticket).toList();
    }

    @Test
    void aMessageThatWasTaken_isFoundByEveryKey_withEveryStep() {
        Envelope envelope = Envelope.to(ADEM, RVA, "PD_U1", UNEMPLOYMENT);
        byte[] xml = door.messages().signed(Kind.U1, envelope);
        Door.Accepted accepted = door.accepts(ADEM, xml);

        TracedMessage message = door.trace(accepted.ticket());
        assertThat(message.user()).isEqualTo(ADEM);
        assertThat(message.digest()).isEqualTo(Digest.of(xml));
        assertThat(message.refusal()).isEmpty();
        assertThat(message.audit())
                .extracting(AuditEntry::step)
                .containsExactly(
                        Step.RECEIVE,
                        Step.PARSE,
                        Step.AUTHENTICATE,
                        Step.VALIDATE,
                        Step.LOOK_UP,
                        Step.AUTHORISE,
                        Step.CORRELATE,
                        Step.TRANSLATE,
                        Step.SIGN,
                        Step.RECORD);
        assertThat(message.audit()).allMatch(AuditEntry::passed);
        assertThat(message.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.receiver()).isEqualTo(RVA);
            assertThat(delivery.digest()).isEqualTo(Digest.of(accepted.letter().xml()));
        });

        assertThat(tickets(new TraceQuery.ByInstance(envelope.instance()))).containsExactly(accepted.ticket());
        assertThat(tickets(new TraceQuery.ByCase(accepted.content().caseId()))).containsExactly(accepted.ticket());
        assertThat(tickets(new TraceQuery.ByPerson(KNOWN_TO_BOTH))).contains(accepted.ticket());
    }

    @Test
    void aRefusedMessage_isFoundByEveryKey() {
        CaseId id = door.accepts(CNS, door.messages().signed(Kind.BL1_A, Messages.envelope(Kind.BL1_A)))
                .content()
                .caseId();
        Envelope envelope = Envelope.to(CNS, INSURER, "BL1", SICKNESS).in(id);
        door.party(CNS).send(door.messages().signed(Kind.BL1_10, envelope));
        Ticket refused = door.refused(CNS, NOT_ALLOWED_NOW).content().ticket();

        assertThat(tickets(new TraceQuery.ByInstance(envelope.instance()))).containsExactly(refused);
        assertThat(tickets(new TraceQuery.ByCase(id))).hasSize(2).last().isEqualTo(refused);
    }

    @Test
    void aRefusedMessage_isFoundByItsPerson() {
        Envelope envelope = Envelope.to(ADEM, RVA, "PD_U1", LegalContext.of("TAX"));
        String text =
                door.messages().text(Kind.U1, envelope, Map.of(KNOWN_TO_BOTH.digits(), TestHub.SECOND_PERSON.digits()));
        door.party(ADEM).send(door.messages().signed(ADEM, text));
        Ticket refused = door.refused(ADEM, LEGAL_CONTEXT_NOT_ALLOWED).content().ticket();
        assertThat(tickets(new TraceQuery.ByPerson(TestHub.SECOND_PERSON))).contains(refused);
    }

    @Test
    void theAudit_holdsNoNumberAndNoName() {
        Door.Accepted accepted = door.accepts(ADEM, door.messages().signed(Kind.U1, Messages.envelope(Kind.U1)));
        assertThat(door.trace(accepted.ticket()).audit().toString())
                .doesNotContain(KNOWN_TO_BOTH.digits())
                .doesNotContain("Lambermont");
    }

    @Test
    void bothSignaturesAreKept_andHold() {
        byte[] xml = door.messages().signed(Kind.U1, Messages.envelope(Kind.U1));
        Door.Accepted accepted = door.accepts(ADEM, xml);
        Evidence evidence = door.store().evidence(accepted.ticket()).orElseThrow();

        byte[] received = evidence.received().orElseThrow();
        assertThat(received).isEqualTo(xml);
        assertThat(door.signature(received).signer()).isEqualTo(ADEM);
        assertThat(door.signature(received).certificate())
                .isEqualTo(door.hub().trust().identity(ADEM).certificate());

        assertThat(evidence.answer()).isEqualTo(accepted.receipt().xml());
        assertThat(evidence.sent()).extracting(sent -> sent.id().receiver()).containsExactly(RVA);
        byte[] sent = evidence.sent().getFirst().xml();
        assertThat(sent).isEqualTo(accepted.letter().xml());
        for (byte[] ours : List.of(sent, evidence.answer())) {
            assertThat(door.signature(ours).signer())
                    .isEqualTo(Settings.defaults().hub());
            assertThat(door.signature(ours).certificate())
                    .isEqualTo(door.hub().trust().hubIdentity().certificate());
        }
    }

    @Test
    void bytesThatCouldNotBeRead_areKeptToo() {
        byte[] xml = "<broken>".getBytes(UTF_8);
        door.party(ADEM).send(xml);
        Ticket ticket = door.refused(ADEM, MALFORMED).content().ticket();
        assertThat(door.store().evidence(ticket).orElseThrow().received()).hasValue(xml);
    }
}
