package be.kruispunt.buffer.file;

import be.kruispunt.buffer.run.DueRuns;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.RightsRun;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a hub does by itself with files, runs, reports and subscriptions, a little at a time. */
public final class BatchWork {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final BatchFolder folder;
    private final Supplier<? extends Collection<InstitutionId>> senders;
    private final FileDoor door;
    private final DueRuns due;
    private final List<Work> work;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    BatchWork(
            BatchFolder folder,
            Supplier<? extends Collection<InstitutionId>> senders,
            FileDoor door,
            DueRuns due,
            List<Work> work,
            InstantSource clock) {
        this.folder = folder;
        this.senders = senders;
        this.door = door;
        this.due = due;
        this.work = work;
        this.clock = clock;
    }

    /** Makes the folders of those who may ask or report, and clears what was cut off; to be called once, at first. */
    public void begin() throws IOException {
        folder.create(senders.get());
        door.clear();
    }

    /**
     * Takes a file of each who has put one down, begins what is due, and does a page of each run and report.
     *
     * @return whether there is more to do at once
     */
    public boolean look() throws IOException {
        if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(BETWEEN_LOOKS);
            folder.create(senders.get());
            due.begin(subscription -> true).forEach(BatchWork::tell);
        }
        boolean more = door.look();
        for (Work each : work) {
            more |= each.step();
        }
        return more;
    }

    private static void tell(RightsRun run) {
        run.grounds()
                .refused()
                .ifPresentOrElse(
                        reason -> LOG.warn(
                                "KP5105 run refused run={} kind={} asker={} scheme={} reason={}",
                                run.id(),
                                run.subject().kind(),
                                run.subject().asker(),
                                run.subject().scheme(),
                                reason),
                        () -> LOG.info(
                                "KP5100 run begun run={} kind={} asker={} scheme={} name={}",
                                run.id(),
                                run.subject().kind(),
                                run.subject().asker(),
                                run.subject().scheme(),
                                run.name()));
    }
}
