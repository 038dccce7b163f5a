package be.kruispunt.hub;

import be.kruispunt.buffer.SourceWatch;
import be.kruispunt.buffer.SourceWatch.Source;
import be.kruispunt.model.id.InstitutionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each source once that it is late, until it reports. Looks now and then only, however often it is run. */
final class LateSources implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LateSources.class);

    private final SourceWatch watch;
    private final InstantSource clock;
    private final Duration pause;
    private final Set<InstitutionId> told = new HashSet<>();
    private Instant next = Instant.EPOCH;

    LateSources(SourceWatch watch, InstantSource clock, Duration pause) {
        this.watch = watch;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(pause);
        for (Source source : watch.sources(now)) {
            if (!source.late()) {
                told.remove(source.id());
            } else if (told.add(source.id())) {
                LOG.warn(
                        "KP5004 late source={} reported={}",
                        source.id(),
                        source.reported().map(Instant::toString).orElse("never"));
            }
        }
    }
}
