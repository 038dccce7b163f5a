package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.model.outcome.RefusalCode.NO_TRANSLATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Period;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two SEDs of one case that are one form for who reads it: ADEM takes U1, and RVA answers with U002 and U004. */
@ExtendWith(SharedHub.class)
class WholeFormTest {
    private static final DocumentType U004 = DocumentType.of("U004", "4.2");
    private static final LegalContext PURPOSE = LegalContext.of("WHOLE_FORM_TEST");
    private static final String INCOME = "<amount>3412.50</amount>";

    private final Door door;

    WholeFormTest(Door door) {
        this.door = door;
    }

    @BeforeEach
    void incomeMayBeAskedFor() {
        var writer = door.store().registerWriter();
        writer.putInstitutions(door.store().register().institutions().stream()
                .flatMap(one -> alsoTaking(one).stream())
                .toList());
        writer.putAuthorisations(List.of(
                DemonstrationRegister.unemployment("T/WF1", ADEM, RVA, "U003"),
                DemonstrationRegister.unemployment("T/WF2", RVA, ADEM, "U004"),
                DemonstrationRegister.unemployment("T/WF5", ADEM, RVA, "U001CB"),
                DemonstrationRegister.unemployment("T/WF6", RVA, ADEM, "U017"),
                TestHub.withoutIntegration("T/WF3", RVA, ADEM, "X008")));
    }

    private static Optional<Institution> alsoTaking(Institution one) {
        List<DocumentType> more = (one.id().equals(RVA) ? Stream.of("U001CB", "U003") : Stream.of("X008"))
                .map(code -> DocumentType.of(code, "4.2"))
                .toList();
        boolean concerned = List.of(ADEM, RVA).contains(one.id());
        if (!concerned || one.accepts().containsAll(more)) {
            return Optional.empty();
        }
        List<DocumentType> accepts =
                Stream.concat(one.accepts().stream(), more.stream()).distinct().toList();
        return Optional.of(new Institution(
                one.id(), one.name(), one.network(), one.sector(), one.active(), one.competences(), accepts));
    }

    private static Envelope envelope(InstitutionId from, InstitutionId to) {
        return Envelope.to(from, to, "UB_BUC_01", UNEMPLOYMENT);
    }

    /** ADEM asks RVA for periods and for income, in one case. */
    private CaseId asked() {
        CaseId id = door.accepts(ADEM, door.messages().signed(Kind.U001, envelope(ADEM, RVA)))
                .content()
                .caseId();
        door.accepts(
                ADEM,
                example("u003/4.2/examples/minimal.xml", envelope(ADEM, RVA).in(id), CaseLink.NONE));
        return id;
    }

    private byte[] example(String file, Envelope envelope, CaseLink link) {
        return door.messages().signed(envelope.from(), door.messages().example(file, envelope, link));
    }

    private byte[] periods(CaseId id) {
        return door.messages().signed(Kind.U002, envelope(RVA, ADEM).in(id));
    }

    private byte[] income(CaseId id) {
        return example("u004/4.2/examples/complete.xml", envelope(RVA, ADEM).in(id), CaseLink.NONE);
    }

    private static Provenance provenance(Mail.Letter letter) {
        assertThat(letter.header().type()).isEqualTo(DocumentCatalogue.U1_1_0);
        return letter.header().provenance().orElseThrow();
    }

    private static String text(Mail.Letter letter) {
        return new String(letter.xml(), UTF_8);
    }

    private String audited(Ticket ticket) {
        return door.trace(ticket).audit().stream()
                .filter(entry -> entry.step() == Step.TRANSLATE)
                .map(AuditEntry::detail)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSecondSed_makesTheFormWhole_inThePlaceOfTheFirst_andAThirdRenewsIt() {
        CaseId id = asked();
        byte[] u002 = periods(id);
        Door.Accepted first = door.accepts(RVA, u002);
        assertThat(provenance(first.letter()).replaces()).isEmpty();
        assertThat(text(first.letter())).doesNotContain(INCOME);

        byte[] u004 = income(id);
        Door.Accepted second = door.accepts(RVA, u004);
        assertThat(text(second.letter())).contains(INCOME, "<InsuredEmployment>");
        assertThat(provenance(second.letter()))
                .returns(second.ticket(), Provenance::ticket)
                .returns(U004, Provenance::original)
                .returns(List.of(new Provenance.Earlier(first.ticket(), Digest.of(u002))), Provenance::together)
                .returns(Optional.of(first.letter().header().instance()), Provenance::replaces);
        assertThat(second.content().deliveries().getFirst().loss().orElseThrow())
                .satisfies(loss -> {
                    assertThat(loss.from()).containsExactly(DocumentCatalogue.U002_4_2, U004);
                    assertThat(loss.omissions())
                            .isEqualTo(provenance(second.letter()).omissions());
                    assertThat(loss.omissions())
                            .anySatisfy(one -> assertThat(one.boxes()).contains("U004/"));
                });
        assertThat(audited(second.ticket()))
                .contains(
                        "together with " + first.ticket(),
                        "in the place of " + first.letter().header().instance());

        door.party(RVA).send(u004);
        assertThat(door.next(RVA).xml()).isEqualTo(second.receipt().xml());
        door.nothingElseMoved();

        Door.Accepted third = door.accepts(RVA, periods(id));
        assertThat(text(third.letter())).contains(INCOME);
        assertThat(provenance(third.letter()))
                .returns(List.of(new Provenance.Earlier(second.ticket(), Digest.of(u004))), Provenance::together)
                .returns(Optional.of(second.letter().header().instance()), Provenance::replaces);
    }

    /** As of a cross-border worker, of whom U017 also tells to what he is entitled. */
    @Test
    void theIncomeOfACrossBorderWorker_makesTheFormWhole_withItsBox6() {
        CaseId id = door.accepts(ADEM, example("u001cb/4.2/examples/complete.xml", envelope(ADEM, RVA), CaseLink.NONE))
                .content()
                .caseId();
        door.accepts(
                ADEM,
                example("u003/4.2/examples/minimal.xml", envelope(ADEM, RVA).in(id), CaseLink.NONE));
        Door.Accepted first = door.accepts(
                RVA,
                example("u017/4.2/examples/complete.xml", envelope(RVA, ADEM).in(id), CaseLink.NONE));
        assertThat(text(first.letter())).contains("<Entitled>").doesNotContain(INCOME);

        Door.Accepted second = door.accepts(RVA, income(id));
        assertThat(text(second.letter())).contains("<Entitled>", INCOME, "<InsuredEmployment>");
        assertThat(provenance(second.letter()).replaces())
                .contains(first.letter().header().instance());
    }

    /** They may come in one batch, and then the second must find the first. */
    @Test
    void bothAtOnce_areTwoForms_ofWhichTheSecondIsWhole() {
        CaseId id = asked();
        door.party(RVA).send(periods(id));
        door.party(RVA).send(income(id));
        assertThat(door.next(RVA)).isInstanceOf(Mail.Receipt.class);
        assertThat(door.next(RVA)).isInstanceOf(Mail.Receipt.class);
        var first = (Mail.Letter) door.next(ADEM);
        var second = (Mail.Letter) door.next(ADEM);
        assertThat(provenance(second).replaces()).contains(first.header().instance());
        assertThat(text(second)).contains(INCOME);
        door.nothingElseMoved();
    }

    @Test
    void aSecondSedWithoutAFirst_isRefused_andTakenWhenTheFirstHasCome() {
        CaseId id = asked();
        byte[] u004 = income(id);
        assertThat(door.refuses(RVA, u004, NO_TRANSLATION).detail())
                .isEqualTo("LU:0053 takes nothing that U004 4.2 can be turned into");
        Door.Accepted first = door.accepts(RVA, periods(id));
        assertThat(provenance(door.accepts(RVA, u004).letter()).replaces())
                .contains(first.letter().header().instance());
    }

    @Test
    void aFirstSedThatWasTakenBack_doesNotBelongToTheSecond() {
        CaseId id = asked();
        Door.Accepted first = door.accepts(RVA, periods(id));
        var about = new CaseLink(Optional.of(first.ticket()), Optional.empty());
        door.accepts(
                RVA,
                example("x008/4.2/examples/minimal.xml", envelope(RVA, ADEM).in(id), about));
        door.refuses(RVA, income(id), NO_TRANSLATION);
    }

    @Test
    void aFirstSedForAnotherPurpose_doesNotBelongToTheSecond() {
        allow(Period.since(LocalDate.of(2020, 1, 1)));
        CaseId id = asked();
        door.accepts(RVA, door.messages().signed(Kind.U002, forThisTest(id)));
        door.refuses(RVA, income(id), NO_TRANSLATION);
    }

    /** What was allowed when the first came may be allowed no more. */
    @Test
    void aFirstSedThatMayNotGoToday_doesNotBelongToTheSecond() {
        allow(Period.since(LocalDate.of(2020, 1, 1)));
        CaseId id = asked();
        door.accepts(RVA, door.messages().signed(Kind.U002, forThisTest(id)));
        allow(new Period(LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2026, 1, 1))));
        String example = "u004/4.2/examples/complete.xml";
        door.refuses(RVA, example(example, forThisTest(id), CaseLink.NONE), NO_TRANSLATION);

        allow(Period.since(LocalDate.of(2020, 1, 1)));
        Door.Accepted whole = door.accepts(RVA, example(example, forThisTest(id), CaseLink.NONE));
        assertThat(text(whole.letter())).contains(INCOME);
    }

    private static Envelope forThisTest(CaseId id) {
        return Envelope.to(RVA, ADEM, "UB_BUC_01", PURPOSE).in(id);
    }

    /** U004 always, and U002 in this period, for a purpose of this test's own. */
    private void allow(Period period) {
        door.store()
                .registerWriter()
                .putAuthorisations(
                        List.of(allowed("U002", period), allowed("U004", Period.since(LocalDate.of(2020, 1, 1)))));
    }

    private static Authorisation allowed(String document, Period period) {
        return new Authorisation("T/WF4", RVA, ADEM, document, PURPOSE, Set.of(), Set.of(), 0, period);
    }
}
