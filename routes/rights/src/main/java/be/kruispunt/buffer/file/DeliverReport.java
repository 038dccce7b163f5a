package be.kruispunt.buffer.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.buffer.report.ReportFile;
import be.kruispunt.store.ReportPage;
import be.kruispunt.store.ReportStanding;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsReports;
import be.kruispunt.trust.FileSigner;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the result of a report of which every page was taken into its sender's folder:
 * {@code rights-statuses-result;1;PURPOSE;moment;lines;refused;ticket}, then for each line of the file its number and {@code TAKEN} or a
 * code. Done again, it is the same to the byte.
 */
final class DeliverReport {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverReport.class);
    private static final String TAKEN = "TAKEN";

    private final RightsReports reports;
    private final BatchFolder folder;
    private final TripleWriter triples;

    DeliverReport(RightsReports reports, BatchFolder folder, FileSigner signer) {
        this.reports = reports;
        this.folder = folder;
        this.triples = new TripleWriter(signer);
    }

    /** Writes the result. The file is kept no longer. */
    void deliver(RightsReport report) throws IOException {
        ReportStanding standing = reports.standing(report.ticket()).orElseThrow();
        triples.write(folder.out(report.subject().sender()), name(report), out -> write(standing, out));
        reports.delivered(report.ticket());
        Files.deleteIfExists(folder.kept(report.ticket().value()));
        LOG.info(
                "KP5109 report taken report={} kind={} sender={} lines={} refused={}",
                report.ticket(),
                report.subject().kind(),
                report.subject().sender(),
                standing.lines(),
                standing.refused());
    }

    /** What the result is called. */
    static String name(RightsReport report) {
        return report.source().name() + ".result";
    }

    private void write(ReportStanding standing, OutputStream out) throws IOException {
        RightsReport report = standing.report();
        var subject = report.subject();
        String first = ReportFile.word(subject.kind()) + "-result;1;" + subject.purpose() + ';' + report.arrived() + ';'
                + standing.lines() + ';' + standing.refused() + ';' + report.ticket() + '\n';
        out.write(first.getBytes(UTF_8));
        var lines = new Lines(out);
        try {
            reports.pages(report.ticket(), lines::write);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The lines of one page after the other, counted through. */
    private static final class Lines {
        private final OutputStream out;
        private long before;

        Lines(OutputStream out) {
            this.out = out;
        }

        void write(ReportPage page) {
            var text = new StringBuilder();
            for (int place = 1; place <= page.lines(); place++) {
                text.append(before + place)
                        .append(';')
                        .append(page.refused().getOrDefault(place, TAKEN))
                        .append('\n');
            }
            before += page.lines();
            try {
                out.write(text.toString().getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
