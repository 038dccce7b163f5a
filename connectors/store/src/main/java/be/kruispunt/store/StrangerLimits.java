package be.kruispunt.store;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often an asker may ask about persons who are not its customers, since somebody looked.
 *
 * @param alertAt from when on the operator is told
 * @param stopAt from when on its questions are not answered
 */
public record StrangerLimits(long alertAt, long stopAt) {
    public StrangerLimits {
        if (alertAt < 1 || stopAt < alertAt) {
            throw new IllegalArgumentException(
                    "an asker is stopped no sooner than the operator is told, and not at once");
        }
    }

    /** The limit that was reached just now, if one was; the further one of both. */
    Optional<Long> reached(long before, long now) {
        return Stream.of(stopAt, alertAt)
                .filter(limit -> before < limit && now >= limit)
                .findFirst();
    }

    /** A supplier whose register is a little behind is told of; one that tries numbers is stopped soon. */
    public static StrangerLimits standard() {
        return new StrangerLimits(100, 1_000);
    }
}
