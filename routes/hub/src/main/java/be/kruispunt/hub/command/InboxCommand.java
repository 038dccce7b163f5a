package be.kruispunt.hub.command;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.OwnerOnlyFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub inbox --as INSTITUTION}. */
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what waits for an institution: documents, receipts, refusals.",
            "With --out, takes it: every message is written to its own file before the broker lets go of it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  hub inbox --as BE:0206737484", "  hub inbox --as BE:0206737484 --out received --wait 30"})
final class InboxCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--as", required = true, paramLabel = "INSTITUTION", description = "such as BE:0206737484")
    private String as = "";

    @Option(names = "--out", paramLabel = "FOLDER", description = "take the messages, a file each")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--wait", paramLabel = "SECONDS", description = "wait for the first message; default: 2")
    private int wait = 2;

    @Mixin
    private Output out = new Output();

    @Override
    public Integer call() throws IOException {
        InstitutionId institution = data.institution(as);
        var inbox = new Inbox(data.documentsOfTheHub());
        List<Map<String, Object>> seen = new ArrayList<>();
        try (InstitutionClient client = data.connect(institution)) {
            if (folder.isEmpty()) {
                client.browse(xml -> seen.add(show(inbox, xml)));
            } else {
                OwnerOnlyFiles.createFolder(folder.get());
                Duration patience = Duration.ofSeconds(wait);
                while (client.receive(patience, xml -> seen.add(keep(inbox, folder.orElseThrow(), xml)))) {
                    patience = Duration.ofMillis(500);
                }
            }
        }
        out.line(seen.size() + " message(s)");
        out.json(Map.of("institution", institution.value(), "messages", seen));
        return Exit.SUCCESS.code();
    }

    private Map<String, Object> show(Inbox inbox, byte[] xml) {
        Inbox.Entry entry = inbox.read(xml);
        entry.lines().forEach(out::line);
        return entry.json();
    }

    private Map<String, Object> keep(Inbox inbox, Path into, byte[] xml) {
        Inbox.Entry entry = inbox.read(xml);
        Path file = into.resolve(entry.fileName());
        OutFile.keep(file, xml);
        entry.lines().forEach(out::line);
        out.line("  written to " + file);
        return entry.json();
    }
}
