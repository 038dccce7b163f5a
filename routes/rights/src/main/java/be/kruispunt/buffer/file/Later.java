package be.kruispunt.buffer.file;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** What broke is tried again after a while, so that it neither holds up the rest nor fills the log. */
final class Later<T> {
    private static final Duration WHILE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<T, Instant> due = new HashMap<>();

    Later(InstantSource clock) {
        this.clock = clock;
    }

    boolean isDue(T work) {
        due.values().removeIf(moment -> !clock.instant().isBefore(moment));
        return !due.containsKey(work);
    }

    void postpone(T work) {
        due.put(work, clock.instant().plus(WHILE));
    }
}
