package be.kruispunt.hub.command;

import be.kruispunt.buffer.file.Batch;
import be.kruispunt.buffer.file.RunWork;
import be.kruispunt.buffer.run.DueRuns;
import be.kruispunt.buffer.run.Quarter;
import be.kruispunt.hub.BatchParts;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RunKind;
import be.kruispunt.store.Store;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.FileSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub rights run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Answers what subscriptions are due: every customer of the quarter, and what changed since. A running hub"
                    + " does",
            "so by itself; this is for a quarter that is over, and to see it go. Cut off and run again, it goes on"
                    + " with the",
            "next page, as it was known when the run began. Progress goes to standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights run", "  hub rights run --quarter 2026-Q4 --supplier BE:0999900447 --json"})
final class RightsRunCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--quarter",
            paramLabel = "QUARTER",
            description = "the quarterly run of this quarter only, such as 2026-Q4; default: whatever is due")
    private String quarter = "";

    @Option(names = "--supplier", paramLabel = "INSTITUTION", description = "for this supplier only; default: for all")
    private String supplier = "";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() throws IOException {
        Predicate<InstitutionId> wanted = supplier.isEmpty() ? any -> true : id()::equals;
        Path folder = data.settings()
                .batchFolder()
                .orElseThrow(() -> new WrongUse("results have no place to go: set batch.folder in hub.properties"));
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            Batch batch = BatchParts.of(data.settings(), store, data.settings().schemes(), folder);
            List<RightsRun> refused = begin(batch.due(), wanted).stream()
                    .filter(run -> run.grounds().refused().isPresent())
                    .toList();
            refused.forEach(run -> out.line(RunTexts.refused(run)));
            RunWork work = batch.work(
                    new FileSigner(data.trust().hubIdentity(), CryptoProviders.best(), InstantSource.system()));
            var answered = new ArrayList<Map<String, Object>>();
            for (RightsRun run : batch.runs().undelivered()) {
                if (run.subject().kind() != RunKind.FILE
                        && wanted.test(run.subject().asker())) {
                    answered.add(answer(work, run));
                }
            }
            if (answered.isEmpty() && refused.isEmpty()) {
                out.line("nothing is due; what was done shows: " + data.hint("rights", "runs"));
            }
            out.json(Map.of(
                    "answered",
                    answered,
                    "refused",
                    refused.stream().map(RunTexts::json).toList()));
            return (refused.isEmpty() ? Exit.SUCCESS : Exit.NEGATIVE).code();
        }
    }

    private InstitutionId id() {
        try {
            return InstitutionId.of(supplier);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private List<RightsRun> begin(DueRuns due, Predicate<InstitutionId> wanted) {
        try {
            return quarter.isEmpty()
                    ? due.begin(each -> wanted.test(each.supplier()))
                    : due.begin(Quarter.of(quarter), each -> wanted.test(each.supplier()));
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private Map<String, Object> answer(RunWork work, RightsRun run) throws IOException {
        long begun = System.nanoTime();
        long lines = 0;
        Optional<AnsweredPage> page = work.step(run);
        while (page.isPresent()) {
            lines += page.get().lines().size();
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.note("%s: %d lines, %.0f a second".formatted(RunTexts.name(run), lines, lines / seconds));
            page = work.step(run);
        }
        out.line(RunTexts.name(run) + ": " + lines + " line(s) answered now, and all of them delivered");
        Map<String, Object> json = RunTexts.json(run);
        json.put("lines", lines);
        return json;
    }
}
