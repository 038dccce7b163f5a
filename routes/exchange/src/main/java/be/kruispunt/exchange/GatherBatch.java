package be.kruispunt.exchange;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Puts the passages that the splitter took apart together again, in their order. What ended one of them ends the batch:
 * the splitter itself would forget it, but for the first's.
 */
final class GatherBatch implements AggregationStrategy {
    /** The body of the gathered exchange until the last passage is in. */
    private record Gathered(List<Passage> passages) {}

    @Override
    public Exchange aggregate(@Nullable Exchange gathered, Exchange next) {
        Passage passage = next.getMessage().getBody(Passage.class);
        if (gathered == null) {
            next.getMessage().setBody(new Gathered(new ArrayList<>(List.of(passage))));
            return next;
        }
        gathered.getMessage().getBody(Gathered.class).passages().add(passage);
        if (gathered.getException() == null) {
            gathered.setException(next.getException());
        }
        return gathered;
    }

    @Override
    public void onCompletion(Exchange gathered, Exchange before) {
        List<Passage> passages = gathered.getMessage().getBody(Gathered.class).passages();
        gathered.getMessage().setBody(before.getMessage().getBody(Batch.class).with(passages));
    }
}
