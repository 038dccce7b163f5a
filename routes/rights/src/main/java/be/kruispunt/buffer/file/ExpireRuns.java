package be.kruispunt.buffer.file;

import be.kruispunt.store.RightsExpiry;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.RunKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what runs told, in the store and in the folders of their askers, when the time is over for which it is kept; that they were
 * answered, and what proves each line, stays. A page at a time, beside all else; cut off, it goes on where it was.
 */
public final class ExpireRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ExpireRuns.class);

    /** So many are looked at together: of more, the first ones may be such as cannot be taken away. */
    private static final int MOST = 100;

    private final RightsExpiry expiry;
    private final Optional<BatchFolder> folder;
    private final Later<RightsRun> later;

    /** {@code folder}: where files come and go; empty where none do. */
    public ExpireRuns(RightsStore store, Optional<Path> folder, InstantSource clock) {
        this.expiry = store.expiry();
        this.folder = folder.map(path -> new BatchFolder(path.toAbsolutePath().normalize()));
        this.later = new Later<>(clock);
    }

    /**
     * Empties one page, or ends a run of which none is left.
     *
     * @param ended a run of which nothing is left but that it was, and its proof
     * @return false when no more can be done now
     */
    public boolean next(Consumer<RightsRun> ended) {
        for (RightsRun run : expiry.dueRuns(MOST)) {
            if (later.isDue(run) && advance(run, ended)) {
                return true;
            }
        }
        return false;
    }

    private boolean advance(RightsRun run, Consumer<RightsRun> ended) {
        if (expiry.emptyPage(run.id())) {
            return true;
        }
        try {
            takeAway(run);
        } catch (IOException e) {
            later.postpone(run);
            LOG.error(
                    "KP5108 files whose time is over cannot be taken away run={} asker={} cause={}",
                    run.id(),
                    run.subject().asker(),
                    e.toString());
            return false;
        }
        if (expiry.end(run.id())) {
            ended.accept(run);
        }
        return true;
    }

    /** A refused run has no files; another of its name may. */
    private void takeAway(RightsRun run) throws IOException {
        if (folder.isEmpty() || run.grounds().refused().isPresent()) {
            return;
        }
        folder.get().takeAway(run.subject().asker(), names(run));
        Files.deleteIfExists(folder.get().kept(run.id().value()));
    }

    private static List<String> names(RightsRun run) {
        return run.subject().kind() == RunKind.FILE
                ? List.of(DeliverRun.name(run), run.name() + Receipt.END)
                : List.of(DeliverRun.name(run));
    }
}
