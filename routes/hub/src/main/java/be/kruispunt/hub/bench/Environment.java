package be.kruispunt.hub.bench;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.demo.Party;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/** A hub of the bench's own, with its senders registered and certified, and its intake still closed. */
record Environment(Settings settings, DataFolder data, BenchRegister register, Hub hub, CryptoProviders crypto)
        implements AutoCloseable {
    private static final int PERSONS = 500;

    static Environment prepare(Path folder, int senders) throws IOException {
        var data = new DataFolder(folder);
        new Initialisation(data, line -> {}).run(Settings.defaults().withAmqpPort(0));
        Settings settings = Settings.load(data.settings());
        BenchRegister register = BenchRegister.of(senders, PERSONS);
        var authority = DemonstrationAuthority.open(new TrustFolder(data.trust()), InstantSource.system());
        register.institutions().forEach(i -> authority.issueInstitution(i.id(), i.name()));
        try (Store store = Store.open(settings.store(data))) {
            register.write(store.registerWriter());
        }
        return new Environment(settings, data, register, Hub.startClosed(settings, data), CryptoProviders.best());
    }

    TrustFolder trust() {
        return new TrustFolder(data.trust());
    }

    InstitutionClient client(InstitutionId id) {
        URI broker = URI.create("amqps://" + settings.amqpConnectHost() + ":" + hub.amqpPort());
        return new InstitutionClient(broker, trust().tls(id), id);
    }

    Party party(InstitutionId id) {
        return new Party(id, trust(), client(id), crypto);
    }

    @Override
    public void close() {
        hub.close();
    }
}
