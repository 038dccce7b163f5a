package be.kruispunt.hub.demo;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.Counter;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.OwnFolder;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.hub.text.Lines;
import be.kruispunt.hub.text.ShellLine;
import be.kruispunt.hub.view.Traces;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.TraceQuery;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/** A hub of its own with demonstration data, and the story that is played on it over the real doors. */
public final class Demonstration implements AutoCloseable {
    private final DataFolder data;
    private final Hub hub;
    private final Settings settings;
    private final Lines out;
    private final Map<InstitutionId, Party> parties = new LinkedHashMap<>();

    private Demonstration(DataFolder data, Hub hub, Settings settings, Lines out) {
        this.data = data;
        this.hub = hub;
        this.settings = settings;
        this.out = out;
    }

    /**
     * Initialises the folder if need be, and starts the hub on a free port.
     *
     * @throws OwnFolder.NotOwn when the folder holds something that no demonstration made
     */
    public static Demonstration prepare(DataFolder data, PrintWriter out) throws IOException {
        var lines = new Lines(out);
        new OwnFolder(data, "demo").claim();
        var initialisation = new Initialisation(data, line -> lines.print("  " + line));
        if (!initialisation.isDone()) {
            lines.print("Preparing a demonstration hub in " + data.root());
            initialisation.run(Settings.defaults().withAmqpPort(0));
        }
        Settings settings = Settings.load(data.settings());
        Hub hub = Hub.start(settings, data);
        data.announce(hub.amqpPort());
        lines.print("The hub takes AMQP 1.0 over TLS on port " + hub.amqpPort() + ".");
        var demonstration = new Demonstration(data, hub, settings, lines);
        demonstration.connect(settings.amqpConnectHost());
        return demonstration;
    }

    private void connect(String host) {
        var trust = new TrustFolder(data.trust());
        CryptoProviders crypto = CryptoProviders.best();
        URI broker = URI.create("amqps://" + host + ":" + hub.amqpPort());
        for (var institution : DemonstrationRegister.institutions()) {
            InstitutionId id = institution.id();
            var client = new InstitutionClient(broker, trust.tls(id), id);
            parties.put(id, new Party(id, trust, client, crypto));
        }
    }

    /** Tells the story; whether everything went as it should. */
    public boolean play() {
        var story = new Story(parties, new TrustFolder(data.trust()), out);
        Ticket first = story.unemployment();
        story.sicknessForm();
        story.refusals();
        story.socialRights(
                settings.hub(),
                new Counter(
                        settings,
                        new TrustFolder(data.trust()),
                        hub.store()::register,
                        hub.store().rights(),
                        settings.schemes()));
        out.print("");
        out.print("The path of the first message, as an auditor sees it ("
                + ShellLine.hub("trace", "--ticket", first.toString(), "--data", folder()) + ")");
        hub.store().trace(new TraceQuery.ByTicket(first)).stream()
                .flatMap(message -> Traces.lines(message).stream())
                .forEach(line -> out.print("   " + line));
        story.sumUp();
        return story.isAsExpected();
    }

    /** What a newcomer can try next. */
    public void explainHowToGoOn() {
        out.print("");
        out.print("The hub stays up until Ctrl-C. In another terminal, for example:");
        out.print("   " + ShellLine.hub("inbox", "--as", DemonstrationRegister.RVA.value(), "--data", folder()));
        String person = "BE:" + DemonstrationRegister.KNOWN_TO_BOTH.digits();
        out.print("   " + ShellLine.hub("trace", "--person", person, "--data", folder()));
    }

    private String folder() {
        return data.root().toString();
    }

    @Override
    public void close() throws IOException {
        parties.values().forEach(Party::close);
        Files.deleteIfExists(data.amqpPort());
        hub.close();
    }
}
