package be.kruispunt.model.cases;

import static be.kruispunt.model.cases.CaseRole.CASE_OWNER;
import static be.kruispunt.model.cases.CaseRole.COUNTERPARTY;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProcessCatalogueTest {
    private final ProcessCatalogue catalogue = ProcessCatalogue.standard();
    private final BusinessProcess unemployment = catalogue.find("UB_BUC_01").orElseThrow();
    private final BusinessProcess bl1 = catalogue.find("BL1").orElseThrow();
    private final BusinessProcess u1 = catalogue.find("PD_U1").orElseThrow();

    @Test
    void catalogueKnowsItsProcessesAndNoOther() {
        assertThat(catalogue.ids()).containsExactlyInAnyOrder("UB_BUC_01", "PD_U1", "BL1");
        assertThat(catalogue.find("UB_BUC_99")).isEmpty();
    }

    @Test
    void unemploymentCase_isOpenedByTheOwnerWithAStarter() {
        assertThat(unemployment.next(CASE_OWNER, List.of())).containsExactly("U001", "U001CB", "U003", "U005");
        assertThat(unemployment.next(COUNTERPARTY, List.of())).isEmpty();
        assertThat(unemployment.isStarter("U001")).isTrue();
        assertThat(unemployment.isStarter("U002")).isFalse();
    }

    @Test
    void answerNeedsItsQuestion() {
        assertThat(unemployment.allows(COUNTERPARTY, "U002", List.of())).isFalse();
        assertThat(unemployment.next(COUNTERPARTY, List.of("U001"))).containsExactly("U002");
        assertThat(unemployment.next(COUNTERPARTY, List.of("U001CB"))).containsExactly("U017");
        assertThat(unemployment.next(COUNTERPARTY, List.of("U001", "U003", "U005")))
                .containsExactly("U002", "U004", "U006");
    }

    @Test
    void onlyTheRightSideMaySend() {
        assertThat(unemployment.allows(COUNTERPARTY, "U001", List.of())).isFalse();
        assertThat(unemployment.allows(CASE_OWNER, "U002", List.of("U001"))).isFalse();
        assertThat(unemployment.allows(CASE_OWNER, "S001", List.of("U001"))).isFalse();
    }

    @Test
    void documentWithFlagU_mayComeAgain() {
        assertThat(unemployment.allows(COUNTERPARTY, "U002", List.of("U001", "U002")))
                .isTrue();
        assertThat(unemployment.allows(CASE_OWNER, "U001", List.of("U001", "U002")))
                .isTrue();
    }

    @Test
    void exclusiveStarters_shutEachOtherOut() {
        assertThat(unemployment.next(CASE_OWNER, List.of("U001"))).containsExactly("U001", "U003", "U005");
        assertThat(unemployment.next(CASE_OWNER, List.of("U001CB"))).containsExactly("U001CB", "U003", "U005");
    }

    @Test
    void bl1_goesFromPartAToPartBToBox10_onceEach() {
        assertThat(bl1.next(CASE_OWNER, List.of())).containsExactly("BL1-A");
        assertThat(bl1.next(COUNTERPARTY, List.of())).isEmpty();

        assertThat(bl1.next(CASE_OWNER, List.of("BL1-A"))).isEmpty();
        assertThat(bl1.next(COUNTERPARTY, List.of("BL1-A"))).containsExactly("BL1-B");

        assertThat(bl1.next(CASE_OWNER, List.of("BL1-A", "BL1-B"))).containsExactly("BL1-10");
        assertThat(bl1.next(COUNTERPARTY, List.of("BL1-A", "BL1-B"))).isEmpty();

        assertThat(bl1.next(CASE_OWNER, List.of("BL1-A", "BL1-B", "BL1-10"))).isEmpty();
        assertThat(bl1.next(COUNTERPARTY, List.of("BL1-A", "BL1-B", "BL1-10"))).isEmpty();
    }

    @Test
    void portableU1_isSentOnce_andNotAnswered() {
        assertThat(u1.next(CASE_OWNER, List.of())).containsExactly("U1");
        assertThat(u1.next(CASE_OWNER, List.of("U1"))).isEmpty();
        assertThat(u1.next(COUNTERPARTY, List.of("U1"))).isEmpty();
    }

    @Test
    void everyActOfAProcess_canBeReached() {
        for (String id : catalogue.ids()) {
            BusinessProcess process = catalogue.find(id).orElseThrow();
            assertThat(process.ownerActs()).as(id).containsAll(process.starters());
            for (BusinessProcess.Reply reply : process.replies()) {
                assertThat(process.ownerActs().contains(reply.question())
                                || process.counterpartyActs().contains(reply.question()))
                        .as(id + " " + reply)
                        .isTrue();
                assertThat(process.ownerActs().contains(reply.answer())
                                || process.counterpartyActs().contains(reply.answer()))
                        .as(id + " " + reply)
                        .isTrue();
            }
        }
    }

    @Test
    void caseFileAfterAnAct_isANewVersion_andTheOldOneStays() {
        InstitutionId owner = InstitutionId.of("BE:0206737484");
        InstitutionId counterparty = InstitutionId.of("LU:0053");
        var ticket = new Ticket(UUID.randomUUID());
        var opened = new CaseFile(
                new CaseId(UUID.randomUUID()),
                "UB_BUC_01",
                owner,
                counterparty,
                Set.of(Insz.of("85073003328")),
                List.of(new CaseFile.Event("U001", CASE_OWNER, ticket)),
                Map.of("1.1", "digest"),
                1);

        CaseFile answered = opened.after(new CaseFile.Event("U002", COUNTERPARTY, ticket), Map.of("2.1", "other"));

        assertThat(answered.acts()).containsExactly("U001", "U002");
        assertThat(answered.version()).isEqualTo(2);
        assertThat(answered.keptBoxes()).isEqualTo(Map.of("1.1", "digest", "2.1", "other"));
        assertThat(opened.acts()).containsExactly("U001");
        assertThat(answered.roleOf(owner)).contains(CASE_OWNER);
        assertThat(answered.roleOf(counterparty)).contains(COUNTERPARTY);
        assertThat(answered.roleOf(InstitutionId.of("LU:0021"))).isEmpty();
        assertThat(CASE_OWNER.other()).isEqualTo(COUNTERPARTY);
        assertThat(answered.toString()).doesNotContain("85073003328");
    }
}
