package be.kruispunt.buffer.file;

import be.kruispunt.buffer.report.TakeReport;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.ReportPage;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsReports;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on the reports that are under way: a page of the oldest of each sender in turn. So what a sender tells in one file stands before
 * its next one is taken, and nobody waits for another's.
 */
public final class ReportWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(ReportWork.class);

    private final RightsReports reports;
    private final TakeReport take;
    private final DeliverReport deliver;
    private final Later<RightsReport> later;

    ReportWork(RightsReports reports, TakeReport take, DeliverReport deliver, InstantSource clock) {
        this.reports = reports;
        this.take = take;
        this.deliver = deliver;
        this.later = new Later<>(clock);
    }

    @Override
    public Set<UUID> open() {
        return reports.undelivered().stream()
                .map(report -> report.ticket().value())
                .collect(Collectors.toSet());
    }

    /** Whose reports are under way. */
    Set<InstitutionId> senders() {
        return reports.undelivered().stream()
                .map(report -> report.subject().sender())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean step() {
        Map<InstitutionId, RightsReport> oldest = new LinkedHashMap<>();
        reports.undelivered()
                .forEach(report -> oldest.putIfAbsent(report.subject().sender(), report));
        List<RightsReport> due = oldest.values().stream().filter(later::isDue).toList();
        due.forEach(report -> later.attempt(report, this::step, ReportWork::broken));
        return !due.isEmpty();
    }

    private static void broken(RightsReport report, String cause) {
        LOG.error(
                "KP5110 report does not go on yet report={} sender={} cause={}",
                report.ticket(),
                report.subject().sender(),
                cause);
    }

    /**
     * Takes the next page of a report, or delivers its result.
     *
     * @return the page; empty: the result is delivered
     */
    public Optional<ReportPage> step(RightsReport report) throws IOException {
        Optional<ReportPage> page = take.next(report);
        if (page.isEmpty()) {
            deliver.deliver(report);
        }
        return page;
    }

    @Override
    public void again(UUID number) throws IOException {
        Optional<RightsReport> report = reports.find(new Ticket(number));
        if (report.isPresent() && !open().contains(number)) {
            deliver.deliver(report.get());
        }
    }
}
