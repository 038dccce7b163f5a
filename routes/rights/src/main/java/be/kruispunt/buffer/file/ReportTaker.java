package be.kruispunt.buffer.file;

import be.kruispunt.access.AccessDecision;
import be.kruispunt.access.Register;
import be.kruispunt.buffer.LineFile.Look;
import be.kruispunt.buffer.file.Receipt.Wrong;
import be.kruispunt.buffer.report.ReportDesk;
import be.kruispunt.buffer.report.ReportFile;
import be.kruispunt.buffer.report.ReportFile.Header;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsReport.Grounds;
import be.kruispunt.store.RightsReport.Source;
import be.kruispunt.store.RightsReport.Subject;
import be.kruispunt.store.RightsReports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Files that report: each is taken page by page, in its place in the order of reports. */
record ReportTaker(ReportDesk desk, RightsReports reports, Supplier<Register> register, InstantSource clock)
        implements Taker {
    @Override
    public Optional<Look> look(Path file) throws IOException {
        var report = new ReportFile(file);
        Optional<Header> header = report.header();
        return header.isEmpty() ? Optional.empty() : Optional.of(report.look(header.get(), Receipt.MOST_NAMED));
    }

    @Override
    public boolean has(UUID number) {
        return reports.find(new Ticket(number)).isPresent();
    }

    @Override
    public boolean has(InstitutionId sender, String name) {
        return reports.ofFile(sender, name).isPresent();
    }

    @Override
    public Optional<Known> same(InstitutionId sender, Digest content) {
        return reports.ofFile(sender, content)
                .map(report ->
                        new Known(report.ticket().value(), report.source().name()));
    }

    @Override
    public void begin(ProvedFile file, Look look) throws NotTaken, IOException {
        Header header = new ReportFile(file.copy().file()).header().orElseThrow();
        var subject = new Subject(header.kind(), file.sender(), header.purpose());
        Register standing = register.get();
        switch (desk.decide(subject, standing)) {
            case AccessDecision.Denied(var refusal) -> throw new NotTaken(Wrong.of(refusal.code(), refusal.detail()));
            case AccessDecision.Granted granted -> {
                var report = new RightsReport(
                        new Ticket(file.number()),
                        subject,
                        new Source(file.name(), file.copy().digest(), look.lines()),
                        new Grounds(String.join(", ", granted.grounds()), standing.version()),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)); // as the store keeps it
                if (!reports.begin(report, file.signature().encoded())) {
                    throw new NotTaken(Wrong.of(FileCode.FILE_NAME_TAKEN, 0));
                }
            }
        }
    }
}
