package be.kruispunt.hub.command;

import be.kruispunt.buffer.ExpireAnswers;
import be.kruispunt.buffer.ExpireAnswers.Emptied;
import be.kruispunt.buffer.file.ExpireReports;
import be.kruispunt.buffer.file.ExpireRuns;
import be.kruispunt.hub.Settings;
import be.kruispunt.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub rights expire}. */
@Command(
        name = "expire",
        mixinStandardHelpOptions = true,
        description = {
            "Takes away what was answered, and of whom, where the time is over for which its scheme keeps it: answers"
                    + " of questions, lines of runs with",
            "their files, and whose codes were. Of files that reported, result and receipt go after ten years, and"
                    + " which lines were not taken.",
            "That it was answered or told, and its proof, stay. A running hub does so by itself; a hub may be at work"
                    + " beside it. Progress goes to",
            "standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights expire", "  hub rights expire --json"})
final class RightsExpireCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Settings settings = data.settings();
        try (Store store = Store.attach(settings.store(data.initialised()))) {
            Emptied emptied = answers(new ExpireAnswers(
                    store.rights(), settings.rights().rules(settings.hub()).limits()));
            long runs = runs(new ExpireRuns(store.rights(), settings.batchFolder(), InstantSource.system()));
            long reports = reports(new ExpireReports(store.rights(), settings.batchFolder(), InstantSource.system()));
            out.line("emptied the answers of %d question(s) and %d run(s), %d code(s) and %d report(s)"
                    .formatted(emptied.questions(), runs, emptied.codes(), reports));
            out.json(Map.of(
                    "questions", emptied.questions(), "runs", runs, "codes", emptied.codes(), "reports", reports));
            return Exit.SUCCESS.code();
        }
    }

    private Emptied answers(ExpireAnswers answers) {
        answers.forgetCounts();
        var pages = new ArrayList<Emptied>();
        while (answers.next(pages::add)) {
            out.note(together(pages).questions() + " questions");
        }
        return together(pages);
    }

    private static Emptied together(List<Emptied> pages) {
        return pages.stream().reduce(Emptied.NOTHING, Emptied::and);
    }

    private long runs(ExpireRuns expire) {
        var runs = new AtomicLong();
        while (expire.next(_ -> runs.incrementAndGet())) {
            out.note(runs + " runs");
        }
        return runs.get();
    }

    private long reports(ExpireReports expire) {
        var reports = new AtomicLong();
        while (expire.next(_ -> reports.incrementAndGet())) {
            out.note(reports + " reports");
        }
        return reports.get();
    }
}
