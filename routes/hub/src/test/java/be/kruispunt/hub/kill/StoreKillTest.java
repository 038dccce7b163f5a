package be.kruispunt.hub.kill;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.broker.Queues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No evidence, no exchange: while the store is away the hub waits, and afterwards it goes on by itself. */
@Tag("long")
class StoreKillTest {
    private static final int MESSAGES = 300;
    private static final int AHEAD = 60;
    private static final int KILLS = 3;
    private static final String PAUSES = "intake pauses";
    private static final String STILL_AWAY = "cannot be started again yet";

    private final HubLog log = HubLog.listen();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void nothingIsLostOrDoubled_whenPostgresIsKilledThreeTimesUnderLoad(@TempDir Path root)
            throws IOException, InterruptedException, SQLException {
        HubFolder folder = HubFolder.prepare(root, 3);
        List<Signed> messages = folder.messages(MESSAGES);
        var pace = new Pace(AHEAD);
        try (LiveHub hub = LiveHub.open(folder)) {
            List<Thread> senders = startSenders(folder, messages, pace);
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitRecorded(folder, pace, kill * MESSAGES / (KILLS + 1));
                killPostgres(folder);
                await("the store is back").atMost(Duration.ofMinutes(2)).until(() -> answers(folder));
            }
            finish(senders, pace);
            requireExactlyOnce(folder, hub, messages);
        }
    }

    @Test
    void nothingIsAnswered_whileTheStoreCannotComeBack_andEverythingOnceItCan(@TempDir Path root)
            throws IOException, InterruptedException, SQLException {
        HubFolder folder = HubFolder.prepare(root, 3);
        List<Signed> messages = folder.messages(MESSAGES);
        var pace = new Pace(AHEAD);
        try (LiveHub hub = LiveHub.open(folder)) {
            List<Thread> senders = startSenders(folder, messages, pace);
            awaitRecorded(folder, pace, MESSAGES / 4);
            Path obstacle = putInTheWay(folder);
            killPostgres(folder);
            finish(senders, pace);
            log.await(PAUSES, 1);
            await("what was recorded is answered, the rest waits")
                    .until(() -> answered(folder, hub) + hub.waitingInIntake() == MESSAGES);
            long answered = answered(folder, hub);
            assertThat(answered).isLessThan(MESSAGES);
            log.await(STILL_AWAY, (int) log.count(STILL_AWAY) + 3);
            assertThat(answered(folder, hub))
                    .as("answered while the store is away")
                    .isEqualTo(answered);
            await("the rest waits, whatever the hub tries").until(() -> hub.waitingInIntake() == MESSAGES - answered);

            Files.delete(obstacle);
            requireExactlyOnce(folder, hub, messages);
            assertThat(log.count("intake resumes")).isPositive();
        }
    }

    private static List<Thread> startSenders(HubFolder folder, List<Signed> messages, Pace pace) {
        return messages.stream().collect(groupingBy(Signed::sender)).values().stream()
                .map(own -> Thread.ofPlatform().daemon().start(new Sender(folder, own, pace)))
                .toList();
    }

    private static void awaitRecorded(HubFolder folder, Pace pace, int enough) throws IOException, SQLException {
        try (StoreProbe probe = StoreProbe.connect(folder)) {
            probe.listen();
            int recorded = probe.recorded();
            while (recorded < enough) {
                pace.recorded(recorded);
                probe.recordedWithin(Duration.ofSeconds(1));
                recorded = probe.recorded();
            }
        }
    }

    /** SIGKILL to its first process; the others end when they notice. */
    private static void killPostgres(HubFolder folder) throws IOException {
        String pid = Files.readAllLines(folder.store().resolve("postgres/postmaster.pid"))
                .getFirst();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** A server that cannot write its log does not start. */
    private static Path putInTheWay(HubFolder folder) throws IOException {
        Path file = folder.store().resolve("postgres.log");
        Files.move(file, folder.store().resolve("postgres.log.1"));
        return Files.createDirectory(file);
    }

    private static boolean answers(HubFolder folder) {
        try (StoreProbe probe = StoreProbe.connect(folder)) {
            return probe.recorded() > 0;
        } catch (IOException | SQLException | RuntimeException e) {
            return false;
        }
    }

    private static void finish(List<Thread> senders, Pace pace) throws InterruptedException {
        pace.recorded(MESSAGES);
        for (Thread sender : senders) {
            sender.join();
        }
    }

    private static long answered(HubFolder folder, LiveHub hub) {
        return folder.senders().stream()
                .mapToLong(sender -> hub.waiting(Queues.out(sender)))
                .sum();
    }

    private static void requireExactlyOnce(HubFolder folder, LiveHub hub, List<Signed> messages) {
        hub.awaitEmptyIntake();
        var result = Balance.of(folder, hub, messages.stream().collect(toMap(Signed::digest, message -> 1)));
        System.out.println("store killed: " + result);
        assertThat(result).isEqualTo(new Balance.Result(MESSAGES, MESSAGES, 0, 0, 0));
    }
}
