package be.kruispunt.store;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much is borne of an asker that is curious: in so many days, and since somebody looked.
 *
 * @param alertAt from how many strangers, numbers in a row and changed names on the operator is told
 * @param stopAt from how many on its questions are not answered
 * @param windowDays how many days count
 * @param unknownAlertAt from how many registered numbers that the register of persons does not know the operator is told
 * @param newAlertAt from how many new numbers on
 * @param unfoundAlertAt from how many customers on who are registered by name, and are not found
 */
public record StrangerLimits(
        long alertAt, long stopAt, int windowDays, long unknownAlertAt, long newAlertAt, long unfoundAlertAt) {
    private static final int WINDOW = 30;
    private static final long UNKNOWN = 1_000;
    private static final long NEW = 100_000;
    private static final long UNFOUND = 1_000;

    public StrangerLimits {
        if (alertAt < 1 || stopAt < alertAt) {
            throw new IllegalArgumentException(
                    "an asker is stopped no sooner than the operator is told, and not at once");
        }
        if (windowDays < 1 || unknownAlertAt < 1 || newAlertAt < 1 || unfoundAlertAt < 1) {
            throw new IllegalArgumentException("at least one day counts, and nobody is told of nothing");
        }
    }

    /** With the others as they are where nothing is set. */
    public StrangerLimits(long alertAt, long stopAt) {
        this(alertAt, stopAt, WINDOW, UNKNOWN, NEW, UNFOUND);
    }

    /** The limit that was reached just now, if one was; the further one of both. */
    Optional<Long> reached(long before, long now) {
        return Stream.of(stopAt, alertAt)
                .filter(limit -> before < limit && now >= limit)
                .findFirst();
    }
}
