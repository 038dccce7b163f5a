package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.CNS;
import static be.kruispunt.hub.sample.DemonstrationRegister.INSURER;
import static be.kruispunt.hub.sample.DemonstrationRegister.KNOWN_TO_BOTH;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.SICKNESS;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.CASE_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.CASE_UNKNOWN;
import static be.kruispunt.model.outcome.RefusalCode.EARLIER_BOX_CHANGED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_ALLOWED_NOW;
import static be.kruispunt.model.outcome.RefusalCode.NUMBER_REPLACED;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.store.RegisterWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which document may come in which case, from whom, and after which. */
@ExtendWith(SharedHub.class)
class CaseTest {
    private final Door door;

    CaseTest(Door door) {
        this.door = door;
    }

    private static Envelope unemployment(InstitutionId from, InstitutionId to) {
        return Envelope.to(from, to, "UB_BUC_01", UNEMPLOYMENT);
    }

    private static Envelope bl1(InstitutionId from, InstitutionId to, CaseId id) {
        return Envelope.to(from, to, "BL1", SICKNESS).in(id);
    }

    private static CaseId noCase() {
        return new CaseId(UUID.randomUUID());
    }

    private byte[] signed(Kind kind, Envelope envelope) {
        return door.messages().signed(kind, envelope);
    }

    /** RVA asks ADEM for periods, which opens a case. */
    private CaseId asked() {
        return door.accepts(RVA, signed(Kind.U001, unemployment(RVA, ADEM)))
                .content()
                .caseId();
    }

    private CaseId partA() {
        return door.accepts(CNS, signed(Kind.BL1_A, Envelope.to(CNS, INSURER, "BL1", SICKNESS)))
                .content()
                .caseId();
    }

    @Test
    void aQuestionAndItsAnswer_areOneCase() {
        CaseId id = asked();
        Door.Accepted answer =
                door.accepts(ADEM, signed(Kind.U002, unemployment(ADEM, RVA).in(id)));
        assertThat(answer.content().caseId()).isEqualTo(id);
        assertThat(answer.letter().header().caseId()).contains(id);
        assertThat(door.trace(answer.ticket()).caseFile())
                .get()
                .extracting(CaseFile::acts)
                .isEqualTo(List.of("U001", "U002"));
    }

    @Test
    void theSenderMayNameTheCaseThatItOpens_andMayUpdateItsQuestion() {
        CaseId own = noCase();
        Envelope envelope = unemployment(RVA, ADEM).in(own);
        assertThat(door.accepts(RVA, signed(Kind.U001, envelope)).content().caseId())
                .isEqualTo(own);
        door.accepts(RVA, signed(Kind.U001, unemployment(RVA, ADEM).in(own)));
    }

    @Test
    void theReceiverIsTheCasesOtherParty_whereNoneIsNamed() {
        CaseId id = asked();
        var envelope = new Envelope(
                ADEM, List.of(), "UB_BUC_01", Optional.of(id), UNEMPLOYMENT, new InstanceId(UUID.randomUUID()));
        assertThat(door.accepts(ADEM, signed(Kind.U002, envelope))
                        .letter()
                        .header()
                        .receivers())
                .containsExactly(RVA);
    }

    @Test
    void anAnswerWithoutAQuestion() {
        Refusal refusal = door.refuses(ADEM, signed(Kind.U002, unemployment(ADEM, RVA)), CASE_UNKNOWN);
        assertThat(refusal.detail()).isEqualTo("U002 does not open a case of UB_BUC_01; name the case");
    }

    @Test
    void anAnswerInACaseThatDoesNotExist() {
        CaseId id = noCase();
        Refusal refusal =
                door.refuses(ADEM, signed(Kind.U002, unemployment(ADEM, RVA).in(id)), CASE_UNKNOWN);
        assertThat(refusal.detail()).isEqualTo("no case " + id + " for LU:0053");
    }

    @Test
    void aThirdParty_isAnsweredAsIfThereWereNoSuchCase() {
        CaseId existing = door.accepts(ADEM, signed(Kind.U001, unemployment(ADEM, RVA)))
                .content()
                .caseId();
        CaseId invented = noCase();
        Refusal ofExisting =
                door.refuses(UWV, signed(Kind.U002, unemployment(UWV, ADEM).in(existing)), CASE_UNKNOWN);
        Refusal ofInvented =
                door.refuses(UWV, signed(Kind.U002, unemployment(UWV, ADEM).in(invented)), CASE_UNKNOWN);
        assertThat(ofExisting.detail().replace(existing.toString(), "X"))
                .isEqualTo(ofInvented.detail().replace(invented.toString(), "X"));
        assertThat(ofExisting.findings()).isEqualTo(ofInvented.findings());
    }

    /** A starter would otherwise find out whether there is a case of a name. */
    @Test
    void aThirdParty_opensItsOwnCaseUnderAName_whetherOthersHaveOneOfThatNameOrNot() {
        CaseId existing = asked();
        CaseId invented = noCase();
        for (CaseId id : List.of(existing, invented)) {
            Envelope opening = unemployment(UWV, ADEM).in(id);
            assertThat(door.accepts(UWV, signed(Kind.U001, opening)).content().caseId())
                    .isEqualTo(id);
        }
        Door.Accepted answer =
                door.accepts(ADEM, signed(Kind.U002, unemployment(ADEM, RVA).in(existing)));
        assertThat(door.trace(answer.ticket()).caseFile())
                .get()
                .returns(RVA, CaseFile::owner)
                .returns(List.of("U001", "U002"), CaseFile::acts);
        var toOneOfTwo = new Envelope(
                ADEM, List.of(), "UB_BUC_01", Optional.of(existing), UNEMPLOYMENT, new InstanceId(UUID.randomUUID()));
        assertThat(door.refuses(ADEM, signed(Kind.U002, toOneOfTwo), CASE_MISMATCH)
                        .detail())
                .isEqualTo("several cases of yours have this identifier; name the receiver");
    }

    @Test
    void aNumberIsReplacedWhileACaseIsOpen_andTheCaseFollows() {
        Insz old = Samples.insz(4725);
        Insz present = Samples.insz(4726);
        RegisterWriter register = door.store().registerWriter();
        register.putDirectoryLines(
                List.of(DemonstrationRegister.line(old, RVA, 18, 2), DemonstrationRegister.line(old, ADEM, 0, 2)));
        CaseId id = door.accepts(RVA, about(old, Kind.U001, unemployment(RVA, ADEM)))
                .content()
                .caseId();

        register.putReplacedNumbers(Map.of(old, present));

        door.refuses(ADEM, about(old, Kind.U002, unemployment(ADEM, RVA).in(id)), NUMBER_REPLACED);
        door.accepts(ADEM, about(present, Kind.U002, unemployment(ADEM, RVA).in(id)));
    }

    private byte[] about(Insz person, Kind kind, Envelope envelope) {
        return door.messages()
                .signed(
                        envelope.from(),
                        door.messages().text(kind, envelope, Map.of(KNOWN_TO_BOTH.digits(), person.digits())));
    }

    @Test
    void theAnswerFromThePartyThatAsked() {
        CaseId id = asked();
        Refusal refusal =
                door.refuses(RVA, signed(Kind.U002, unemployment(RVA, ADEM).in(id)), NOT_ALLOWED_NOW);
        assertThat(refusal.detail())
                .isEqualTo("U002 from the CASE_OWNER: it is for LU:0053 to send; next may come:"
                        + " H001, U001, U003, U005, X001, X007, X008, X009");
    }

    @Test
    void aCaseOfAnotherPerson() {
        CaseId id = asked();
        String text = door.messages()
                .text(
                        Kind.U002,
                        unemployment(ADEM, RVA).in(id),
                        Map.of(KNOWN_TO_BOTH.digits(), TestHub.SECOND_PERSON.digits()));
        assertThat(door.refuses(ADEM, door.messages().signed(ADEM, text), CASE_MISMATCH)
                        .detail())
                .isEqualTo("the case concerns another person");
    }

    @Test
    void aCaseOfAnotherProcess() {
        CaseId id = asked();
        Envelope envelope = Envelope.to(RVA, ADEM, "PD_U1", UNEMPLOYMENT).in(id);
        assertThat(door.refuses(RVA, signed(Kind.U1, envelope), CASE_MISMATCH).detail())
                .contains("the case is of UB_BUC_01");
    }

    @Test
    void aCaseWithAnotherParty() {
        CaseId id = door.accepts(ADEM, signed(Kind.U001, unemployment(ADEM, RVA)))
                .content()
                .caseId();
        door.refuses(ADEM, signed(Kind.U001, unemployment(ADEM, UWV).in(id)), CASE_MISMATCH);
    }

    @Test
    void twoReceiversInAProcessOfTwo() {
        var envelope = new Envelope(
                ADEM,
                List.of(RVA, TestHub.TAKES_BL1_ONLY),
                "PD_U1",
                Optional.empty(),
                UNEMPLOYMENT,
                new InstanceId(UUID.randomUUID()));
        assertThat(door.refuses(ADEM, signed(Kind.U1, envelope), CASE_MISMATCH).detail())
                .isEqualTo("PD_U1 has two parties; name one receiver");
    }

    @Test
    void aFormInThreeSteps() {
        CaseId id = partA();
        door.accepts(INSURER, signed(Kind.BL1_B, bl1(INSURER, CNS, id)));
        Door.Accepted last = door.accepts(CNS, signed(Kind.BL1_10, bl1(CNS, INSURER, id)));
        assertThat(door.trace(last.ticket()).caseFile())
                .get()
                .extracting(CaseFile::acts)
                .isEqualTo(List.of("BL1-A", "BL1-B", "BL1-10"));

        Refusal twice = door.refuses(CNS, signed(Kind.BL1_10, bl1(CNS, INSURER, id)), NOT_ALLOWED_NOW);
        assertThat(twice.detail())
                .isEqualTo("BL1-10 from the CASE_OWNER: it was sent already, and may not come again;"
                        + " next may come: nothing");
    }

    @Test
    void box10BeforePartB_andPartBByThePartyOfPartA() {
        CaseId id = partA();
        Refusal tooEarly = door.refuses(CNS, signed(Kind.BL1_10, bl1(CNS, INSURER, id)), NOT_ALLOWED_NOW);
        assertThat(tooEarly.detail())
                .isEqualTo("BL1-10 from the CASE_OWNER: it may come after BL1-B; next may come: nothing");
        door.refuses(CNS, signed(Kind.BL1_B, bl1(CNS, INSURER, id)), NOT_ALLOWED_NOW);
    }

    @Test
    void anEarlierBoxThatIsChangedRemovedOrAdded_isNamed() {
        CaseId id = partA();
        Envelope back = bl1(INSURER, CNS, id);
        String partB = door.messages().text(Kind.BL1_B, back);
        assertThat(changedBoxes(INSURER, Messages.changed(partB, ">Joris<", ">Jonas<")))
                .containsExactly("2.2");
        assertThat(changedBoxes(
                        INSURER,
                        Messages.changed(partB, "<untilRevoked>true</untilRevoked>", "<until>2027-01-01</until>")))
                .containsExactlyInAnyOrder("4.1", "4.2");
        door.accepts(INSURER, door.messages().signed(INSURER, partB));

        String box10 = door.messages().text(Kind.BL1_10, bl1(CNS, INSURER, id));
        assertThat(changedBoxes(CNS, Messages.changed(box10, ">Lotte<", ">Lotje<")))
                .containsExactly("7.1");
        door.accepts(CNS, door.messages().signed(CNS, box10));
    }

    private List<String> changedBoxes(InstitutionId sender, String changed) {
        // Refused, it holds on to its identifier: every attempt needs one of its own.
        String fresh =
                changed.replaceFirst("(<sbdh:InstanceIdentifier>)[0-9a-f-]{36}<", "$1" + UUID.randomUUID() + "<");
        Refusal refusal = door.refuses(sender, door.messages().signed(sender, fresh), EARLIER_BOX_CHANGED);
        assertThat(refusal.detail()).isEqualTo(refusal.findings().size() + " earlier box(es) differ");
        assertThat(refusal.toString()).doesNotContain("Jonas", "2027", "Lotje");
        return refusal.findings().stream().map(Finding::box).toList();
    }
}
