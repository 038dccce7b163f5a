package be.kruispunt.hub.command;

import be.kruispunt.access.RegisterCheck;
import be.kruispunt.access.RegisterDifference;
import be.kruispunt.access.RegisterEntries;
import be.kruispunt.access.RegisterState;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.register.DifferenceText;
import be.kruispunt.hub.register.RegisterFile;
import be.kruispunt.hub.register.RegisterText;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.store.Store;
import java.io.Console;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hub register apply FILE}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the register as a file says: checks the whole file, shows what would change, asks, and changes it in"
                    + " one transaction. A running hub works by it at once.",
            "Institutions and authorisations: what the file leaves out goes. Directory lines and replaced numbers: what"
                    + " the file leaves out stays. A section that is absent is left as it is.",
            "The file is explained in docs/reference/register.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub register apply register.yaml --dry-run",
            "  hub register apply register.yaml --yes --by \"Jan Peeters\""
        })
final class RegisterApplyCommand implements Callable<Integer> {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "a register file; - for standard input")
    private Path file = Path.of("-");

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Option(names = "--dry-run", description = "only check, and show what would change")
    private boolean dryRun;

    @Option(
            names = "--remove",
            description = "also remove what the file leaves out or names under removed-from-directory")
    private boolean remove;

    @Option(names = "--numbers", description = "show persons' numbers in full")
    private boolean numbers;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "who changes the register, for its history; default: the account's name")
    private String by = "";

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Settings settings = data.settings();
        DataFolder folder = data.initialised();
        RegisterFile.Reading reading = RegisterFile.read(
                Xml.read(file),
                ProcessCatalogue.standard(),
                settings.catalogue().types());
        if (reading.entries().isEmpty()) {
            return refused(reading.findings());
        }
        try (Store store = Store.attach(settings.store(folder))) {
            return apply(store, reading.entries().get(), reading.findings());
        }
    }

    private int apply(Store store, RegisterEntries wanted, List<Finding> found) {
        RegisterState present = store.registerState(wanted.persons());
        var lines = store.registerWriter().directoryLines(wanted.leftOut(present));
        List<Finding> findings = Stream.concat(found.stream(), RegisterCheck.findings(present, wanted, lines).stream())
                .toList();
        if (findings.stream().anyMatch(Finding::isError)) {
            return refused(findings);
        }
        RegisterDifference difference = RegisterDifference.between(present, wanted, LocalDate.now(BRUSSELS));
        findings.forEach(finding -> out.line(Documents.line(finding)));
        new DifferenceText(new RegisterText(numbers)).lines(difference).forEach(out::line);
        if (difference.isEmpty()) {
            return answer(0, "unchanged", "nothing to change: the register is as the file says", difference, findings);
        }
        if (dryRun) {
            return answer(0, "dry run", summary(difference) + ", not made so: a dry run", difference, findings);
        }
        if (difference.removals() > 0 && !remove) {
            return answer(
                    Exit.NEGATIVE.code(),
                    "not applied",
                    difference.removals()
                            + " thing(s) would go. If that is meant, repeat with --remove; to end something"
                            + " and keep it, give it an end (to:)",
                    difference,
                    findings);
        }
        if (!yes && !confirmed()) {
            return answer(Exit.NEGATIVE.code(), "not applied", "nothing was changed", difference, findings);
        }
        if (!store.registerWriter().apply(present, wanted.persons(), difference, by)) {
            return answer(
                    Exit.NEGATIVE.code(),
                    "not applied",
                    "nothing was changed: somebody else changed the register meanwhile; look again",
                    difference,
                    findings);
        }
        return answer(0, "applied", "applied: " + summary(difference) + ", by " + by, difference, findings);
    }

    private static String summary(RegisterDifference difference) {
        long added =
                difference.all().filter(RegisterDifference.Change::isAddition).count();
        long removed = difference.removals();
        long changed = difference.all().count() - added - removed;
        return added + " added, " + changed + " changed, " + removed + " removed";
    }

    private static boolean confirmed() {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(
                        () -> new WrongUse("nobody can be asked here: look with --dry-run, then repeat with --yes"));
        return Optional.ofNullable(console.readLine("Make it so? [y/N] "))
                .map(String::strip)
                .filter("y"::equalsIgnoreCase)
                .isPresent();
    }

    private int refused(List<Finding> findings) {
        findings.forEach(finding -> out.line(Documents.line(finding)));
        out.line("not applied: " + findings.stream().filter(Finding::isError).count() + " error(s) in the file");
        out.json(Map.of("outcome", "refused", "changes", List.of(), "findings", Documents.json(findings)));
        return Exit.NEGATIVE.code();
    }

    private int answer(int exit, String outcome, String line, RegisterDifference difference, List<Finding> findings) {
        out.line(line);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("outcome", outcome);
        answer.put("explanation", line);
        answer.put("changes", new DifferenceText(new RegisterText(numbers)).json(difference));
        answer.put("findings", Documents.json(findings));
        out.json(answer);
        return exit;
    }
}
