package be.kruispunt.hub;

import be.kruispunt.access.Register;
import be.kruispunt.access.RightsPolicy;
import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.buffer.file.BatchWork;
import be.kruispunt.buffer.report.ReportPolicy;
import be.kruispunt.store.Store;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files, runs, reports and subscriptions of a hub, wired by hand. */
record HubBatch(Settings settings, HubTrust trust, Store store, Tools tools) {
    /** What a running hub does by itself. */
    BatchWork work(Path folder) {
        var asking = new RightsPolicy(settings.hub());
        var reporting = new ReportPolicy(settings.hub());
        return BatchParts.of(settings, store, tools.schemes(), folder)
                .byItself(
                        new FileSigner(trust.folder().hubIdentity(), tools.crypto(), InstantSource.system()),
                        new FileVerifier(trust.store(), tools.crypto()),
                        () -> {
                            Register register = store.register();
                            LocalDate today = LocalDate.now(ConsiderQuestion.BRUSSELS);
                            return Stream.concat(
                                            asking.askers(register, today).stream(),
                                            reporting.reporters(register, today).stream())
                                    .collect(Collectors.toUnmodifiableSet());
                        });
    }
}
