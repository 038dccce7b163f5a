package be.kruispunt.hub.command;

import be.kruispunt.buffer.ExpireAnswers;
import be.kruispunt.store.Store;
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
            "Takes away what was answered, and of whom, where the time is over for which its scheme keeps it; that it"
                    + " was answered, and its proof, stay. A running hub",
            "does so by itself; a hub may be at work beside it. Progress goes to standard error."
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
        try (Store store = Store.attach(data.settings().store(data.initialised()))) {
            var answers = new ExpireAnswers(store.rights());
            var questions = new AtomicLong();
            while (answers.next(questions::addAndGet)) {
                out.note(questions + " questions");
            }
            out.line("emptied the answers of %d question(s)".formatted(questions.get()));
            out.json(Map.of("questions", questions.get()));
            return Exit.SUCCESS.code();
        }
    }
}
