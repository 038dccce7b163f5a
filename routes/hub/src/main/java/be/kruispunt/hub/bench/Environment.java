package be.kruispunt.hub.bench;

import be.kruispunt.broker.HubConnections;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.store.Store;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;

/** A hub of the bench's own, with its senders registered and certified, and its intake still closed. */
record Environment(Settings settings, Site site, Hub hub) implements AutoCloseable {
    static Environment prepare(Path folder, int senders, Mix mix) throws IOException {
        var data = new DataFolder(folder);
        new Initialisation(data, line -> {}).run(Settings.defaults().withAmqpPort(0));
        Settings settings = Settings.load(data.settings());
        BenchRegister register = BenchRegister.of(senders, mix);
        var authority = DemonstrationAuthority.open(new TrustFolder(data.trust()), InstantSource.system());
        register.institutions().forEach(i -> authority.issueInstitution(i.id(), i.name()));
        try (Store store = Store.open(settings.store(data))) {
            register.write(store.registerWriter());
        }
        Hub hub = Hub.startClosed(settings, data);
        URI broker = URI.create("amqps://" + settings.amqpConnectHost() + ":" + hub.amqpPort());
        return new Environment(settings, new Site(data, broker, register, CryptoProviders.best()), hub);
    }

    BenchRegister register() {
        return site.register();
    }

    /** The store's folder, in which its PostgreSQL works. */
    Path storeFolder() {
        return site.data().store();
    }

    HubConnections connections() {
        return hub.broker().orElseThrow().hubConnections();
    }

    @Override
    public void close() {
        hub.close();
    }
}
