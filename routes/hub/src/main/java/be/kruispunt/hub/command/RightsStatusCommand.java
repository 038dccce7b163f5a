package be.kruispunt.hub.command;

import be.kruispunt.hub.Settings;
import be.kruispunt.store.Store;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code hub rights status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Says how the buffer store stands: which sources are late and since when, which messages to the hub"
                    + " failed, which",
            "suppliers are curious or stopped and why, how the runs of subscriptions stand and why one is refused,"
                    + " what is due.",
            "What has to be seen to stands with the command that helps; that is a negative answer."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub rights status", "  hub rights status --json"})
final class RightsStatusCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() {
        List<StatusPart> parts = parts();
        var json = new LinkedHashMap<String, Object>();
        for (StatusPart part : parts) {
            out.line(part.name());
            (part.lines().isEmpty() ? Stream.of("none") : part.lines().stream()).forEach(line -> out.line("  " + line));
            part.seeTo().forEach(line -> out.line("  see to: " + line));
            json.put(part.name(), part.items());
        }
        List<String> seeTo =
                parts.stream().flatMap(part -> part.seeTo().stream()).toList();
        json.put("seeTo", seeTo);
        out.json(json);
        return (seeTo.isEmpty() ? Exit.SUCCESS : Exit.NEGATIVE).code();
    }

    /** Each part of the buffer store says how it stands. */
    private List<StatusPart> parts() {
        Settings settings = data.settings();
        try (Store store = Store.attach(settings.store(data.initialised()))) {
            var standing = new RightsStanding(data, settings, store, Instant.now());
            return List.of(
                    standing.sources(),
                    standing.failed(),
                    standing.suppliers(),
                    new RunsStanding(data, settings, store, standing.now()).part(),
                    standing.due());
        }
    }
}
