package be.kruispunt.hub.command;

import be.kruispunt.buffer.file.Batch;
import be.kruispunt.buffer.file.LoadFile;
import be.kruispunt.buffer.file.Receipt;
import be.kruispunt.buffer.file.Receipt.Outcome;
import be.kruispunt.buffer.file.ReportWork;
import be.kruispunt.hub.BatchParts;
import be.kruispunt.hub.HubTrust;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.text.Progress;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.ReportStanding;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsReports;
import be.kruispunt.store.Store;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a signed file by which a source or a supplier reports. */
record ReportLoad(DataOption data, Output out) {
    /** {@code from}: who may have signed it; nobody: whoever may report. */
    Exit load(Path file, List<String> from) throws IOException {
        Set<InstitutionId> makers = from.stream().map(ReportLoad::id).collect(Collectors.toSet());
        Settings settings = data.settings();
        Path folder = settings.batchFolder()
                .orElseThrow(() -> new WrongUse("the result has no place to go: set batch.folder in hub.properties"));
        try (Store store = Store.attach(settings.store(data.initialised()))) {
            Batch batch = BatchParts.of(settings, store, settings.schemes(), folder);
            HubTrust trust = HubTrust.read(settings, data.initialised());
            CryptoProviders crypto = CryptoProviders.best();
            var signer = new FileSigner(trust.folder().hubIdentity(), crypto, InstantSource.system());
            batch.folder().create(makers);
            LoadFile load = batch.load(signer, new FileVerifier(trust.store(), crypto));
            Receipt receipt = take(load, file, makers);
            return receipt.outcome() == Outcome.REFUSED
                    ? refused(receipt)
                    : taken(batch, batch.reports(signer), load.report(receipt).orElseThrow());
        }
    }

    private static InstitutionId id(String text) {
        try {
            return InstitutionId.of(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private static Receipt take(LoadFile load, Path file, Set<InstitutionId> makers) throws IOException {
        try {
            return load.take(file, maker -> makers.isEmpty() || makers.contains(maker));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private Exit refused(Receipt receipt) {
        Receipt.Wrong wrong = receipt.wrong().getFirst();
        out.line("not taken: " + wrong.code() + ", " + wrong.meaning() + "; " + wrong.remedy());
        out.json(Map.of("refused", wrong.code(), "meaning", wrong.meaning(), "remedy", wrong.remedy()));
        return Exit.NEGATIVE;
    }

    /** Reports of the same sender that arrived before it go first. */
    private Exit taken(Batch batch, ReportWork work, RightsReport report) throws IOException {
        RightsReports reports = batch.runs().reports();
        for (RightsReport earlier : reports.undelivered()) {
            if (earlier.subject().sender().equals(report.subject().sender())
                    && earlier.arrived().isBefore(report.arrived())) {
                toItsEnd(reports, work, earlier);
            }
        }
        ReportStanding standing = toItsEnd(reports, work, report);
        out.line(ReportTexts.name(report)
                + ": %,d line(s) taken, %,d not; the result is in its folder"
                        .formatted(standing.lines() - standing.refused(), standing.refused()));
        out.json(ReportTexts.json(standing));
        return standing.refused() == 0 ? Exit.SUCCESS : Exit.NEGATIVE;
    }

    private ReportStanding toItsEnd(RightsReports reports, ReportWork work, RightsReport report) throws IOException {
        Progress progress = out.progress();
        while (work.step(report).isPresent()) {
            progress.at(() -> ReportTexts.name(report)
                    + ": %,d of %,d lines"
                            .formatted(
                                    reports.standing(report.ticket())
                                            .orElseThrow()
                                            .lines(),
                                    report.source().lines()));
        }
        return reports.standing(report.ticket()).orElseThrow();
    }
}
