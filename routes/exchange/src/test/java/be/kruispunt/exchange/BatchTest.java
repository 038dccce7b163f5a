package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.GivenBroker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Received FIRST = Given.received(ADEM, "first");
    private static final Received SECOND = Given.received(RVA, "second");

    private final List<String> order = new ArrayList<>();
    private final Batch batch = new Batch(
            List.of(new Passage.Underway(FIRST, List.of()), new Passage.Underway(SECOND, List.of())),
            GivenBroker.nowhere());

    private UnaryOperator<Passage> noting(String step) {
        return passage -> {
            order.add(step + " " + (passage.received().equals(FIRST) ? "first" : "second"));
            return passage;
        };
    }

    @Test
    void aMessageGoesThroughAllStepsAheadOfIt_beforeTheNextOneSetsOut() {
        batch.then(noting("parse")).then(noting("validate")).arrived();
        assertThat(order).containsExactly("parse first", "validate first", "parse second", "validate second");
    }

    @Test
    void whoHasArrived_hasNoStepAhead() {
        Batch arrived = batch.then(noting("parse")).arrived();
        assertThat(arrived.arrived().passages()).isEqualTo(batch.passages());
        assertThat(order).containsExactly("parse first", "parse second");
    }

    @Test
    void aBatchWithStepsAhead_isUnderWay() {
        assertThat(batch.then(noting("parse")).isUnderWay()).isTrue();
        assertThat(batch.each(passage -> new Passage.Done(passage.received())).isUnderWay())
                .isFalse();
        assertThat(order).isEmpty();
    }
}
