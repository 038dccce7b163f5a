package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.kruispunt.access.Institution;
import be.kruispunt.broker.BrokerException;
import be.kruispunt.broker.Queues;
import be.kruispunt.hub.sample.DemonstrationRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker's folder held and nobody had read comes back when the folder is gone. */
class LostBrokerTest {
    @Test
    @Tag("long")
    void whatNoReceiverTook_isDeliveredAgain_whenTheBrokersFolderIsGone(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 1);
        List<Signed> messages = folder.messages(10);
        try (LiveHub hub = LiveHub.open(folder)) {
            hub.send(messages.subList(0, 3));
            hub.awaitEmptyIntake();
            assertThat(hub.drain(RVA)).as("taken").hasSize(3);
            hub.send(messages.subList(3, 10));
            hub.awaitEmptyIntake();
            hub.awaitMarks();
            assertThat(hub.drain(messages.getFirst().sender())).as("receipts").hasSize(10);
        }
        Files.move(folder.data().broker(), root.resolve("away"));
        try (HubLog log = HubLog.listen();
                LiveHub hub = LiveHub.open(folder)) {
            assertThat(log.count("another one or an older copy")).isEqualTo(1);
            assertThat(hub.drain(RVA)).as("unread, and there again").hasSize(7);
        }
        try (LiveHub hub = LiveHub.open(folder)) {
            assertThat(hub.drain(RVA)).as("taken by now").isEmpty();
        }
    }

    /** Whoever was taken out of the register meanwhile has no queues in the new folder: the hub starts all the same. */
    @Test
    @Tag("long")
    void whatAnInstitutionHadNotRead_waitsForIt_alsoWhenItIsNoLongerRegistered(@TempDir Path root)
            throws IOException, SQLException {
        HubFolder folder = HubFolder.prepare(root, 1);
        try (LiveHub hub = LiveHub.open(folder);
                StoreProbe store = StoreProbe.connect(folder)) {
            hub.send(folder.messages(3));
            hub.awaitEmptyIntake();
            hub.awaitMarks();
            store.execute("begin; select set_config('kruispunt.changed_by', 'Jan', true);"
                    + " delete from institution where id = '" + RVA + "'; commit");
        }
        Files.move(folder.data().broker(), root.resolve("away"));
        try (LiveHub hub = LiveHub.open(folder)) {
            assertThat(hub.waiting(Queues.out(RVA))).isEqualTo(3);
            assertThatThrownBy(() -> folder.connect(RVA)).isInstanceOf(BrokerException.class);
            hub.store().registerWriter().putInstitutions(List.of(rva()));
            await("it may connect again")
                    .ignoreExceptions()
                    .until(() -> hub.drain(RVA).size() == 3);
        }
    }

    private static Institution rva() {
        return DemonstrationRegister.institutions().stream()
                .filter(institution -> institution.id().equals(RVA))
                .findFirst()
                .orElseThrow();
    }
}
