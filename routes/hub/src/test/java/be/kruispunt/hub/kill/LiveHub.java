package be.kruispunt.hub.kill;

import static org.awaitility.Awaitility.await;

import be.kruispunt.broker.EmbeddedBroker;
import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.broker.Queues;
import be.kruispunt.hub.Hub;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** A hub inside the test's process, which can look into its queues. */
final class LiveHub implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HubFolder folder;
    private final Hub hub;
    private final ToLongFunction<String> depth;
    private final LongSupplier intake;

    private LiveHub(HubFolder folder, Hub hub, ToLongFunction<String> depth, LongSupplier intake) {
        this.folder = folder;
        this.hub = hub;
        this.depth = depth;
        this.intake = intake;
    }

    /** Starts a hub of which the intake is closed: what is sent waits. */
    static LiveHub closed(HubFolder folder) {
        return embedded(folder, Hub.startClosed(folder.settings(), folder.data()));
    }

    static LiveHub open(HubFolder folder) {
        return embedded(folder, Hub.start(folder.settings(), folder.data()));
    }

    private static LiveHub embedded(HubFolder folder, Hub hub) {
        EmbeddedBroker broker = hub.broker().orElseThrow();
        return new LiveHub(folder, hub, broker::queueDepth, broker::intakeDepth);
    }

    /** Starts a hub whose broker runs apart from it. */
    static LiveHub beside(BrokerApart broker, HubFolder folder) throws IOException {
        return new LiveHub(
                folder, Hub.start(folder.besideItsBroker(), folder.data()), broker::depth, broker::intakeDepth);
    }

    void open() {
        hub.open();
    }

    Store store() {
        return hub.store();
    }

    Hub hub() {
        return hub;
    }

    long waiting(String queue) {
        return depth.applyAsLong(queue);
    }

    long waitingInIntake() {
        return intake.getAsLong();
    }

    /** Returns when everything that was sent is decided, answered, and out of the hub's hands. */
    void awaitEmptyIntake() {
        await("the intake is empty").atMost(PATIENCE).until(() -> waitingInIntake() == 0);
    }

    /** Returns when the store knows that everything was delivered. */
    void awaitMarks() {
        await("the marks are written")
                .atMost(PATIENCE)
                .until(() -> hub.store().stats().undelivered() == 0);
    }

    /** Sends in the order given, over one connection. */
    void send(List<Signed> messages) {
        try (InstitutionClient client = folder.connect(messages.getFirst().sender())) {
            messages.forEach(message -> client.send(message.xml()));
        }
    }

    /** Sends whatever it may be. */
    void sendRaw(InstitutionId sender, byte[] bytes) {
        try (InstitutionClient client = folder.connect(sender)) {
            client.send(bytes);
        }
    }

    /** Takes everything that waits for an institution. */
    List<byte[]> drain(InstitutionId institution) {
        var mail = new ArrayList<byte[]>();
        try (InstitutionClient client = folder.connect(institution)) {
            while (waiting(Queues.out(institution)) > 0) {
                client.receive(Duration.ofSeconds(1), mail::add);
            }
        }
        return mail;
    }

    @Override
    public void close() {
        hub.close();
    }
}
