package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final CaseId OTHER = new CaseId(UUID.randomUUID());

    private final Retries retries = new Retries(() -> NOW);

    private static Passage passage(InstitutionId user, String body, CaseId caseId) {
        var facts = new DocumentFacts("U001", List.of(), Map.of(), Map.of());
        return new Passage.Underway(
                Given.validated(
                        Given.received(user, body), Given.header(user, "UB_BUC_01", Optional.of(caseId)), facts),
                List.of());
    }

    private List<String> outcome(Passage... passages) {
        return retries.heldBack(List.of(passages), action -> {}).stream()
                .map(passage -> passage.getClass().getSimpleName())
                .toList();
    }

    private void comesAgain(String body) {
        retries.add(Given.received(ADEM, body), Optional.of(CASE), Duration.ofSeconds(5));
    }

    @Test
    void nobodyIsHeldBack_whileNothingComesAgain() {
        assertThat(outcome(passage(ADEM, "a", CASE))).containsExactly("Underway");
    }

    @Test
    void whatTheSenderSendsLaterInTheCase_isHeldBack_andNothingElse() {
        comesAgain("a");
        assertThat(outcome(passage(ADEM, "b", CASE), passage(ADEM, "c", OTHER), passage(RVA, "d", CASE)))
                .containsExactly("HeldBack", "Underway", "Underway");
    }

    @Test
    void theMessageItselfGoesOn_andOnCommitTheRest() {
        comesAgain("a");
        var committed = new ArrayList<Runnable>();
        assertThat(retries.heldBack(List.of(passage(ADEM, "a", CASE)), committed::add))
                .hasOnlyElementsOfType(Passage.Underway.class);
        assertThat(outcome(passage(ADEM, "b", CASE))).containsExactly("HeldBack");
        committed.forEach(Runnable::run);
        assertThat(outcome(passage(ADEM, "b", CASE))).containsExactly("Underway");
    }

    @Test
    void ofSeveralThatComeAgain_theFirstIsTheFirst() {
        comesAgain("a");
        comesAgain("b");
        comesAgain("a");
        assertThat(outcome(passage(ADEM, "b", CASE), passage(ADEM, "a", CASE))).containsExactly("HeldBack", "Underway");
    }

    @Test
    void whatGoesToTheDeadLetters_holdsNobodyBack() {
        comesAgain("a");
        retries.forget(Given.received(ADEM, "a"), Optional.of(CASE));
        assertThat(outcome(passage(ADEM, "b", CASE))).containsExactly("Underway");
    }
}
