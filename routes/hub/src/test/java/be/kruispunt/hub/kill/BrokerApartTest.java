package be.kruispunt.hub.kill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.Queues;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub whose broker is another process's: everything goes by AMQP over TLS, and the broker may go away. */
class BrokerApartTest {
    @Test
    @Tag("long")
    void everythingArrivesOnce_alsoWhatIsSentAfterTheBrokerWasAway(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 2);
        List<Signed> messages = folder.messages(60);
        try (BrokerApart broker = BrokerApart.start(folder);
                HubLog log = HubLog.listen();
                LiveHub hub = LiveHub.beside(broker, folder)) {
            send(hub, messages.subList(0, 30));
            hub.awaitEmptyIntake();
            hub.awaitMarks(); // else the answer to the last commit could be lost with the broker

            broker.stop();
            log.await("the broker is away", 1);
            broker.startAgain();
            send(hub, messages.subList(30, 60));
            hub.awaitEmptyIntake();

            hub.awaitMarks();
            assertThat(hub.waiting(Queues.DEAD_LETTER)).isZero();
            assertThat(Balance.of(folder, hub, messages.stream().collect(toMap(Signed::digest, message -> 1))))
                    .isEqualTo(new Balance.Result(60, 60, 0, 0, 0));
        }
    }

    private static void send(LiveHub hub, List<Signed> messages) {
        messages.stream().collect(groupingBy(Signed::sender)).values().forEach(hub::send);
    }
}
