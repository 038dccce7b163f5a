package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.GivenDecision.received;
import static be.kruispunt.exchange.GivenDecision.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.broker.Deliveries;
import be.kruispunt.broker.GivenBroker;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.EarlierMessage;
import be.kruispunt.store.LookUpKey;
import be.kruispunt.store.LostRace;
import be.kruispunt.store.RecordFailed;
import be.kruispunt.store.Store;
import be.kruispunt.store.TraceQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writing a batch, and what becomes of it if the store finds fault with one of its messages. */
class RecordTest {
    /** PostgreSQL keeps no text with this character in it. */
    private static final String NOT_FOR_THE_STORE = "nul \0";

    @RegisterExtension
    static final GivenStore STORE = new GivenStore();

    private final Store store = STORE.store();
    private final FirstDeliveries firsts = new FirstDeliveries();
    private final DeliveredMarks marks = new DeliveredMarks(store);
    private final Deliveries deliveries = GivenBroker.nowhere();
    private final Record step = new Record(store, firsts, marks, () -> NOW);

    private static Passage.Ready ready(String trail) {
        Received received = received();
        return new Passage.Ready(received, taken(received, trail, "a document"));
    }

    private List<Passage> recorded(Passage... passages) {
        return step.record(new Batch(List.of(passages), deliveries)).passages();
    }

    private Optional<EarlierMessage> inStore(Passage passage) {
        Received received = passage.received();
        return store.lookUp(List.of(new LookUpKey(
                        received.user(), received.digest(), Optional.empty(), Optional.empty(), Set.of())))
                .getFirst()
                .sameContent();
    }

    private boolean isDelivered(Passage passage) {
        return inStore(passage).orElseThrow().delivered();
    }

    private static Ticket ticket(Passage passage) {
        return passage.received().ticket();
    }

    @Test
    void whatIsReadyIsRecorded_withThisStepInItsTrail_andNothingElseIs() {
        Passage.Ready one = ready("first");
        Passage.Ready other = ready("second");
        var waiting = new Passage.Waiting(ready("waits"));
        var heldBack = new Passage.HeldBack(received(), Duration.ZERO);
        assertThat(recorded(one, waiting, other, heldBack))
                .containsExactly(
                        new Passage.Recorded(one.received(), one.entry()),
                        waiting,
                        new Passage.Recorded(other.received(), other.entry()),
                        heldBack);
        assertThat(inStore(one)).isPresent();
        assertThat(inStore(other)).isPresent();
        assertThat(inStore(waiting)).isEmpty();
        assertThat(store.trace(new TraceQuery.ByTicket(ticket(one))).getFirst().audit())
                .containsExactly(
                        AuditEntry.passed(Step.RECEIVE, NOW, "first"),
                        AuditEntry.passed(Step.RECORD, NOW, "1 document(s) to deliver"));
    }

    @Test
    void theOneThatTheStoreRefusesGoesAside_andItsNeighboursAreRecorded() {
        Passage.Ready before = ready("good");
        Passage.Ready atFault = ready(NOT_FOR_THE_STORE);
        Passage.Ready after = ready("good too");
        List<Passage> passages = recorded(before, atFault, after);
        assertThat(List.of(passages.getFirst(), passages.getLast()))
                .containsExactly(
                        new Passage.Recorded(before.received(), before.entry()),
                        new Passage.Recorded(after.received(), after.entry()));
        assertThat(inStore(before)).isPresent();
        assertThat(inStore(after)).isPresent();
        assertThat(inStore(atFault)).isEmpty();
        assertThat(passages.get(1)).isInstanceOfSatisfying(Passage.Failed.class, failed -> {
            assertThat(failed.received()).isEqualTo(atFault.received());
            assertThat(failed.header().flatMap(Header::caseId))
                    .isEqualTo(atFault.entry().believed().orElseThrow().caseId());
            assertThat(failed.cause()).isInstanceOf(RecordFailed.class);
        });
    }

    @Test
    void whatTheBrokerTookSinceTheLastBatch_isMarkedWithThisOne() {
        Passage.Ready earlier = ready("earlier");
        recorded(earlier);
        assertThat(isDelivered(earlier)).isFalse();
        marks.add(List.of(ticket(earlier)));
        recorded(ready("later"));
        assertThat(isDelivered(earlier)).isTrue();
        assertThat(marks.take()).isEmpty();
    }

    @Test
    void theMarksOfABatchThatWasRefusedAsAWhole_goWithTheNext() {
        Passage.Ready earlier = ready("earlier");
        recorded(earlier);
        marks.add(List.of(ticket(earlier)));
        recorded(ready(NOT_FOR_THE_STORE), ready("good"));
        assertThat(isDelivered(earlier)).isFalse();
        recorded(ready("later"));
        assertThat(isDelivered(earlier)).isTrue();
    }

    @Test
    void aRaceThatWasLost_endsTheBatch_andNothingOfIt_norAMark_isGone() {
        Passage.Ready winner = ready("winner");
        recorded(winner);
        Passage.Ready neighbour = ready("neighbour");
        marks.add(List.of(ticket(winner)));
        var again = new Received(
                received().ticket(),
                winner.received().user(),
                winner.received().digest(),
                NOW,
                winner.received().origin());
        var loser = new Passage.Ready(again, taken(again, "loser", "a document"));
        assertThatThrownBy(() -> recorded(neighbour, loser)).isInstanceOf(LostRace.class);
        assertThat(inStore(neighbour)).isEmpty();
        assertThat(isDelivered(winner)).isFalse();
        assertThat(marks.take()).containsExactly(ticket(winner));
    }

    /** A copy in a later round must not send the documents beside the transaction. */
    @Test
    void aFirstDeliveryIsUnderWay_untilTheTransactionIsOver() {
        Passage.Ready one = ready("one");
        recorded(one);
        assertThat(firsts.underway(ticket(one))).isTrue();
        GivenBroker.end(deliveries);
        assertThat(firsts.underway(ticket(one))).isFalse();
    }
}
