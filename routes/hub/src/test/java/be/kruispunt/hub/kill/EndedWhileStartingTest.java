package be.kruispunt.hub.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class EndedWhileStartingTest {
    /** The server takes its pid file away when it ends in good order. */
    @Test
    void aHubThatIsEndedWhileItStarts_leavesNoPostgresBehind(@TempDir Path root) throws IOException {
        HubFolder folder = HubFolder.prepare(root, 1);
        Path pid = folder.store().resolve("postgres/postmaster.pid");
        assertThat(pid).doesNotExist();
        try (HubProcess hub = HubProcess.launch(folder, "-Xmx512m")) {
            await("PostgreSQL has begun")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> Files.exists(pid));
            hub.end();
            assertThat(pid).doesNotExist();
        }
    }
}
