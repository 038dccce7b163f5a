package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.broker.DeadLetters;
import be.kruispunt.broker.Queues;
import be.kruispunt.hub.command.HubCommand;
import be.kruispunt.model.id.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks for a reason of its own goes aside alone; what breaks for nobody's fault makes everything wait. */
@Tag("long")
class BrokenMessageTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void theOthersGoThrough_whenTheStoreRefusesOne_andThatOneOnceAnOperatorRunsItAgain(@TempDir Path root)
            throws IOException, SQLException {
        HubFolder folder = HubFolder.prepare(root, 1, "retry.attempts=3", "retry.first-delay-ms=50");
        List<Signed> messages = folder.messages(11);
        Signed broken = messages.get(5);
        try (LiveHub hub = LiveHub.closed(folder);
                StoreProbe store = StoreProbe.connect(folder)) {
            store.execute(
                    "alter table message add constraint not_this_one check (instance <> '" + broken.instance() + "')");
            hub.send(messages);
            hub.open();
            await("a dead letter").atMost(PATIENCE).until(() -> hub.waiting(Queues.DEAD_LETTER) == 1);

            var letter = new DeadLetters(hub.hub().broker().orElseThrow().hubConnections())
                    .list()
                    .getFirst();
            assertThat(letter.user()).contains(broken.sender());
            assertThat(letter.cause()).contains("SQLSTATE 23514");
            assertThat(letter.attempts()).as("given back before").isEqualTo(2);
            hub.awaitEmptyIntake();
            assertThat(hub.waiting(Queues.out(RVA))).as("documents").isEqualTo(10);
            assertThat(hub.waiting(Queues.out(broken.sender()))).as("answers").isEqualTo(10);

            store.execute("alter table message drop constraint not_this_one");
            runAgain(folder);
            await("the eleventh document").atMost(PATIENCE).until(() -> hub.waiting(Queues.out(RVA)) == 11);
            hub.awaitEmptyIntake();
            assertThat(hub.waiting(Queues.DEAD_LETTER)).isZero();
            requireExactlyOnce(folder, hub, messages);
        }
    }

    /** As an operator does; the port is where {@code hub start} would have written it. */
    private static void runAgain(HubFolder folder) throws IOException {
        Files.writeString(
                folder.data().amqpPort(), Integer.toString(folder.settings().amqpPort()));
        int code = HubCommand.commandLine()
                .execute(
                        "dead-letters",
                        "--retry",
                        "--data",
                        folder.data().root().toString());
        assertThat(code).isZero();
    }

    private static void requireExactlyOnce(HubFolder folder, LiveHub hub, List<Signed> messages) {
        assertThat(Balance.of(folder, hub, once(messages)))
                .isEqualTo(new Balance.Result(messages.size(), messages.size(), 0, 0, 0));
    }

    private static Map<Digest, Integer> once(List<Signed> messages) {
        return messages.stream().collect(toMap(Signed::digest, message -> 1));
    }
}
