package be.kruispunt.hub.bench;

import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Hub;
import be.kruispunt.hub.Initialisation;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.population.PopulationRegister;
import be.kruispunt.store.Store;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/** A hub of the bench's own, with the sources and suppliers of a population, and an HTTP door. */
record RightsEnvironment(Settings settings, DataFolder data, Hub hub) implements AutoCloseable {
    static RightsEnvironment prepare(Path folder) throws IOException {
        var data = new DataFolder(folder);
        Path wanted = Files.writeString(data.root().resolve("wanted.properties"), "amqp.port=0\nweb.port=0\n");
        new Initialisation(data, line -> {}).run(Settings.load(wanted));
        Settings settings = Settings.load(data.settings());
        var authority = DemonstrationAuthority.open(new TrustFolder(data.trust()), InstantSource.system());
        PopulationRegister.institutions().forEach(i -> authority.issueInstitution(i.id(), i.name()));
        try (Store store = Store.open(settings.store(data))) {
            PopulationRegister.write(store.registerWriter(), settings.hub());
        }
        return new RightsEnvironment(settings, data, Hub.startClosed(settings, data));
    }

    Store store() {
        return hub.store();
    }

    int port() {
        return hub.webPort().orElseThrow();
    }

    @Override
    public void close() {
        hub.close();
    }
}
