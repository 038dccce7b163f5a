package be.kruispunt.exchange;

import be.kruispunt.broker.Meter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Who pays for a step that works once for the batch: those alike who were under way in that round, less what one of them cost by
 * himself. Who keeps a batch going for another round pays for the round, and not those who are done; institutions take turns by
 * what they cost.
 */
final class Shares {
    private Shares() {}

    static UnaryOperator<Batch> metered(UnaryOperator<Batch> step) {
        return before -> {
            long began = System.nanoTime();
            long alone = alone(before);
            Batch after = step.apply(before);
            long common = Math.max(0, System.nanoTime() - began - (alone(after) - alone));
            List<Meter> underway = underway(before, after);
            underway.forEach(meter -> meter.add(common / underway.size()));
            return after;
        };
    }

    private static long alone(Batch batch) {
        return batch.passages().stream()
                .mapToLong(passage -> passage.received().origin().meter().nanos())
                .sum();
    }

    private static List<Meter> underway(Batch before, Batch after) {
        return IntStream.range(0, before.passages().size())
                .filter(i -> !(before.passages().get(i) instanceof Passage.Done))
                .filter(i -> !(after.passages().get(i) instanceof Passage.Waiting))
                .mapToObj(i -> after.passages().get(i).received().origin().meter())
                .toList();
    }
}
