package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());

    private static Passage passage(InstitutionId user, String body, Optional<CaseId> caseId) {
        return passage(Given.received(user, body), Given.header(user, "UB_BUC_01", caseId));
    }

    private static Passage passage(Received received, Header header) {
        var facts = new DocumentFacts("U001", List.of(), Map.of(), Map.of());
        return new Passage.Underway(Given.validated(received, header, facts), List.of());
    }

    private static List<String> outcome(Passage... passages) {
        return Neighbours.oneAtATime(List.of(passages)).stream()
                .map(passage -> passage.getClass().getSimpleName())
                .toList();
    }

    @Test
    void strangersGoOnTogether() {
        assertThat(outcome(
                        passage(ADEM, "a", Optional.empty()),
                        passage(ADEM, "b", Optional.empty()),
                        passage(RVA, "c", Optional.of(CASE))))
                .containsExactly("Underway", "Underway", "Underway");
    }

    @Test
    void theSameContentOfOneUser_waits() {
        assertThat(outcome(passage(ADEM, "a", Optional.empty()), passage(ADEM, "a", Optional.empty())))
                .containsExactly("Underway", "Waiting");
    }

    @Test
    void theSameContentOfAnotherUser_doesNot() {
        assertThat(outcome(passage(ADEM, "a", Optional.empty()), passage(RVA, "a", Optional.empty())))
                .containsExactly("Underway", "Underway");
    }

    @Test
    void theSameIdentifierWaits() {
        Header header = Given.header(ADEM, "UB_BUC_01", Optional.empty());
        assertThat(outcome(passage(Given.received(ADEM, "a"), header), passage(Given.received(ADEM, "b"), header)))
                .containsExactly("Underway", "Waiting");
    }

    @Test
    void theSameCaseWaits_whoeverSends() {
        assertThat(outcome(
                        passage(ADEM, "a", Optional.of(CASE)),
                        passage(RVA, "b", Optional.of(CASE)),
                        passage(ADEM, "c", Optional.of(CASE))))
                .containsExactly("Underway", "Waiting", "Waiting");
    }

    @Test
    void whoWaitsKeepsItsOwnNeighboursBack_soThatTheOrderStays() {
        Header header = Given.header(ADEM, "UB_BUC_01", Optional.of(CASE));
        assertThat(outcome(
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
                .containsExactly("Underway", "Waiting", "Waiting");
    }

    @Test
    void aRefusedMessageTakesItsContent_andWithoutASignatureNothingElse() {
        Received received = Given.received(ADEM, "a");
        Passage refused =
                new Passage.Refused(received, Refusal.of(RefusalCode.MALFORMED, ""), Optional.empty(), List.of());
        assertThat(outcome(refused, passage(ADEM, "a", Optional.of(CASE)), passage(ADEM, "b", Optional.empty())))
                .containsExactly("Refused", "Waiting", "Underway");
    }

    @Test
    void aFailedMessageIsLeftAlone() {
        Received received = Given.received(ADEM, "a");
        Passage failed = new Passage.Failed(received, Optional.empty(), new IllegalStateException());
        assertThat(outcome(passage(ADEM, "a", Optional.empty()), failed)).containsExactly("Underway", "Failed");
    }
}
