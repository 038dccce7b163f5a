package be.kruispunt.hub.command;

import be.kruispunt.access.Authorisation;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.view.Traces;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.CountryCode;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.Store;
import be.kruispunt.store.TraceQuery;
import be.kruispunt.store.TracedMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hub trace}. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = "Prints the whole path of every message that fits: each step, its outcome, time and digests.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  hub trace --ticket 01a20141-942e-7270-a0c1-96097ca442d6",
            "  hub trace --digest 5c16b6604d0e6fb0b9d8a0c0a5a4f3a9c0e5c7cf41c0d60e8e6a4d2ec9a3b1f7",
            "  hub trace --person - --json"
        })
final class TraceCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @ArgGroup(multiplicity = "1")
    private Key key = new Key();

    @Mixin
    private Output out = new Output();

    /** One of the ways to ask. */
    static final class Key {
        @Option(names = "--ticket", paramLabel = "UUID", description = "the hub's number of a message")
        private String ticket = "";

        @Option(names = "--instance", paramLabel = "UUID", description = "the sender's identifier of a message")
        private String instance = "";

        @Option(
                names = "--digest",
                paramLabel = "SHA-256",
                description = "a message by the digest of its bytes, as hub send prints it and a receipt names it")
        private String digest = "";

        @Option(names = "--case", paramLabel = "UUID", description = "every message of a case")
        private String caseId = "";

        @Option(
                names = "--person",
                paramLabel = "CC:NUMBER",
                description = "every message about a person, such as BE:79041203729; - asks on standard input, which"
                        + " keeps the number out of the shell's history")
        private String person = "";

        TraceQuery query() {
            try {
                if (!ticket.isEmpty()) {
                    return new TraceQuery.ByTicket(Ticket.of(ticket));
                }
                if (!instance.isEmpty()) {
                    return new TraceQuery.ByInstance(InstanceId.of(instance));
                }
                if (!digest.isEmpty()) {
                    return new TraceQuery.ByDigest(Digest.ofHex(digest));
                }
                return caseId.isEmpty()
                        ? new TraceQuery.ByPerson(number(person))
                        : new TraceQuery.ByCase(CaseId.of(caseId));
            } catch (IllegalArgumentException e) {
                throw new WrongUse(e);
            }
        }

        private static PersonNumber number(String given) {
            String text = given.equals("-") ? standardInput() : given;
            if (text.length() < 4 || text.charAt(2) != ':') {
                throw new WrongUse("--person takes a country, a colon and a number, such as BE:79041203729");
            }
            return PersonNumber.of(CountryCode.of(text.substring(0, 2)), text.substring(3));
        }

        private static String standardInput() {
            return new String(Xml.read(Path.of("-")), StandardCharsets.UTF_8).strip();
        }
    }

    @Override
    public Integer call() {
        TraceQuery query = key.query();
        Settings settings = data.settings();
        DataFolder folder = data.initialised();
        try (Store store = Store.attach(settings.store(folder))) {
            List<TracedMessage> messages = store.trace(query);
            var found = new ArrayList<Map<String, Object>>();
            for (TracedMessage message : messages) {
                List<Authorisation> authorisations = store.authorisations(message);
                Traces.lines(message).forEach(out::line);
                Traces.authorisationLines(authorisations).forEach(out::line);
                found.add(Traces.json(message, authorisations));
            }
            if (messages.isEmpty()) {
                out.line("nothing found");
            }
            out.json(Map.of("messages", found));
            return (messages.isEmpty() ? Exit.NEGATIVE : Exit.SUCCESS).code();
        }
    }
}
