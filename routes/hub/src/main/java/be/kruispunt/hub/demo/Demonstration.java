package be.kruispunt.hub.demo;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.command.Traces;
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
    private final PrintWriter out;
    private final Map<InstitutionId, Party> parties = new LinkedHashMap<>();

    private Demonstration(DataFolder data, Hub hub, PrintWriter out) {
        this.data = data;
        this.hub = hub;
        this.out = out;
    }

    /** Initialises the folder if need be, and starts the hub on a free port. */
    public static Demonstration prepare(DataFolder data, PrintWriter out) throws IOException {
        var initialisation = new Initialisation(data, line -> {
            out.println("  " + line);
            out.flush();
        });
        if (!initialisation.isDone()) {
            out.println("Preparing a demonstration hub in " + data.root());
            out.flush();
            initialisation.run(Settings.defaults().withAmqpPort(0));
        }
        Hub hub = Hub.start(Settings.load(data.settings()), data);
        Files.writeString(data.amqpPort(), Integer.toString(hub.amqpPort()));
        out.println("The hub takes AMQP 1.0 over TLS on port " + hub.amqpPort() + ".");
        var demonstration = new Demonstration(data, hub, out);
        demonstration.connect(Settings.load(data.settings()).amqpHost());
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
        out.println();
        out.println("The path of the first message, as an auditor sees it (hub trace --ticket " + first + ")");
        hub.store().trace(new TraceQuery.ByTicket(first)).stream()
                .flatMap(message -> Traces.lines(message).stream())
                .forEach(line -> out.println("   " + line));
        story.sumUp();
        return story.isAsExpected();
    }

    /** What a newcomer can try next. */
    public void explainHowToGoOn() {
        out.println();
        out.println("The hub stays up until Ctrl-C. In another terminal, for example:");
        out.println("   ./hub inbox --as BE:0206737484 --data " + data.root());
        out.println("   ./hub trace --person BE:" + DemonstrationRegister.KNOWN_TO_BOTH.digits() + " --data "
                + data.root());
        out.flush();
    }

    @Override
    public void close() throws IOException {
        parties.values().forEach(Party::close);
        Files.deleteIfExists(data.amqpPort());
        hub.close();
    }
}
