package be.kruispunt.exchange;

import java.time.Duration;

/**
 * How often a message is tried on which a step breaks.
 *
 * @param attempts how often in all, before it goes to the dead-letter queue
 * @param firstDelay how long it waits after the first; twice as long after each next one
 */
public record RetryPolicy(int attempts, Duration firstDelay) {
    public RetryPolicy {
        if (attempts < 1 || firstDelay.isNegative()) {
            throw new IllegalArgumentException("at least one attempt, and no negative delay");
        }
    }

    Duration delay(int attempt) {
        return firstDelay.multipliedBy(1L << Math.min(attempt - 1, 16));
    }
}
