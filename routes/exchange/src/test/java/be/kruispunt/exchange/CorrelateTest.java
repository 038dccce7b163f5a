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
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                .returns(ADEM, CaseFile::counterparty)
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
        assertThat(file.events().getLast().by()).isEqualTo(CaseRole.COUNTERPARTY);
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
                .returns("U001 from the COUNTERPARTY; next may come: U002", Refusal::detail);
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
