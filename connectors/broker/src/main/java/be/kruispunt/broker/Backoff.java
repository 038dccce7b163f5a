package be.kruispunt.broker;

import java.time.Duration;

/** Waiting times that double from a fifth of a second to five seconds. Confined to one thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration delay = FIRST;

    Duration next() {
        Duration now = delay;
        Duration doubled = delay.multipliedBy(2);
        delay = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return now;
    }

    void reset() {
        delay = FIRST;
    }
}
