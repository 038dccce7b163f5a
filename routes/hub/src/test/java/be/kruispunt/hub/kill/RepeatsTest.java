package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever sends the same bytes again gets the first answer again, byte for byte, and nothing is delivered twice. */
@Tag("long")
class RepeatsTest {
    private static final int COPIES = 40;

    @Test
    void theFirstAnswerComesAgain_whenTheSameBytesComeAtOnceAndLater(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 1);
        Signed message = folder.messages(1).getFirst();
        byte[] first;
        try (LiveHub hub = LiveHub.closed(folder)) {
            hub.send(Collections.nCopies(COPIES, message));
            hub.open();
            hub.awaitEmptyIntake();
            List<byte[]> answers = hub.drain(message.sender());
            first = answers.getFirst();
            assertThat(answers)
                    .as("answers to copies in one batch")
                    .hasSize(COPIES)
                    .allSatisfy(answer -> assertThat(answer).isEqualTo(first));
            assertThat(hub.drain(RVA)).as("documents").hasSize(1);

            hub.awaitMarks();
            assertAnsweredAgain(hub, message, first);
        }
        try (LiveHub hub = LiveHub.open(folder)) {
            assertAnsweredAgain(hub, message, first);
            assertThat(hub.store().stats().messages()).as("recorded").isEqualTo(1);
        }
    }

    @Test
    void aRepeatAmongOthersIsAnsweredInItsTurn_whenABatchHoldsBoth(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 1);
        List<Signed> messages = folder.messages(10);
        try (LiveHub hub = LiveHub.closed(folder)) {
            hub.send(messages);
            hub.send(messages);
            hub.send(messages.reversed());
            hub.open();
            hub.awaitEmptyIntake();
            List<byte[]> answers = hub.drain(messages.getFirst().sender());
            assertThat(answers).hasSize(30);
            assertThat(answers.stream().map(ByteBuffer::wrap).distinct())
                    .as("different answers")
                    .hasSize(10);
            assertThat(hub.drain(RVA)).as("documents").hasSize(10);
        }
    }

    @Test
    void nothingIsDoubled_whenSeveralIntakesHoldCopiesAtOnce(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 1, "intake.concurrency=8", "intake.batch=8");
        List<Signed> messages = folder.messages(10);
        List<Signed> copies = messages.stream()
                .flatMap(message -> Collections.nCopies(COPIES, message).stream())
                .toList();
        try (HubLog log = HubLog.listen();
                LiveHub hub = LiveHub.closed(folder)) {
            hub.send(copies);
            hub.open();
            hub.awaitEmptyIntake();
            assertThat(Balance.of(folder, hub, messages.stream().collect(toMap(Signed::digest, message -> COPIES))))
                    .isEqualTo(new Balance.Result(10, 10 * COPIES, 0, 0, 0));
            assertThat(log.count("rolled back")).as("alarms").isZero();
        }
    }

    private static void assertAnsweredAgain(LiveHub hub, Signed message, byte[] first) {
        hub.send(List.of(message));
        hub.awaitEmptyIntake();
        assertThat(hub.drain(message.sender()))
                .as("answers to a late repeat")
                .hasSize(1)
                .first()
                .isEqualTo(first);
        assertThat(hub.drain(RVA)).as("documents").isEmpty();
    }
}
