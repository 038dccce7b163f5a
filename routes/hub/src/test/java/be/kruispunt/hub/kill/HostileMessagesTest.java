package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.InstitutionClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one institution sends to cost the hub work or memory is answered, and forgotten. */
@Tag("long")
class HostileMessagesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ROUNDS = 42;

    /** What is bounded is full by then: buffers of threads, and the names that a validator may learn (decision 0008). */
    private static final int FIRST_ROUNDS = 12;

    private static final int HONEST = 50;

    /** Buffers of threads come and go by some megabytes; what was sent after the first rounds weighs several hundred. */
    private static final long NOISE = 4L << 20;

    @Test
    void afterAThousandHostileMessages_theHubIsAsBefore(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 2);
        List<Signed> signed = folder.messages(2 * (2 * HONEST + ROUNDS));
        List<Signed> honest = of(signed, folder, 0);
        List<Signed> misused = of(signed, folder, 1);
        try (HubProcess hub = HubProcess.start(folder, "-Xmx256m")) {
            var hostile = new Hostile(folder, misused);
            var client = new HostileClient(folder, folder.senders().get(1));
            crosses(folder, honest.subList(0, HONEST));
            int answered = rounds(folder, hostile, client, 0, FIRST_ROUNDS);
            LiveHeap before = LiveHeap.of(hub.pid());

            answered += rounds(folder, hostile, client, FIRST_ROUNDS, ROUNDS);
            LiveHeap after = LiveHeap.of(hub.pid());
            assertThat(answered).isGreaterThan(900);
            assertThat(List.of(before.bytes(), before.symbols())).allMatch(measured -> measured > 0);
            assertThat(after.bytes()).isLessThan(before.bytes() + NOISE);
            assertThat(after.symbols()).isLessThan(before.symbols() + 500);
            crosses(folder, honest.subList(HONEST, 2 * HONEST));
            assertThat(hub.log()).doesNotContain("OutOfMemoryError", "set aside");
        }
    }

    private static List<Signed> of(List<Signed> messages, HubFolder folder, int sender) {
        return messages.stream()
                .filter(message -> message.sender().equals(folder.senders().get(sender)))
                .toList();
    }

    /** Sends what is in order, and takes each document and each receipt. */
    private static void crosses(HubFolder folder, List<Signed> messages) {
        try (InstitutionClient sender = folder.connect(messages.getFirst().sender());
                InstitutionClient receiver = folder.connect(RVA)) {
            messages.forEach(message -> sender.send(message.xml()));
            take(sender, messages.size());
            take(receiver, messages.size());
        }
    }

    /** Returns how many answers came. */
    private static int rounds(HubFolder folder, Hostile hostile, HostileClient client, int from, int to)
            throws IOException {
        int answers = 0;
        for (int number = from; number < to; number++) {
            answers += round(folder, hostile, client, number);
        }
        return answers;
    }

    private static int round(HubFolder folder, Hostile hostile, HostileClient client, int number) throws IOException {
        int before = client.accepted();
        client.attempt(number);
        try (InstitutionClient sender = folder.connect(folder.senders().get(1))) {
            hostile.bodies(number).forEach(sender::send);
            int answers = hostile.kinds() + client.accepted() - before;
            take(sender, answers);
            return answers;
        }
    }

    private static void take(InstitutionClient client, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(client.receive(PATIENCE, mail -> {}))
                    .as("mail %s of %s", i, count)
                    .isTrue();
        }
    }
}
