package be.kruispunt.buffer.file;

import be.kruispunt.buffer.report.ReportFile;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsReports;
import be.kruispunt.trust.FileSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes a signed file that reports from wherever it lies, as if its sender had put it into its folder. The file stays. */
public final class LoadFile {
    private final BatchFolder folder;
    private final TakeFile take;
    private final RightsReports reports;
    private final TripleWriter triples;
    private final InstantSource clock;

    LoadFile(BatchFolder folder, TakeFile take, RightsReports reports, FileSigner signer, InstantSource clock) {
        this.folder = folder;
        this.take = take;
        this.reports = reports;
        this.triples = new TripleWriter(signer);
        this.clock = clock;
    }

    /**
     * Takes it in, or finds that it was taken in before; its receipt stands in its maker's folder then.
     *
     * @param file named {@code NAME.csv}, its signature beside it {@code NAME.csv.p7s}
     * @param maker who may have made it
     * @throws IllegalArgumentException when it has another name, or is no file that reports
     */
    public Receipt take(Path file, Predicate<InstitutionId> maker) throws IOException {
        Triple triple = Triple.of(file);
        if (triple.hasData() && new ReportFile(file).header().isEmpty()) {
            throw new IllegalArgumentException(file.getFileName()
                    + " is no file that reports: its first line is none of rights-statuses;1;PURPOSE,"
                    + " rights-households;1;PURPOSE and rights-customers;1;PURPOSE");
        }
        Receipt receipt = take.take(maker, triple);
        Optional<RightsReport> report = report(receipt);
        if (report.isPresent()) {
            triples.write(
                    folder.out(report.get().subject().sender()),
                    receipt.name() + Receipt.END,
                    receipt.text(clock.instant()));
        }
        return receipt;
    }

    /** What was begun with a file that was taken. */
    public Optional<RightsReport> report(Receipt receipt) {
        return receipt.number().flatMap(number -> reports.find(new Ticket(number)));
    }
}
