package be.kruispunt.hub;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRules;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.CaseBook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the cases in which nothing came for as long as their process says. It looks again and again while the hub runs; what
 * fell due while it stood still is closed at its next start. What it does stands in the case, as an act of the hub itself. Of
 * several hubs on a store only the one at work closes any.
 */
public final class CaseTimers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseTimers.class);
    private static final int AT_A_TIME = 100;
    private static final long SECONDS = 10;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("case-timers").factory());

    private final CaseBook book;
    private final ProcessCatalogue processes;
    private final InstitutionId hub;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Does nothing yet. */
    public CaseTimers(
            CaseBook book, ProcessCatalogue processes, InstitutionId hub, InstantSource clock, RandomGenerator random) {
        this.book = book;
        this.processes = processes;
        this.hub = hub;
        this.clock = clock;
        this.random = random;
    }

    CaseTimers start() {
        // The executor ends with this object, so nobody waits for the outcome.
        var unused = executor.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
        return this;
    }

    private void look() {
        try {
            closeDue();
        } catch (RuntimeException e) { // thrown on, it would end the timers
            LOG.warn("the cases that are due could not be closed, and are looked at again: {}", e.toString());
        }
    }

    /** Closes every case whose time has come, and says which. */
    public List<CaseFile> closeDue() {
        Instant now = clock.instant();
        List<CaseFile> due = book.due(now, AT_A_TIME);
        List<CaseFile> closed = book.close(
                due.stream().flatMap(file -> closed(file, now).stream()).toList());
        closed.forEach(
                file -> LOG.info("KP2002 closed case={} process={} owner={}", file.id(), file.process(), file.owner()));
        return closed;
    }

    private Optional<CaseFile> closed(CaseFile file, Instant now) {
        return processes.find(file.process()).map(process -> new CaseRules(process)
                .closedByItself(file, Ticket.next(now, random), hub, now));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        executor.close();
    }
}
