package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.CNS;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final CaseId CASE = new CaseId(UUID.randomUUID());

    private static Passage passage(InstitutionId user, String body, Optional<CaseId> caseId) {
        return passage(Given.received(user, body), Given.header(user, "UB_BUC_01", caseId));
    }

    private static Passage passage(Received received, Header header) {
        var facts = new DocumentFacts("U001", List.of(), Map.of(), Map.of());
        return new Passage.Underway(Given.validated(received, header, facts), List.of());
    }

    private static List<String> outcome(Passage... passages) {
        return outcome(List.of(), passages);
    }

    /** Of the cases given, each message finds those to which its sender is a party. */
    private static List<String> outcome(List<CaseFile> cases, Passage... passages) {
        var neighbours = new Neighbours(HUB);
        return Stream.of(passages)
                .map(passage -> neighbours.isFree(passage)
                                && neighbours.isFree(cases.stream()
                                        .filter(file -> file.roleOf(
                                                        passage.received().user())
                                                .isPresent())
                                        .toList())
                        ? "goes"
                        : "waits")
                .toList();
    }

    @Test
    void strangersGoOnTogether() {
        assertThat(outcome(
                        passage(ADEM, "a", Optional.empty()),
                        passage(ADEM, "b", Optional.empty()),
                        passage(RVA, "c", Optional.of(CASE))))
                .containsExactly("goes", "goes", "goes");
    }

    @Test
    void theSameContentOfOneUser_waits() {
        assertThat(outcome(passage(ADEM, "a", Optional.empty()), passage(ADEM, "a", Optional.empty())))
                .containsExactly("goes", "waits");
    }

    @Test
    void theSameContentOfAnotherUser_doesNot() {
        assertThat(outcome(passage(ADEM, "a", Optional.empty()), passage(RVA, "a", Optional.empty())))
                .containsExactly("goes", "goes");
    }

    @Test
    void theSameIdentifierWaits() {
        Header header = Given.header(ADEM, "UB_BUC_01", Optional.empty());
        assertThat(outcome(passage(Given.received(ADEM, "a"), header), passage(Given.received(ADEM, "b"), header)))
                .containsExactly("goes", "waits");
    }

    @Test
    void theSameCaseWaits_whicheverPartySends() {
        CaseFile file = CaseFile.opening(CASE, "UB_BUC_01", RVA, List.of(ADEM), Set.of());
        assertThat(outcome(
                        List.of(file),
                        passage(ADEM, "a", Optional.of(CASE)),
                        passage(RVA, "b", Optional.of(CASE)),
                        passage(ADEM, "c", Optional.of(CASE))))
                .containsExactly("goes", "waits", "waits");
    }

    @Test
    void theSameCaseThatIsOnlyAboutToBeOpened_waits() {
        assertThat(outcome(passage(RVA, "a", Optional.of(CASE)), passage(RVA, "b", Optional.of(CASE))))
                .containsExactly("goes", "waits");
        assertThat(outcome(to(RVA, ADEM), to(ADEM, RVA))).containsExactly("goes", "waits");
    }

    /** That it waits would tell that there is such a case. */
    @Test
    void aCaseOfTheSameNameBetweenOthers_keepsNobodyWaiting() {
        CaseFile file = CaseFile.opening(CASE, "UB_BUC_01", RVA, List.of(ADEM), Set.of());
        assertThat(outcome(List.of(file), to(RVA, ADEM), to(CNS, ADEM), to(CNS, RVA)))
                .containsExactly("goes", "goes", "waits");
    }

    @Test
    void whatOneInstitutionTellsTheHubItself_goesOneByOne_soThatAQuestionFindsWhatWasToldBeforeIt() {
        assertThat(outcome(
                        to(ADEM, HUB, Optional.empty()),
                        to(ADEM, HUB, Optional.empty()),
                        to(CNS, HUB, Optional.empty()),
                        to(ADEM, RVA, Optional.empty())))
                .containsExactly("goes", "waits", "goes", "goes");
    }

    private static Passage to(InstitutionId sender, InstitutionId receiver) {
        return to(sender, receiver, Optional.of(CASE));
    }

    private static Passage to(InstitutionId sender, InstitutionId receiver, Optional<CaseId> caseId) {
        Header header = Given.header(sender, "UB_BUC_01", caseId);
        return passage(
                Given.received(sender, header.instance().toString()),
                new Header(
                        sender,
                        List.of(receiver),
                        header.type(),
                        header.instance(),
                        header.createdAt(),
                        header.process(),
                        header.caseId(),
                        header.legalContext(),
                        header.provenance()));
    }

    @Test
    void whoWaitsKeepsItsOwnNeighboursBack_soThatTheOrderStays() {
        Header header = Given.header(ADEM, "UB_BUC_01", Optional.of(CASE));
        CaseFile file = CaseFile.opening(CASE, "UB_BUC_01", RVA, List.of(ADEM), Set.of());
        assertThat(outcome(
                        List.of(file),
                        passage(RVA, "a", Optional.of(CASE)),
                        passage(Given.received(ADEM, "b"), header),
                        passage(
                                Given.received(ADEM, "c"),
                                new Header(
                                        header.sender(),
                                        header.receivers(),
                                        header.type(),
                                        header.instance(),
                                        header.createdAt(),
                                        header.process(),
                                        Optional.empty(),
                                        header.legalContext(),
                                        header.provenance()))))
                .containsExactly("goes", "waits", "waits");
    }

    @Test
    void aRefusedMessageTakesItsContent_andWithoutASignatureNothingElse() {
        Received received = Given.received(ADEM, "a");
        Passage refused = new Passage.Refused(
                received, Refusal.of(RefusalCode.MALFORMED, ""), Optional.empty(), false, List.of());
        assertThat(outcome(refused, passage(ADEM, "a", Optional.of(CASE)), passage(ADEM, "b", Optional.empty())))
                .containsExactly("goes", "waits", "goes");
    }
}
