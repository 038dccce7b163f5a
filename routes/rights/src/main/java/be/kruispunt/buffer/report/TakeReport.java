package be.kruispunt.buffer.report;

import be.kruispunt.buffer.LineFile;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.ReportPage;
import be.kruispunt.store.ReportWriter;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Takes files that report, a page at a time: so that several go on beside each other, and no message waits long for one. */
public final class TakeReport {
    /** Lines of a page: some tenths of a second, for which who else reports waits. */
    public static final int PAGE = 2_000;

    private final RightsReports reports;
    private final ReportDesk desk;
    private final Function<Ticket, Path> files;
    private final int page;

    /** {@code files}: where the file of a report is kept. */
    public TakeReport(RightsReports reports, ReportDesk desk, Function<Ticket, Path> files) {
        this(reports, desk, files, PAGE);
    }

    /** With pages of so many lines. */
    public TakeReport(RightsReports reports, ReportDesk desk, Function<Ticket, Path> files, int page) {
        this.reports = reports;
        this.desk = desk;
        this.files = files;
        this.page = page;
    }

    /**
     * Takes the next page of a report.
     *
     * @return the page; empty: every page was taken
     */
    public Optional<ReportPage> next(RightsReport report) {
        return reports.next(report, writer -> take(report, writer));
    }

    private ReportPage take(RightsReport report, ReportWriter writer) {
        LineFile.Part part = read(files.apply(report.ticket()), writer.reached());
        SortedMap<Integer, String> refused = desk.take(report, part.lines(), writer);
        return new ReportPage(part.lines().size(), refused, part.reached(), part.last());
    }

    private LineFile.Part read(Path path, long reached) {
        var file = new ReportFile(path);
        try {
            return file.lines(reached == 0 ? file.header().orElseThrow().end() : reached, page);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of the report cannot be read", e);
        }
    }
}
