package be.kruispunt.hub.command;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.register.RegisterText;
import be.kruispunt.store.RegisterChange;
import be.kruispunt.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub register history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "Prints the newest changes of the register, the newest first: who, when, the former text and the new.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub register history --last 20", "  hub register history --json --numbers"})
final class RegisterHistoryCommand implements Callable<Integer> {
    private static final Set<String> NUMBERS = Set.of("insz", "replaced_by");

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--last", paramLabel = "N", defaultValue = "100", description = "how many; default: 100")
    private int last = 100;

    @Option(names = "--numbers", description = "show persons' numbers in full")
    private boolean numbers;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        if (last < 1 || last > 100_000) {
            throw new WrongUse("--last takes a number from 1 to 100000");
        }
        Settings settings = data.settings();
        DataFolder folder = data.initialised();
        try (Store store = Store.attach(settings.store(folder))) {
            List<RegisterChange> changes = store.registerChanges(last);
            changes.forEach(change -> lines(change).forEach(out::line));
            out.json(Map.of("changes", changes.stream().map(this::json).toList()));
        }
        return 0;
    }

    private List<String> lines(RegisterChange change) {
        var lines = new ArrayList<String>();
        String mark = change.before().isEmpty() ? "+ " : change.after().isEmpty() ? "- " : "~ ";
        lines.add(mark + change.kind() + " "
                + String.join(" ", shown(change.key()).values()));
        lines.add("    change " + change.id() + " at " + change.at() + " by " + change.by() + ", role " + change.role()
                + ", register " + change.version());
        SortedMap<String, String> before = shown(change.before());
        SortedMap<String, String> after = shown(change.after());
        before.forEach((column, value) -> {
            if (!value.equals(after.get(column))) {
                lines.add("-   " + column + ": " + value);
            }
        });
        after.forEach((column, value) -> {
            if (!value.equals(before.get(column))) {
                lines.add("+   " + column + ": " + value);
            }
        });
        return lines;
    }

    private Map<String, Object> json(RegisterChange change) {
        var json = new LinkedHashMap<String, Object>();
        json.put("change", change.id());
        json.put("at", change.at().toString());
        json.put("by", change.by());
        json.put("role", change.role());
        json.put("register", change.version());
        json.put("kind", change.kind());
        json.put("key", shown(change.key()));
        json.put("before", shown(change.before()));
        json.put("after", shown(change.after()));
        return json;
    }

    private SortedMap<String, String> shown(SortedMap<String, String> row) {
        var shown = new TreeMap<>(row);
        if (!numbers) {
            NUMBERS.forEach(column -> shown.computeIfPresent(column, (name, digits) -> RegisterText.masked(digits)));
        }
        return shown;
    }
}
