package be.kruispunt.hub.command;

import be.kruispunt.store.RefusedFile;
import be.kruispunt.store.ReportStanding;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunStanding;
import be.kruispunt.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub rights runs}. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description =
                "Shows the runs over files and subscriptions: what is under way and how far, what was answered, what"
                        + " was refused and what to do about it; then reports in files, and the latest files that were"
                        + " not taken.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights runs", "  hub rights runs --last 100 --json"})
final class RightsRunsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--last", paramLabel = "N", defaultValue = "20", description = "how many; default: 20")
    private int last = 20;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        if (last < 1) {
            throw new WrongUse("--last: a number from 1 on wanted");
        }
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            RightsRuns runs = store.runs();
            List<RunStanding> standing = runs.standing(last);
            List<RefusedFile> refused = runs.refused(last);
            List<ReportStanding> reports = runs.reports().standing(last);
            Instant now = Instant.now();
            standing.forEach(each -> out.line(RunTexts.standing(each, now)));
            reports.forEach(each -> out.line(ReportTexts.text(each, now)));
            refused.forEach(each -> out.line("file " + each.name() + " in the folder of " + each.folder()
                    + ": not taken at " + each.at() + ", " + each.code()
                    + "; its receipt says what to do, and it stays there"));
            if (standing.isEmpty() && reports.isEmpty() && refused.isEmpty()) {
                out.line("no runs yet");
            }
            out.json(Map.of(
                    "runs", standing.stream().map(RunTexts::json).toList(),
                    "reports", reports.stream().map(ReportTexts::json).toList(),
                    "refusedFiles",
                            refused.stream().map(RightsRunsCommand::json).toList()));
            return Exit.SUCCESS.code();
        }
    }

    private static Map<String, Object> json(RefusedFile each) {
        return Map.of(
                "folder", each.folder().value(),
                "name", each.name(),
                "code", each.code(),
                "at", each.at().toString());
    }
}
