package be.kruispunt.hub;

import be.kruispunt.access.RightsPolicy;
import be.kruispunt.buffer.ConsiderQuestion;
import be.kruispunt.buffer.file.BatchWork;
import be.kruispunt.store.Store;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;

/** Files, runs and subscriptions of a hub, wired by hand. */
record HubBatch(Settings settings, HubTrust trust, Store store, Tools tools) {
    /** What a running hub does by itself. */
    BatchWork work(Path folder) {
        var policy = new RightsPolicy(settings.hub());
        return BatchParts.of(settings, store, tools.schemes(), folder)
                .byItself(
                        new FileSigner(trust.folder().hubIdentity(), tools.crypto(), InstantSource.system()),
                        new FileVerifier(trust.store(), tools.crypto()),
                        () -> policy.askers(store.register(), LocalDate.now(ConsiderQuestion.BRUSSELS)));
    }
}
