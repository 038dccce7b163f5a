package be.kruispunt.hub.kill;

import be.kruispunt.access.Institution;
import be.kruispunt.broker.BrokerSettings;
import be.kruispunt.broker.EmbeddedBroker;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import java.util.Set;
import java.util.stream.Collectors;

/** A broker that is not the hub's own: the hub reaches it over the network only, and it can go away and come back. */
final class BrokerApart implements AutoCloseable {
    private final BrokerSettings settings;
    private final HubFolder folder;
    private EmbeddedBroker broker;

    private BrokerApart(BrokerSettings settings, HubFolder folder) {
        this.settings = settings;
        this.folder = folder;
        this.broker = started();
    }

    /** Starts one where the hub's own would listen. */
    static BrokerApart start(HubFolder folder) {
        var settings = new BrokerSettings(
                folder.data().root().resolve("apart"),
                "localhost",
                folder.settings().amqpPort(),
                folder.trust().hubTls(),
                folder.settings().hub(),
                institutions(folder),
                folder.settings().maxMessageBytes());
        return new BrokerApart(settings, folder);
    }

    private static Set<InstitutionId> institutions(HubFolder folder) {
        try (Store store = Store.open(folder.settings().store(folder.data()))) {
            return store.register().institutions().stream()
                    .map(Institution::id)
                    .filter(id -> !id.equals(folder.settings().hub()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private EmbeddedBroker started() {
        var started = new EmbeddedBroker(settings, folder.trust().trustStore());
        started.start();
        return started;
    }

    long depth(String queue) {
        return broker.queueDepth(queue);
    }

    long intakeDepth() {
        return broker.intakeDepth();
    }

    void stop() {
        broker.close();
    }

    void startAgain() {
        broker = started();
    }

    @Override
    public void close() {
        broker.close();
    }
}
