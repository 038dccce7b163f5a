package be.kruispunt.hub.kill;

import be.kruispunt.access.Institution;
import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.bench.BenchRegister;
import be.kruispunt.hub.bench.Mix;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Forms;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.store.RegisterWriter;
import be.kruispunt.store.Store;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A prepared data folder: the demonstration's register, some more senders, and people whom everybody knows. */
record HubFolder(DataFolder data, Settings settings, BenchRegister register) {
    /** Reads U002 and U004, so that a U1 becomes two documents for it. */
    static final InstitutionId TAKES_TWO = DemonstrationRegister.UWV;

    private static final int PERSONS = 200;

    /** Prepares a folder whose hub takes AMQP on the same port at every start. */
    static HubFolder prepare(Path root, int senders, String... lines) throws IOException {
        Path wanted = Files.write(Files.createDirectories(root).resolve("wanted.properties"), List.of(lines));
        Settings settings = Settings.load(wanted).withAmqpPort(freePort());
        var data = new DataFolder(root.resolve("hub"));
        new Initialisation(data, line -> {}).run(settings);
        var folder = new HubFolder(data, settings, BenchRegister.of(senders, PERSONS, Mix.of("U1,U001")));
        folder.addSenders();
        return folder;
    }

    /** The settings of a hub whose broker runs apart, where its own would listen. */
    Settings besideItsBroker() throws IOException {
        Path file = Files.writeString(
                data.root().resolve("beside.properties"), "broker.url=amqps://localhost:" + settings.amqpPort());
        return Settings.load(file);
    }

    private void addSenders() {
        var authority = DemonstrationAuthority.open(trust(), InstantSource.system());
        register.institutions().forEach(sender -> authority.issueInstitution(sender.id(), sender.name()));
        try (Store store = Store.open(settings.store(data))) {
            RegisterWriter writer = store.registerWriter();
            register.write(writer);
            writer.putInstitutions(DemonstrationRegister.institutions().stream()
                    .filter(institution -> institution.id().equals(TAKES_TWO))
                    .map(HubFolder::takingTwo)
                    .toList());
        }
    }

    private static Institution takingTwo(Institution was) {
        return new Institution(
                was.id(),
                was.name(),
                was.network(),
                was.sector(),
                was.active(),
                was.competences(),
                List.of(DocumentType.of("U002", "4.2"), DocumentType.of("U004", "4.2")));
    }

    /** Below the ports that connections get by themselves, so that nothing takes it while the hub is down. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken
            }
        }
    }

    TrustFolder trust() {
        return new TrustFolder(data.trust());
    }

    Path store() {
        return data.root().resolve("store");
    }

    List<InstitutionId> senders() {
        return register.senders();
    }

    InstitutionClient connect(InstitutionId institution) {
        return new InstitutionClient(
                URI.create("amqps://localhost:" + settings.amqpPort()), trust().tls(institution), institution);
    }

    /** Whether somebody takes connections. */
    boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), settings.amqpPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Signed U1s to RVA, the senders in turn; each with an identifier of its own. */
    List<Signed> messages(int count) {
        return messages(count, 0);
    }

    /** The same; the last of each so many goes to {@link #TAKES_TWO}. */
    List<Signed> messages(int count, int oneOf) {
        var forms = new Forms(InstantSource.system());
        var writer = new MessageWriter(DocumentCatalogue.standard());
        List<DocumentSigner> signers = senders().stream()
                .map(id -> new DocumentSigner(trust().identity(id), CryptoProviders.best(), InstantSource.system()))
                .toList();
        var messages = new ArrayList<Signed>(count);
        for (int i = 0; i < count; i++) {
            InstitutionId sender = senders().get(i % senders().size());
            Insz person = register.persons().get(i % PERSONS);
            InstitutionId receiver = oneOf > 0 && i % oneOf == oneOf - 1 ? TAKES_TWO : DemonstrationRegister.RVA;
            var envelope = Forms.Envelope.to(sender, receiver, "PD_U1", DemonstrationRegister.UNEMPLOYMENT);
            var document = forms.fill(
                    Kind.U1, envelope, Map.of(DemonstrationRegister.KNOWN_TO_BOTH.digits(), person.digits()));
            signers.get(i % signers.size()).sign(document);
            byte[] xml = writer.serialise(document);
            messages.add(new Signed(sender, envelope.instance(), xml, Digest.of(xml)));
        }
        return messages;
    }
}
