package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.GivenBroker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who pays for the rounds of a batch. */
class SharesTest {
    private static final Received DONE = Given.received(RVA, "done");
    private static final Received FIRST = Given.received(ADEM, "first");
    private static final Received SECOND = Given.received(ADEM, "second");

    private final Passage underway = new Passage.Underway(FIRST, List.of());
    private final Batch batch = new Batch(
            List.of(new Passage.Done(DONE), underway, new Passage.Waiting(new Passage.Underway(SECOND, List.of()))),
            GivenBroker.nowhere());

    private static long paid(Received received) {
        return received.origin().meter().nanos();
    }

    @Test
    void aRoundIsPaidByWhoIsUnderWayInIt_andNotByWhoIsDoneOrWaits() {
        Batch after = Shares.metered(
                        before -> before.each(passage -> passage == underway ? new Passage.Done(FIRST) : passage))
                .apply(batch);
        assertThat(after.passages().get(1)).isEqualTo(new Passage.Done(FIRST));
        assertThat(paid(FIRST)).isPositive();
        assertThat(paid(DONE)).isZero();
        assertThat(paid(SECOND)).isZero();
    }

    @Test
    void whatOneCostByHimself_isNotPaidForTwice() {
        long hour = 3_600_000_000_000L;
        var alone = Given.received(ADEM, "alone");
        var neighbour = Given.received(RVA, "neighbour");
        Batch same = Shares.metered(before -> {
                    alone.origin().meter().add(hour);
                    return before;
                })
                .apply(new Batch(
                        List.of(new Passage.Underway(alone, List.of()), new Passage.Underway(neighbour, List.of())),
                        GivenBroker.nowhere()));
        assertThat(same.passages()).hasSize(2);
        assertThat(paid(neighbour)).isZero();
    }
}
