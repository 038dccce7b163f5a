package be.kruispunt.exchange;

import be.kruispunt.broker.Deliveries;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an intake took in one broker transaction, and the way out that belongs to that transaction. */
public record Batch(List<Passage> passages, Deliveries deliveries) {
    public Batch {
        passages = List.copyOf(passages);
    }

    Batch with(List<Passage> others) {
        return new Batch(others, deliveries);
    }

    Batch each(UnaryOperator<Passage> change) {
        return with(passages.stream().map(change).toList());
    }

    /** Whether there is something left to do. */
    boolean isUnderWay() {
        return passages.stream().anyMatch(passage -> !(passage instanceof Passage.Done));
    }
}
