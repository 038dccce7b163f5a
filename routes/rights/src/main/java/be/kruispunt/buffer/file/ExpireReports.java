package be.kruispunt.buffer.file;

import be.kruispunt.store.RightsExpiry;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsStore;
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
 * Takes away what is left of reports whose time is over (decision 0040): result and receipt in their senders' folders, and which lines
 * were not taken. That something was reported, by whom, and how much of it was taken, stays.
 */
public final class ExpireReports {
    private static final Logger LOG = LoggerFactory.getLogger(ExpireReports.class);

    /** So many are looked at together: of more, the first ones may be such as cannot be taken away. */
    private static final int MOST = 100;

    private final RightsExpiry expiry;
    private final Optional<BatchFolder> folder;
    private final Later<RightsReport> later;

    /** {@code folder}: where files come and go; empty where none do. */
    public ExpireReports(RightsStore store, Optional<Path> folder, InstantSource clock) {
        this.expiry = store.expiry();
        this.folder = folder.map(path -> new BatchFolder(path.toAbsolutePath().normalize()));
        this.later = new Later<>(clock);
    }

    /**
     * Ends one report.
     *
     * @param ended a report of which nothing is left but that it was
     * @return false when no more can be done now
     */
    public boolean next(Consumer<RightsReport> ended) {
        for (RightsReport report : expiry.dueReports(MOST)) {
            if (later.isDue(report) && end(report, ended)) {
                return true;
            }
        }
        return false;
    }

    private boolean end(RightsReport report, Consumer<RightsReport> ended) {
        try {
            if (folder.isPresent()) {
                takeAway(folder.get(), report);
            }
        } catch (IOException e) {
            later.postpone(report);
            LOG.error(
                    "KP5108 files whose time is over cannot be taken away run={} asker={} cause={}",
                    report.ticket(),
                    report.subject().sender(),
                    e.toString());
            return false;
        }
        if (expiry.endReport(report.ticket())) {
            ended.accept(report);
        }
        return true;
    }

    private static void takeAway(BatchFolder folder, RightsReport report) throws IOException {
        folder.takeAway(
                report.subject().sender(),
                List.of(DeliverReport.name(report), report.source().name() + Receipt.END));
        Files.deleteIfExists(folder.kept(report.ticket().value()));
    }
}
