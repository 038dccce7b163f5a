package be.kruispunt.buffer.file;

import be.kruispunt.store.StoreUnavailable;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What broke is tried again after a while, so that it neither holds up the rest nor fills the log. */
final class Later<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Later.class);
    private static final Duration WHILE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<T, Instant> due = new HashMap<>();

    Later(InstantSource clock) {
        this.clock = clock;
    }

    /** What is done with a piece of work. */
    @FunctionalInterface
    interface Step<T> {
        void on(T work) throws IOException;
    }

    boolean isDue(T work) {
        due.values().removeIf(moment -> !clock.instant().isBefore(moment));
        return !due.containsKey(work);
    }

    void postpone(T work) {
        due.put(work, clock.instant().plus(WHILE));
    }

    /**
     * Tries it; puts off what breaks.
     *
     * @param broken told what broke, and why
     */
    void attempt(T work, Step<T> step, BiConsumer<T, String> broken) {
        try {
            step.on(work);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (ClosedByInterruptException e) {
            LOG.debug("the hub ends; this goes on at its next start", e);
        } catch (IOException | RuntimeException e) {
            postpone(work);
            broken.accept(work, e.toString());
        }
    }
}
