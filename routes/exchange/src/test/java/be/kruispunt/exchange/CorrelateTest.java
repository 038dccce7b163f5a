package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.CNS;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrelateTest {
    private static final String PROCESS = "UB_BUC_01";

    private final Correlate correlate = new Correlate(ProcessCatalogue.standard());
    private final CaseId id = new CaseId(UUID.randomUUID());

    private static CaseFile passed(Result<Correlated> result) {
        assertThat(result).isInstanceOf(Result.Passed.class);
        return ((Result.Passed<Correlated>) result).value().caseAfter();
    }

    private static Refusal refused(Result<Correlated> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Correlated>) result).refusal();
    }

    private Header header(InstitutionId sender) {
        return Given.header(sender, PROCESS, Optional.of(id));
    }

    /** RVA asked ADEM. */
    private CaseFile opened() {
        return passed(correlate.correlate(Given.authorised(header(RVA), "U001", Optional.empty(), ADEM)));
    }

    private Refusal refusal(Header header, String act, InstitutionId receiver) {
        return refused(correlate.correlate(Given.authorised(header, act, Optional.of(opened()), receiver)));
    }

    @Test
    void aStarterOpensTheCaseThatItNames() {
        CaseFile file = opened();
        assertThat(file)
                .returns(id, CaseFile::id)
                .returns(PROCESS, CaseFile::process)
                .returns(RVA, CaseFile::owner)
                .returns(Set.of(ADEM), it -> it.inRole(CaseRole.COUNTERPARTY))
                .returns(1, CaseFile::version)
                .returns(List.of("U001"), CaseFile::acts);
        assertThat(file.persons()).containsExactly(Given.PERSON);
    }

    @Test
    void aStarterThatNamesNoCase_getsTheTicketAsItsCase() {
        Authorised authorised =
                Given.authorised(Given.header(RVA, PROCESS, Optional.empty()), "U001", Optional.empty(), ADEM);
        assertThat(passed(correlate.correlate(authorised)).id().value())
                .isEqualTo(authorised.received().ticket().value());
    }

    @Test
    void anAnswerAdvancesTheCase() {
        CaseFile file = passed(correlate.correlate(Given.authorised(header(ADEM), "U002", Optional.of(opened()), RVA)));
        assertThat(file.version()).isEqualTo(2);
        assertThat(file.events().getLast().by()).isEqualTo(ADEM);
    }

    @Test
    void aCaseFollowsItsPerson_whenTheNumberIsReplaced() {
        Insz present = Insz.of("79441203718");
        var facts = new DocumentFacts("U002", List.of(present), Map.of(), Map.of());
        Authorised unknown = Given.authorised(header(ADEM), facts, Optional.of(opened()), List.of(RVA));
        assertThat(refused(correlate.correlate(unknown)).code()).isEqualTo(RefusalCode.CASE_MISMATCH);

        var replaced = new DirectoryExtract(List.of(), Map.of(Given.PERSON, present));
        Authorised same = Given.authorised(header(ADEM), facts, Optional.of(opened()), List.of(RVA), replaced);
        assertThat(passed(correlate.correlate(same)).version()).isEqualTo(2);
    }

    @Test
    void aCaseToldToAThirdParty_isAMismatch() {
        assertThat(refusal(header(RVA), "U001", CNS).code()).isEqualTo(RefusalCode.CASE_MISMATCH);
        assertThat(refusal(header(RVA), "U001", RVA).code()).isEqualTo(RefusalCode.CASE_MISMATCH);
    }

    @Test
    void noReceiverOrTwo_isAMismatch() {
        assertThat(refused(correlate.correlate(Given.authorised(header(RVA), "U001", Optional.empty(), ADEM, CNS)))
                        .code())
                .isEqualTo(RefusalCode.CASE_MISMATCH);
    }

    @Test
    void aProcessThatTheCatalogueDoesNotHold_isNotAllowed() {
        Header header = Given.header(RVA, "XX_BUC_99", Optional.empty());
        assertThat(refused(correlate.correlate(Given.authorised(header, "U001", Optional.empty(), ADEM))))
                .returns(RefusalCode.NOT_ALLOWED_NOW, Refusal::code)
                .returns("the hub does not know the process XX_BUC_99", Refusal::detail);
    }

    @Test
    void anActOfTheOtherRole_isNotAllowed_andTheNextOnesAreNamed() {
        assertThat(refusal(header(ADEM), "U001", RVA))
                .returns(RefusalCode.NOT_ALLOWED_NOW, Refusal::code)
                .returns(
                        "U001 from the COUNTERPARTY: it is for BE:0206737484 to send;"
                                + " next may come: H001, U002, X007, X009, X011, X012",
                        Refusal::detail);
    }

    private Header in(InstitutionId sender, String process, CaseLink link) {
        return Given.header(sender, process, Optional.of(id)).withLink(link);
    }

    private CaseFile notifiedTwo() {
        return passed(correlate.correlate(
                Given.authorised(in(RVA, "LA_BUC_02", CaseLink.NONE), "A003", Optional.empty(), ADEM, CNS)));
    }

    @Test
    void aCaseOfSeveral_isOpenedToAllOfThem_andEachAnswersForItself() {
        CaseFile opened = notifiedTwo();
        assertThat(opened.inRole(CaseRole.COUNTERPARTY)).containsExactlyInAnyOrder(ADEM, CNS);

        CaseFile one = passed(correlate.correlate(
                Given.authorised(in(ADEM, "LA_BUC_02", CaseLink.NONE), "A012", Optional.of(opened), RVA)));
        assertThat(one.events().getLast().about())
                .contains(opened.events().getFirst().ticket());
        CaseFile both = passed(correlate.correlate(
                Given.authorised(in(CNS, "LA_BUC_02", CaseLink.NONE), "A004", Optional.of(one), RVA, ADEM)));
        assertThat(both.acts()).containsExactly("A003", "A012", "A004");
    }

    @Test
    void whoIsToldOfACaseInWhichItTakesNoPart_isAMismatch_unlessItComesInWithTheMessage() {
        CaseFile opened = passed(correlate.correlate(
                Given.authorised(in(RVA, "LA_BUC_02", CaseLink.NONE), "A003", Optional.empty(), ADEM)));
        assertThat(refused(correlate.correlate(
                        Given.authorised(in(RVA, "LA_BUC_02", CaseLink.NONE), "A003", Optional.of(opened), ADEM, CNS))))
                .returns(RefusalCode.CASE_MISMATCH, Refusal::code)
                .returns("the case is of LA_BUC_02, and LU:0021 takes no part in it", Refusal::detail);

        var comes = new CaseLink(Optional.empty(), Optional.of(CNS));
        CaseFile after = passed(correlate.correlate(
                Given.authorised(in(RVA, "LA_BUC_02", comes), "X005", Optional.of(opened), ADEM, CNS)));
        assertThat(after.inRole(CaseRole.COUNTERPARTY)).containsExactlyInAnyOrder(ADEM, CNS);
        assertThat(refused(correlate.correlate(
                                Given.authorised(in(RVA, "LA_BUC_02", comes), "X005", Optional.of(after), ADEM, CNS)))
                        .detail())
                .startsWith("X005 from the CASE_OWNER: PARTICIPANT must name who comes in");
    }

    @Test
    void whatAClosedCaseWaitsFor_isSaid() {
        CaseFile opened = opened();
        CaseFile closed = passed(correlate.correlate(Given.authorised(header(RVA), "X001", Optional.of(opened), ADEM)));
        assertThat(refused(correlate.correlate(Given.authorised(header(ADEM), "U002", Optional.of(closed), RVA))))
                .returns(RefusalCode.NOT_ALLOWED_NOW, Refusal::code)
                .returns(
                        "U002 from the COUNTERPARTY: the case is closed since X001 of 2026-11-22T10:00:00Z;"
                                + " next may come: X002",
                        Refusal::detail);
    }

    @Test
    void anAnswerToAnotherActThanItCanAnswer_isRefused() {
        CaseFile opened = opened();
        CaseFile pay = passed(correlate.correlate(Given.authorised(header(RVA), "U003", Optional.of(opened), ADEM)));
        var link = new CaseLink(Optional.of(pay.events().getLast().ticket()), Optional.empty());
        assertThat(refused(correlate.correlate(
                                Given.authorised(header(ADEM).withLink(link), "U002", Optional.of(pay), RVA)))
                        .detail())
                .startsWith("U002 from the COUNTERPARTY: it cannot be about the message that RELATED_TO names");
    }

    @Test
    void theBoxesOfEachStepAreKept_andHeldAgainstTheNext() {
        var partA = new DocumentFacts("BL1-A", List.of(Given.PERSON), Map.of("2.1", "Peeters"), Map.of());
        Header start = Given.header(CNS, "BL1", Optional.of(id));
        CaseFile file = passed(correlate.correlate(Given.authorised(start, partA, Optional.empty(), List.of(RVA))));
        assertThat(file.keptBoxes()).containsOnlyKeys("2.1");

        Header next = Given.header(RVA, "BL1", Optional.of(id));
        var same = new DocumentFacts(
                "BL1-B", List.of(Given.PERSON), Map.of("6.2", "2026-09-15"), Map.of("2.1", "Peeters"));
        assertThat(passed(correlate.correlate(Given.authorised(next, same, Optional.of(file), List.of(CNS))))
                        .keptBoxes())
                .containsOnlyKeys("2.1", "6.2");

        var changed = new DocumentFacts("BL1-B", List.of(Given.PERSON), Map.of(), Map.of("2.1", "Wagner"));
        assertThat(refused(correlate.correlate(Given.authorised(next, changed, Optional.of(file), List.of(CNS)))))
                .returns(RefusalCode.EARLIER_BOX_CHANGED, Refusal::code)
                .returns("1 earlier box(es) differ", Refusal::detail);
    }
}
