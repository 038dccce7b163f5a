package be.kruispunt.hub.command;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Settings;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.store.Store;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub case}. */
@Command(
        name = "case",
        mixinStandardHelpOptions = true,
        description =
                "Shows where a case stands: who takes part, what was sent, what each may send next, and why anything"
                        + " else would be refused. Cases of several owners can have one name; then each of them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub case 01a20141-942e-7270-a0c1-96097ca442d6",
            "  hub case 01a20141-942e-7270-a0c1-96097ca442d6 --lang nl",
            "  hub case 01a20141-942e-7270-a0c1-96097ca442d6 --json"
        })
final class CaseCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "ID", description = "the case, a UUID, as a receipt names it")
    private String id = "";

    @Option(names = "--lang", paramLabel = "nl|fr|de|en", description = "the language of the answer: nl, fr, de or en")
    private String language = "en";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        CaseId name = name();
        var words = new CaseWords(language());
        Settings settings = data.settings();
        DataFolder folder = data.initialised();
        try (Store store = Store.attach(settings.store(folder))) {
            List<CaseFile> files = store.caseBook().find(name);
            ProcessCatalogue processes = ProcessCatalogue.standard();
            List<CaseStanding> standings = files.stream()
                    .map(file -> new CaseStanding(file, processes.find(file.process()), words))
                    .toList();
            standings.forEach(standing -> standing.lines().forEach(out::line));
            if (files.isEmpty()) {
                out.line(words.say("none"));
            }
            out.json(Map.of("cases", standings.stream().map(CaseStanding::json).toList()));
            return (files.isEmpty() ? Exit.NEGATIVE : Exit.SUCCESS).code();
        }
    }

    private CaseId name() {
        try {
            return CaseId.of(id);
        } catch (IllegalArgumentException e) {
            throw new WrongUse(e);
        }
    }

    private CaseWords.Language language() {
        for (CaseWords.Language one : CaseWords.Language.values()) {
            if (one.name().equalsIgnoreCase(language)) {
                return one;
            }
        }
        throw new WrongUse("--lang takes nl, fr, de or en");
    }
}
