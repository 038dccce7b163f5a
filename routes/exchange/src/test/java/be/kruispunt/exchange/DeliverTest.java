package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.CNS;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static be.kruispunt.exchange.GivenDecision.receipt;
import static be.kruispunt.exchange.GivenDecision.received;
import static be.kruispunt.exchange.GivenDecision.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Deliveries;
import be.kruispunt.broker.GivenBroker;
import be.kruispunt.broker.GivenBroker.Lying;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.EarlierMessage;
import be.kruispunt.store.RecordEntry;
import be.kruispunt.store.RecordFailed;
import be.kruispunt.store.StoredDelivery;
import be.kruispunt.translation.TableRefused;
import be.kruispunt.trust.GivenTrust;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent for a message, to whom, and when; on a real broker, as an intake sends it. */
class DeliverTest {
    private static final CaseId CASE = new CaseId(UUID.randomUUID());

    @RegisterExtension
    static final GivenStore STORE = new GivenStore();

    @RegisterExtension
    static final GivenBroker BROKER = new GivenBroker(ADEM, CNS, RVA);

    private final Retries retries = new Retries(InstitutionId.of("BE:0999999922"), () -> NOW);
    private final FirstDeliveries firsts = new FirstDeliveries();
    private final DeliveredMarks marks = new DeliveredMarks(STORE.store());
    private final Deliver step = triesAtMost(3);

    private Deliver triesAtMost(int attempts) {
        return new Deliver(new RetryPolicy(attempts, Duration.ZERO), retries, firsts, marks);
    }

    private List<Passage> delivered(Passage... passages) {
        return delivered(step, passages);
    }

    private static List<Passage> delivered(Deliver step, Passage... passages) {
        Deliveries deliveries = BROKER.deliveries();
        Batch after = step.deliver(new Batch(List.of(passages), deliveries));
        BROKER.commit(deliveries);
        return after.passages();
    }

    private static Passage.Recorded recorded(String... documents) {
        Received received = received();
        return new Passage.Recorded(received, taken(received, "", documents));
    }

    /** As the look-up finds a message that was recorded: with what was to go, and what was answered. */
    private static Passage.Repeated again(Passage.Recorded first, boolean delivered) {
        RecordEntry entry = first.entry();
        List<StoredDelivery> documents = ((RecordEntry.Taken) entry)
                .outgoing().stream()
                        .map(document -> new StoredDelivery(document.id(entry.ticket()), false, document.xml()))
                        .toList();
        return new Passage.Repeated(
                received(),
                new EarlierMessage(
                        entry.ticket(),
                        entry.digest(),
                        delivered,
                        entry.handled().answer(),
                        documents));
    }

    private static String receiptOf(Passage.Recorded passage) {
        return receipt(passage.entry().ticket());
    }

    private static Received tried(String text, int attempts) {
        Received received = Given.received(ADEM, text);
        BrokerMessage first = received.origin();
        return new Received(
                received.ticket(),
                ADEM,
                received.digest(),
                NOW,
                new BrokerMessage(ADEM, first.content(), attempts, first.arrivedAt()));
    }

    private static Header inTheCase(InstitutionId sender) {
        return Given.header(sender, "UB_BUC_01", Optional.of(CASE));
    }

    private static Passage.Failed failed(int attempts, Throwable cause) {
        return new Passage.Failed(tried("broken", attempts), Optional.of(inTheCase(ADEM)), cause);
    }

    /** Whether the next message of this sender in the case has to wait. */
    private boolean isHeldBack(InstitutionId sender) {
        var facts = new DocumentFacts("U001", List.of(), Map.of(), Map.of());
        Passage next = new Passage.Underway(
                Given.validated(Given.received(sender, "next"), inTheCase(sender), facts), List.of());
        return retries.heldBack(List.of(next), action -> {}).getFirst() instanceof Passage.HeldBack;
    }

    private static void assertNothingWasSent() {
        assertThat(Stream.of(ADEM, CNS, RVA).flatMap(one -> BROKER.takeOut(one).stream()))
                .isEmpty();
    }

    @Test
    void whatWasRecordedGoesToItsReceiver_andTheReceiptToItsSender_whenTheBrokerCommits() {
        Passage.Recorded recorded = recorded("a document");
        Deliveries deliveries = BROKER.deliveries();
        Batch after = step.deliver(new Batch(List.of(recorded), deliveries));
        assertNothingWasSent();
        assertThat(marks.take()).isEmpty();
        BROKER.commit(deliveries);
        assertThat(BROKER.takeOut(RVA)).containsExactly("a document");
        assertThat(BROKER.takeOut(ADEM)).containsExactly(receiptOf(recorded));
        assertThat(marks.take()).containsExactly(recorded.entry().ticket());
        assertThat(after.passages()).containsExactly(new Passage.Done(recorded.received()));
        assertThat(after.isUnderWay()).isFalse();
    }

    @Test
    void whatGoesToNobody_isAnsweredAllTheSame() {
        Passage.Recorded recorded = recorded();
        delivered(recorded);
        assertThat(BROKER.takeOut(RVA)).isEmpty();
        assertThat(BROKER.takeOut(ADEM)).containsExactly(receiptOf(recorded));
    }

    @Test
    void whatComesAgainAndHadArrived_isAnsweredAgain_asOftenAsItComes_andNotDeliveredAgain() {
        Passage.Recorded first = recorded("a document");
        delivered(again(first, true), again(first, true));
        assertThat(BROKER.takeOut(RVA)).isEmpty();
        assertThat(BROKER.takeOut(ADEM)).containsExactly(receiptOf(first), receiptOf(first));
        assertThat(marks.take()).as("the store knows that already").isEmpty();
    }

    @Test
    void whatWasRecordedBeforeACrash_andNotSent_isDeliveredWhenItComesAgain() {
        Passage.Recorded first = recorded("a document");
        delivered(again(first, false));
        assertThat(BROKER.takeOut(RVA)).containsExactly("a document");
        assertThat(BROKER.takeOut(ADEM)).containsExactly(receiptOf(first));
        assertThat(marks.take()).containsExactly(first.entry().ticket());
    }

    /** Its duplicate id is not used inside the transaction: the commit would fail, and its neighbour with it. */
    @Test
    void whatWasSentBeforeACrash_andNotMarked_isNotDeliveredTwice_andItsNeighbourGoesOn() {
        Passage.Recorded first = recorded("a document");
        delivered(first);
        Passage.Recorded neighbour = recorded("another document");
        var afterTheCrash = new Deliver(
                new RetryPolicy(3, Duration.ZERO), retries, new FirstDeliveries(), new DeliveredMarks(STORE.store()));
        delivered(afterTheCrash, again(first, false), neighbour);
        assertThat(BROKER.takeOut(RVA)).containsExactly("a document", "another document");
        assertThat(BROKER.takeOut(ADEM)).containsExactly(receiptOf(first), receiptOf(first), receiptOf(neighbour));
    }

    @Test
    void aCopyInTheSameBatchAsItsFirstDelivery_orShortlyAfterIt_isAnsweredOnly() {
        Passage.Recorded inHand = recorded("in hand");
        Passage.Recorded justSent = recorded("just sent");
        firsts.begin(List.of(inHand.entry().ticket()), GivenBroker.nowhere());
        marks.add(List.of(justSent.entry().ticket()));
        delivered(again(inHand, false), again(justSent, false));
        assertThat(BROKER.takeOut(RVA)).isEmpty();
        assertThat(BROKER.takeOut(ADEM)).containsExactly(receiptOf(inHand), receiptOf(justSent));
    }

    @Test
    void whatIsHeldBackComesInAgain_unanswered_andThatIsNoAttempt() {
        Received received = tried("after another", 1);
        assertThat(delivered(new Passage.HeldBack(received, Duration.ZERO)))
                .containsExactly(new Passage.Done(received));
        assertThat(BROKER.takeIn(ADEM)).containsExactly(new Lying("after another", 1, Optional.empty()));
        assertNothingWasSent();
    }

    @Test
    void whatAStepBrokeOnComesInAgain_withOneAttemptMore_andWhatFollowsItWaits() {
        delivered(failed(1, new IllegalStateException("a defect")));
        assertThat(BROKER.takeIn(ADEM)).containsExactly(new Lying("broken", 2, Optional.empty()));
        assertThat(BROKER.takeDeadLetters()).isEmpty();
        assertNothingWasSent();
        assertThat(isHeldBack(ADEM)).isTrue();
        assertThat(isHeldBack(RVA)).isFalse();
    }

    /** The text of a breakage may repeat what is in the document. */
    @Test
    void afterTheLastAttemptItIsADeadLetter_withTheKindOfItsCause_andNobodyWaitsForIt() {
        delivered(failed(1, new IllegalStateException("a defect")));
        BROKER.takeIn(ADEM);
        delivered(failed(2, new IllegalStateException("no person 79041203729")));
        assertThat(BROKER.takeIn(ADEM)).isEmpty();
        assertThat(BROKER.takeDeadLetters())
                .containsExactly(new Lying("broken", 2, Optional.of("java.lang.IllegalStateException")));
        assertNothingWasSent();
        assertThat(isHeldBack(ADEM)).isFalse();
    }

    /** It is about the operator's own folder, and quotes no document: without it he would not know what to mend. */
    @Test
    void aTableThatCannotBeUsed_isADeadLetterThatNamesItsFaults_onOneLine() {
        delivered(failed(2, new TableRefused("own.yaml, read from form:\n/A/b: no row is about it")));
        assertThat(BROKER.takeDeadLetters())
                .extracting(Lying::cause)
                .containsExactly(Optional.of("own.yaml, read from form: | /A/b: no row is about it"));
    }

    @Test
    void whatTheStoreRefused_isADeadLetterThatSaysWhatTheStoreSaid() {
        Received received = received();
        RecordFailed refused = catchThrowableOfType(
                RecordFailed.class, () -> STORE.store().record(List.of(taken(received, "nul \0")), List.of()));
        delivered(triesAtMost(1), new Passage.Failed(received, Optional.empty(), refused));
        assertThat(BROKER.takeDeadLetters())
                .extracting(Lying::cause)
                .containsExactly(Optional.of("not recorded: PostgreSQL refused the record (SQLSTATE 22P05)"));
    }

    @Test
    void whoseCertificateCannotBeJudgedNow_comesLater_asOftenAsItTakes() {
        Received received = Given.received(CNS, "by an authority whose list is late");
        delivered(triesAtMost(1), new Passage.Failed(received, Optional.of(inTheCase(CNS)), GivenTrust.aListIsLate()));
        assertThat(BROKER.takeIn(CNS)).as("not yet").isEmpty();
        assertThat(BROKER.comingIn(CNS)).isEqualTo(1);
        assertThat(BROKER.takeDeadLetters()).isEmpty();
        assertThat(isHeldBack(CNS)).isTrue();
    }

    @Test
    void whatWaitsForItsNeighbourIsLeftForTheNextRound() {
        var waiting = new Passage.Waiting(new Passage.Underway(received(), List.of()));
        Passage.Recorded neighbour = recorded("a document");
        assertThat(delivered(waiting, neighbour)).containsExactly(waiting, new Passage.Done(neighbour.received()));
        assertThat(BROKER.takeOut(RVA)).containsExactly("a document");
        assertThat(BROKER.takeOut(ADEM)).containsExactly(receiptOf(neighbour));
        assertThat(BROKER.takeIn(ADEM)).isEmpty();
    }

    @Test
    void whatIsNotDecidedOrNotRecorded_mustNotComeHere() {
        Received received = received();
        Refusal refusal = Refusal.of(RefusalCode.MALFORMED, "line 1");
        for (Passage undecided : List.of(
                new Passage.Underway(received, List.of()),
                new Passage.Refused(received, refusal, Optional.empty(), false, List.of()),
                new Passage.Ready(received, taken(received, "", "a document")))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> step.deliver(new Batch(List.of(undecided), BROKER.deliveries())));
        }
    }
}
