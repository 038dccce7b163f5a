package be.kruispunt.hub.command;

import be.kruispunt.store.RefusedFile;
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
                        + " was refused and what to do about it; then the latest files that were not taken.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights runs", "  hub rights runs --last 100 --json"})
final class RightsRunsCommand implements Callable<Integer> {
    private static final long STUCK_SECONDS = 300;

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
            Instant now = Instant.now();
            standing.forEach(each -> out.line(text(each, now)));
            refused.forEach(each -> out.line("file " + each.name() + " in the folder of " + each.folder()
                    + ": not taken at " + each.at() + ", " + each.code()
                    + "; its receipt says what to do, and it stays there"));
            if (standing.isEmpty() && refused.isEmpty()) {
                out.line("no runs yet");
            }
            out.json(Map.of(
                    "runs", standing.stream().map(RightsRunsCommand::json).toList(),
                    "refusedFiles",
                            refused.stream().map(RightsRunsCommand::json).toList()));
            return Exit.SUCCESS.code();
        }
    }

    private static String text(RunStanding each, Instant now) {
        if (each.run().grounds().refused().isPresent()) {
            return RunTexts.refused(each.run());
        }
        String what = RunTexts.name(each.run()) + ": " + each.lines() + " line(s), " + each.strangers()
                + " about strangers, ";
        if (each.delivered().isPresent()) {
            return what + "answered and delivered at " + each.delivered().get();
        }
        if (each.ended().isPresent()) {
            return what + "answered, not delivered yet: may the hub write in the supplier's folder?";
        }
        Instant latest = each.latest().orElse(each.run().started());
        boolean stuck = latest.plusSeconds(STUCK_SECONDS).isBefore(now);
        return what + "under way, the last page at " + latest
                + (stuck ? "; nothing since: does the hub run with batch.folder? its log says why (KP5106)" : "");
    }

    private static Map<String, Object> json(RunStanding each) {
        Map<String, Object> json = RunTexts.json(each.run());
        json.put("started", each.run().started().toString());
        json.put("lines", each.lines());
        json.put("strangers", each.strangers());
        each.latest().ifPresent(at -> json.put("latest", at.toString()));
        each.ended().ifPresent(at -> json.put("ended", at.toString()));
        each.delivered().ifPresent(at -> json.put("delivered", at.toString()));
        return json;
    }

    private static Map<String, Object> json(RefusedFile each) {
        return Map.of(
                "folder", each.folder().value(),
                "name", each.name(),
                "code", each.code(),
                "at", each.at().toString());
    }
}
