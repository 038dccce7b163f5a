package be.kruispunt.hub.kill;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.hub.command.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose own broker is gone does not live on without a door. */
@Tag("long")
class BrokerGoneTest {
    @Test
    void itSaysSo_endsWithACodeOfItsOwn_andStartsAgainWhenTheDiskIsMended(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 1);
        Path journal = folder.data().root().resolve("broker/journal");
        Path away = root.resolve("away");
        try (HubProcess hub = HubProcess.start(folder)) {
            Files.move(journal, away);
            assertThat(hub.exitCode()).isEqualTo(Exit.BROKEN.code());
            assertThat(hub.log()).contains("KP0004").contains("its broker is gone");
        }
        assertThat(journal).doesNotExist();
        Files.move(away, journal);
        try (HubProcess again = HubProcess.start(folder)) {
            assertThat(again.log()).contains("ready after");
        }
    }
}
