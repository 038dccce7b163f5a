package be.kruispunt.exchange;

import be.kruispunt.broker.Deliveries;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What an intake took in one broker transaction, and the way out that belongs to that transaction.
 *
 * @param ahead steps that each message has still to go through by itself. A message goes through all of them before the next one
 *     sets out: so what it was turned into on its way is gone again, and need not be kept for a whole batch at a time
 */
public record Batch(List<Passage> passages, UnaryOperator<Passage> ahead, Deliveries deliveries) {
    public Batch {
        passages = List.copyOf(passages);
    }

    /** With no step ahead. */
    Batch(List<Passage> passages, Deliveries deliveries) {
        this(passages, UnaryOperator.identity(), deliveries);
    }

    /** With one more step ahead. It must not finish a message: {@link #isUnderWay} does not wait for it. */
    Batch then(UnaryOperator<Passage> step) {
        return new Batch(passages, passage -> step.apply(ahead.apply(passage)), deliveries);
    }

    /** When each message has gone through the steps ahead. */
    Batch arrived() {
        return new Batch(passages.stream().map(ahead).toList(), deliveries);
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
