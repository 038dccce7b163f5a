package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CNS;
import static be.kruispunt.hub.sample.DemonstrationRegister.INSURER;
import static be.kruispunt.hub.sample.DemonstrationRegister.KNOWN_TO_BOTH;
import static be.kruispunt.hub.sample.DemonstrationRegister.RECEIVER_PHASE_LOW;
import static be.kruispunt.hub.sample.DemonstrationRegister.REPLACED;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.SENDER_PHASE_LOW;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNKNOWN_TO_RECEIVER;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNKNOWN_TO_SENDER;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.LEGAL_CONTEXT_NOT_ALLOWED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_COMPETENT;
import static be.kruispunt.model.outcome.RefusalCode.NOT_FOR_THE_HUB;
import static be.kruispunt.model.outcome.RefusalCode.NO_RECEIVER;
import static be.kruispunt.model.outcome.RefusalCode.NUMBER_REPLACED;
import static be.kruispunt.model.outcome.RefusalCode.PERSON_NOT_IDENTIFIED;
import static be.kruispunt.model.outcome.RefusalCode.RECEIVER_NOT_INTEGRATED;
import static be.kruispunt.model.outcome.RefusalCode.RECEIVER_PHASE_TOO_LOW;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_NOT_INTEGRATED;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_PHASE_TOO_LOW;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_INSTITUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.kruispunt.access.Institution;
import be.kruispunt.access.Period;
import be.kruispunt.broker.BrokerException;
import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.store.RegisterWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may send what about whom. */
@ExtendWith(SharedHub.class)
class AccessTest {
    private final Door door;

    AccessTest(Door door) {
        this.door = door;
    }

    private static Envelope fromAdem(InstitutionId to) {
        return Envelope.to(ADEM, to, "PD_U1", UNEMPLOYMENT);
    }

    private static Envelope toWhomeverItConcerns() {
        return new Envelope(
                ADEM, List.of(), "PD_U1", Optional.empty(), UNEMPLOYMENT, new InstanceId(UUID.randomUUID()));
    }

    private byte[] u1(Envelope envelope, Insz person) {
        return door.messages()
                .signed(
                        envelope.from(),
                        door.messages().text(Kind.U1, envelope, Map.of(KNOWN_TO_BOTH.digits(), person.digits())));
    }

    private byte[] u1About(Insz person) {
        return u1(fromAdem(RVA), person);
    }

    @Test
    void anInstitutionThatNobodyRegistered_cannotConnect() {
        assertThatExceptionOfType(BrokerException.class).isThrownBy(() -> new InstitutionClient(
                        door.hub().broker(), door.hub().keys().stranger(), TestHub.STRANGER)
                .close());
        door.nothingElseMoved();
    }

    @Test
    void aReceiverThatNobodyRegistered() {
        Refusal refusal = door.refuses(ADEM, u1(fromAdem(TestHub.STRANGER), KNOWN_TO_BOTH), UNKNOWN_INSTITUTION);
        assertThat(refusal.detail()).isEqualTo("the receiver LU:0099 is not registered");
    }

    @Test
    void aSenderWhoseRegistrationHasEnded() {
        Institution uwv = DemonstrationRegister.institutions().stream()
                .filter(institution -> institution.id().equals(UWV))
                .findFirst()
                .orElseThrow();
        RegisterWriter writer = door.store().registerWriter();
        writer.putInstitutions(List.of(new Institution(
                uwv.id(),
                uwv.name(),
                uwv.network(),
                uwv.sector(),
                new Period(LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2020, 12, 31))),
                uwv.competences(),
                uwv.accepts())));
        try {
            Refusal refusal = door.refuses(
                    UWV, u1(Envelope.to(UWV, RVA, "PD_U1", UNEMPLOYMENT), KNOWN_TO_BOTH), UNKNOWN_INSTITUTION);
            assertThat(refusal.detail()).isEqualTo("the sender " + UWV + " is not registered");
        } finally {
            writer.putInstitutions(List.of(uwv));
        }
    }

    @Test
    void aSenderThatIsNotCompetent() {
        Envelope envelope = Envelope.to(CNS, RVA, "PD_U1", UNEMPLOYMENT);
        Refusal refusal = door.refuses(CNS, door.messages().signed(Kind.U1, envelope), NOT_COMPETENT);
        assertThat(refusal.detail()).isEqualTo("the sender LU:0021 is not competent for PD_U1 as CASE_OWNER");
    }

    @Test
    void aReceiverThatIsNotCompetent() {
        Refusal refusal = door.refuses(ADEM, u1(fromAdem(INSURER), KNOWN_TO_BOTH), NOT_COMPETENT);
        assertThat(refusal.detail()).isEqualTo("the receiver BE:0411729366 is not competent for PD_U1 as COUNTERPARTY");
    }

    @Test
    void aProcessThatTheHubDoesNotKnow() {
        Envelope envelope = Envelope.to(ADEM, RVA, "AW_BUC_01", UNEMPLOYMENT);
        Refusal refusal = door.refuses(ADEM, u1(envelope, KNOWN_TO_BOTH), NOT_COMPETENT);
        assertThat(refusal.detail()).contains("AW_BUC_01");
    }

    @Test
    void aProcessThatThereIsNot() {
        Envelope envelope = Envelope.to(ADEM, RVA, "UB_BUC_99", UNEMPLOYMENT);
        Refusal refusal = door.refuses(ADEM, u1(envelope, KNOWN_TO_BOTH), NOT_COMPETENT);
        assertThat(refusal.detail()).startsWith("there is no process UB_BUC_99; there are UB_BUC_01, UB_BUC_02");
    }

    @Test
    void aRegisteredSenderWithoutAnAuthorisation() {
        Refusal refusal =
                door.refuses(UWV, u1(Envelope.to(UWV, RVA, "PD_U1", UNEMPLOYMENT), KNOWN_TO_BOTH), NOT_AUTHORISED);
        assertThat(refusal.detail()).isEqualTo("U1 from NL:NL2000 to BE:0206737484");
    }

    @Test
    void aPurposeThatTheAuthorisationDoesNotName() {
        Envelope envelope = Envelope.to(ADEM, RVA, "PD_U1", LegalContext.of("TAX"));
        Refusal refusal = door.refuses(ADEM, u1(envelope, KNOWN_TO_BOTH), LEGAL_CONTEXT_NOT_ALLOWED);
        assertThat(refusal.detail()).isEqualTo("U1 from LU:0053 to BE:0206737484 for TAX");
    }

    @Test
    void aPersonWithoutABelgianNumber() {
        String text = door.messages().text(Kind.U1);
        String withoutInsz = Messages.cut(
                Messages.changed(text, "</PersonalIdentificationNumber>\n      <PersonalIdentificationNumber>", "<<"),
                "<<",
                "</PersonalIdentificationNumber>\n      <familyName>");
        Refusal refusal = door.refuses(ADEM, door.messages().signed(ADEM, withoutInsz), PERSON_NOT_IDENTIFIED);
        assertThat(refusal.detail()).isEqualTo("authorisation 26/001");
    }

    @Test
    void aNumberThatWasReplaced_isNotRevealed() {
        Refusal refusal = door.refuses(ADEM, u1About(REPLACED), NUMBER_REPLACED);
        assertThat(refusal.detail()).doesNotContain(KNOWN_TO_BOTH.digits()).doesNotContain(REPLACED.digits());
    }

    /** To a sender that does not know the person, a number is a number. */
    @Test
    void thatANumberWasReplaced_thatOthersKnowThePerson_orNobodyDoes_isOneAnswer() {
        Refusal replaced = door.refuses(ADEM, u1About(TestHub.REPLACED_BY_A_STRANGER), SENDER_NOT_INTEGRATED);
        Refusal knownToOthers = door.refuses(ADEM, u1About(UNKNOWN_TO_SENDER), SENDER_NOT_INTEGRATED);
        Refusal knownToNobody = door.refuses(ADEM, u1About(Samples.insz(4724)), SENDER_NOT_INTEGRATED);
        assertThat(List.of(replaced, knownToOthers)).containsOnly(knownToNobody);
    }

    @Test
    void noReceiverIsNamed_andThatOneHasAnotherFileOnThePerson_isNotTold() {
        Refusal otherFile = door.refuses(ADEM, u1(toWhomeverItConcerns(), TestHub.IN_ANOTHER_QUALITY), NO_RECEIVER);
        Refusal noFile = door.refuses(ADEM, u1(toWhomeverItConcerns(), UNKNOWN_TO_RECEIVER), NO_RECEIVER);
        assertThat(otherFile).isEqualTo(noFile);
    }

    @Test
    void aPersonWhomTheSenderHasNotIntegrated() {
        Refusal refusal = door.refuses(ADEM, u1About(UNKNOWN_TO_SENDER), SENDER_NOT_INTEGRATED);
        assertThat(refusal.detail()).startsWith("LU:0053 has no dossier in quality ");
    }

    @Test
    void aPersonWhomTheReceiverHasNotIntegrated() {
        Refusal refusal = door.refuses(ADEM, u1About(UNKNOWN_TO_RECEIVER), RECEIVER_NOT_INTEGRATED);
        assertThat(refusal.detail()).startsWith("BE:0206737484 has no dossier in quality ");
    }

    @Test
    void aPersonWhomTheSenderHasIntegratedInTooLowAPhase() {
        Refusal refusal = door.refuses(ADEM, u1About(SENDER_PHASE_LOW), SENDER_PHASE_TOO_LOW);
        assertThat(refusal.detail()).isEqualTo("LU:0053 needs phase 2 or higher");
    }

    @Test
    void aPersonWhomTheReceiverHasIntegratedInTooLowAPhase() {
        Refusal refusal = door.refuses(ADEM, u1About(RECEIVER_PHASE_LOW), RECEIVER_PHASE_TOO_LOW);
        assertThat(refusal.detail()).isEqualTo("BE:0206737484 needs phase 2 or higher");
    }

    @Test
    void aSecondPersonOfTheMessageIsCheckedToo() {
        String text = door.messages().text(Kind.U1);
        String two = Messages.changed(
                text,
                "<country>LU</country>\n        <number>1979041201303</number>",
                "<country>BE</country>\n        <number>" + UNKNOWN_TO_SENDER.digits() + "</number>");
        door.refuses(ADEM, door.messages().signed(ADEM, two), SENDER_NOT_INTEGRATED);
    }

    @Test
    void aDocumentThatIsForAnInstitution_addressedToTheHubItself() {
        Refusal refusal = door.refuses(ADEM, u1(fromAdem(Settings.defaults().hub()), KNOWN_TO_BOTH), NOT_FOR_THE_HUB);
        assertThat(refusal.detail()).isEqualTo("U1 1.0 is for an institution");
    }

    @Test
    void noReceiverIsNamed_andTheDirectoryKnowsNone() {
        door.refuses(ADEM, u1(toWhomeverItConcerns(), UNKNOWN_TO_RECEIVER), NO_RECEIVER);
    }

    @Test
    void noReceiverIsNamed_andTheDirectoryKnowsWho() {
        Door.Accepted accepted = door.accepts(ADEM, u1(toWhomeverItConcerns(), KNOWN_TO_BOTH));
        assertThat(accepted.content().deliveries())
                .extracting(ReceiptContent.Delivery::receiver)
                .containsExactly(RVA);
        assertThat(accepted.letter().header().receivers()).containsExactly(RVA);
    }
}
