package be.kruispunt.hub.bench;

import be.kruispunt.buffer.file.Batch;
import be.kruispunt.buffer.file.RunWork;
import be.kruispunt.hub.BatchParts;
import be.kruispunt.hub.sample.population.PopulationRegister;
import be.kruispunt.hub.text.Progress;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.Subscription;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The quarter's run of every supplier of a population, from its beginning until the signed result lies in the folder. */
final class BatchBench {
    private final RightsEnvironment environment;
    private final Progress progress;

    BatchBench(RightsEnvironment environment, Progress progress) {
        this.environment = environment;
        this.progress = progress;
    }

    /** {@code today}: since when they want to be told. */
    RightsReport.Batch run(LocalDate today) throws IOException {
        Batch batch = BatchParts.of(
                environment.settings(),
                environment.store(),
                environment.settings().schemes(),
                environment.data().root().resolve("files"));
        PopulationRegister.suppliers()
                .forEach(supplier -> batch.runs().subscriptions().put(subscription(supplier, today), "bench"));
        RunWork work = batch.work(new FileSigner(
                new TrustFolder(environment.data().trust()).hubIdentity(),
                CryptoProviders.best(),
                InstantSource.system()));
        var pages = new ArrayList<Long>();
        long lines = 0;
        long begun = System.nanoTime();
        for (RightsRun run : begun(batch)) {
            long at = System.nanoTime();
            for (Optional<AnsweredPage> page = work.step(run); page.isPresent(); page = work.step(run)) {
                lines += page.get().lines().size();
                pages.add(System.nanoTime() - at);
                at = System.nanoTime();
                String told = "  %,d lines".formatted(lines);
                progress.at(() -> told);
            }
        }
        return new RightsReport.Batch(lines, (System.nanoTime() - begun) / 1e9, p99(pages));
    }

    private static List<RightsRun> begun(Batch batch) {
        List<RightsRun> runs = batch.due().begin(any -> true);
        if (runs.isEmpty()
                || runs.stream().anyMatch(run -> run.grounds().refused().isPresent())) {
            throw new IllegalStateException("a supplier of the bench is not answered");
        }
        return runs;
    }

    private static Subscription subscription(InstitutionId supplier, LocalDate today) {
        return new Subscription(
                supplier,
                SchemeCode.of(PopulationRegister.scheme(supplier)),
                PopulationRegister.purpose(supplier),
                new Validity(today, Optional.empty()));
    }

    private static double p99(List<Long> pages) {
        List<Long> sorted = pages.stream().sorted().toList();
        return sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1) / 1e6;
    }
}
