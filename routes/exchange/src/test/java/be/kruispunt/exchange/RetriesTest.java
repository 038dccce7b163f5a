package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final CaseId OTHER = new CaseId(UUID.randomUUID());

    private final List<Runnable> committed = new ArrayList<>();
    private Instant now = NOW;
    private final Retries retries = new Retries(HUB, () -> now);

    private static Passage passage(InstitutionId user, String body, Header header) {
        var facts = new DocumentFacts("U001", List.of(), Map.of(), Map.of());
        return new Passage.Underway(Given.validated(Given.received(user, body), header, facts), List.of());
    }

    private static Passage inCase(InstitutionId user, String body, CaseId caseId) {
        return passage(user, body, Given.header(user, "UB_BUC_01", Optional.of(caseId)));
    }

    private static Header headerToTheHub(InstitutionId sender) {
        Header any = Given.header(sender, "GSS", Optional.empty());
        return new Header(
                sender,
                List.of(HUB),
                any.type(),
                new InstanceId(UUID.randomUUID()),
                NOW,
                any.process(),
                Optional.empty(),
                any.legalContext(),
                Optional.empty());
    }

    private static Passage toTheHub(InstitutionId user, String body) {
        return passage(user, body, headerToTheHub(user));
    }

    private List<String> outcome(Passage... passages) {
        return retries.heldBack(List.of(passages), committed::add).stream()
                .map(passage -> passage.getClass().getSimpleName())
                .toList();
    }

    private void commit() {
        committed.forEach(Runnable::run);
        committed.clear();
    }

    private void comesAgain(String body) {
        retries.add(
                Given.received(ADEM, body),
                Optional.of(Given.header(ADEM, "UB_BUC_01", Optional.of(CASE))),
                Duration.ofSeconds(5));
    }

    private void reportComesAgain(String body) {
        retries.add(Given.received(ADEM, body), Optional.of(headerToTheHub(ADEM)), Duration.ofSeconds(5));
    }

    @Test
    void nobodyIsHeldBack_whileNothingComesAgain() {
        assertThat(outcome(inCase(ADEM, "a", CASE), toTheHub(ADEM, "b"))).containsExactly("Underway", "Underway");
    }

    @Test
    void whatTheSenderSendsLaterInTheCase_isHeldBack_andNothingElse() {
        comesAgain("a");
        assertThat(outcome(
                        inCase(ADEM, "b", CASE), inCase(ADEM, "c", OTHER), inCase(RVA, "d", CASE), toTheHub(ADEM, "e")))
                .containsExactly("HeldBack", "Underway", "Underway", "Underway");
    }

    @Test
    void whatTheSenderTellsTheHubLater_isHeldBack_andNothingElse() {
        reportComesAgain("a");
        assertThat(outcome(toTheHub(ADEM, "b"), inCase(ADEM, "c", CASE), toTheHub(RVA, "d")))
                .containsExactly("HeldBack", "Underway", "Underway");
    }

    @Test
    void theMessageItselfGoesOn_andWhatFollowsItGoesOnBehindItOrLater_butNotBefore() {
        reportComesAgain("a");
        assertThat(outcome(toTheHub(ADEM, "b"))).containsExactly("HeldBack");
        assertThat(outcome(toTheHub(ADEM, "a"), toTheHub(ADEM, "b"))).containsExactly("Underway", "Underway");
        commit();
        assertThat(outcome(toTheHub(ADEM, "c"))).containsExactly("Underway");
    }

    /** It waits for its time again; what came after it and finds the way free must not pass it by. */
    @Test
    void whatWasHeldBack_isNotOvertakenEither() {
        reportComesAgain("a");
        assertThat(outcome(toTheHub(ADEM, "b"))).containsExactly("HeldBack");
        assertThat(outcome(toTheHub(ADEM, "a"))).containsExactly("Underway");
        commit();
        assertThat(outcome(toTheHub(ADEM, "c"))).containsExactly("HeldBack");
        assertThat(outcome(toTheHub(ADEM, "b"))).containsExactly("Underway");
        commit();
        assertThat(outcome(toTheHub(ADEM, "c"))).containsExactly("Underway");
        commit();
        assertThat(outcome(toTheHub(ADEM, "d"))).containsExactly("Underway");
    }

    @Test
    void whatIsDueAgain_goesOnInItsOrder_inWhateverOrderTheBrokerHandsItOver() {
        reportComesAgain("a");
        assertThat(outcome(toTheHub(ADEM, "b"), toTheHub(ADEM, "c"))).containsExactly("HeldBack", "HeldBack");
        List<Passage> passages =
                List.of(toTheHub(ADEM, "c"), inCase(RVA, "other", CASE), toTheHub(ADEM, "b"), toTheHub(ADEM, "a"));
        assertThat(retries.heldBack(passages, committed::add))
                .containsExactly(passages.get(3), passages.get(1), passages.get(2), passages.get(0));
    }

    @Test
    void whatBrokeInThisBatch_holdsBackWhatStandsBehindItInTheBatch() {
        Passage broken = new Passage.Failed(
                Given.received(ADEM, "a"), Optional.of(headerToTheHub(ADEM)), new IllegalStateException());
        assertThat(outcome(broken, toTheHub(ADEM, "b"))).containsExactly("Failed", "HeldBack");
    }

    @Test
    void whatBreaksAgain_holdsBackAgain() {
        reportComesAgain("a");
        assertThat(outcome(toTheHub(ADEM, "a"))).containsExactly("Underway");
        reportComesAgain("a");
        commit();
        assertThat(outcome(toTheHub(ADEM, "b"))).containsExactly("HeldBack");
    }

    @Test
    void ofSeveralThatComeAgain_theFirstIsTheFirst() {
        comesAgain("a");
        comesAgain("b");
        comesAgain("a");
        assertThat(outcome(inCase(ADEM, "b", CASE))).containsExactly("HeldBack");
        assertThat(outcome(inCase(ADEM, "a", CASE))).containsExactly("Underway");
    }

    @Test
    void whatGoesToTheDeadLetters_holdsNobodyBack() {
        reportComesAgain("a");
        retries.forget(Given.received(ADEM, "a"), Optional.of(headerToTheHub(ADEM)));
        assertThat(outcome(toTheHub(ADEM, "b"))).containsExactly("Underway");
    }

    @Test
    void whatDoesNotComeAgain_isWaitedForNoMore() {
        reportComesAgain("a");
        now = NOW.plus(Duration.ofMinutes(11));
        assertThat(outcome(toTheHub(ADEM, "b"))).containsExactly("Underway");
    }
}
