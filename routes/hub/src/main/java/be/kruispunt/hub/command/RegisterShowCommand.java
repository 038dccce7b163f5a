package be.kruispunt.hub.command;

import be.kruispunt.access.RegisterState;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.register.Item;
import be.kruispunt.hub.register.RegisterText;
import be.kruispunt.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub register show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints the register as hub register apply reads it. Applied again, it changes nothing.",
        footerHeading = "%nExamples:%n",
        footer = {"  hub register show > register.yaml", "  hub register show --directory --json"})
final class RegisterShowCommand implements Callable<Integer> {
    private static final RegisterText TEXT = new RegisterText(true);

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--directory",
            description = "also the whole reference directory and the replaced numbers: personal data")
    private boolean directory;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        Settings settings = data.settings();
        DataFolder folder = data.initialised();
        try (Store store = Store.attach(settings.store(folder))) {
            if (out.isJson()) {
                json(store);
            } else {
                lines(store);
            }
        }
        return 0;
    }

    private void lines(Store store) {
        RegisterState state = store.registerState(Set.of());
        RegisterText.head(state.version()).forEach(out::line);
        RegisterText.section("institutions", institutions(state)).forEach(out::line);
        RegisterText.section("authorisations", authorisations(state)).forEach(out::line);
        if (directory) {
            var replaced = new ArrayList<Item>();
            out.line("");
            out.line("directory:");
            store.readDirectory(
                    line -> RegisterText.lines(TEXT.of(line)).forEach(out::line),
                    number -> replaced.add(TEXT.of(number)));
            RegisterText.section("replaced-numbers", replaced).forEach(out::line);
        }
    }

    private void json(Store store) {
        RegisterState state = store.registerState(Set.of());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("version", state.version());
        answer.put("institutions", fields(institutions(state)));
        answer.put("authorisations", fields(authorisations(state)));
        if (directory) {
            var lines = new ArrayList<Item>();
            var replaced = new ArrayList<Item>();
            store.readDirectory(line -> lines.add(TEXT.of(line)), number -> replaced.add(TEXT.of(number)));
            answer.put("directory", fields(lines));
            answer.put("replacedNumbers", fields(replaced));
        }
        out.json(answer);
    }

    private static List<Item> institutions(RegisterState state) {
        return state.institutions().stream().map(TEXT::of).toList();
    }

    private static List<Item> authorisations(RegisterState state) {
        return state.authorisations().stream().map(TEXT::of).toList();
    }

    private static List<Map<String, Object>> fields(List<Item> items) {
        return items.stream().map(Item::fields).toList();
    }
}
