package be.kruispunt.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is said, and to whom, while the store's own PostgreSQL is away. */
class PostgresKeeperTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger keeper = (Logger) LoggerFactory.getLogger(PostgresKeeper.class);
    private final List<ILoggingEvent> said = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLoggerName().startsWith("be.kruispunt")
                    || event.getLoggerName().contains("EmbeddedPostgres")) {
                said.add(event);
            }
        }
    };

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void listen() {
        TestStore.sharedServer(); // its programs are unpacked once per virtual machine, into a folder that stays
        listener.start();
        root.addAppender(listener);
        keeper.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(listener);
        keeper.setLevel(null);
    }

    @Test
    @Tag("long")
    void aKilledPostgres_isSaidToBeAway_untilItsKeeperHasStartedIt() throws IOException {
        var settings = StoreSettings.embedded(folder, 2);
        try (Store store = Store.open(settings)) {
            Path obstacle = putInTheWay();
            kill();

            assertThat(store.isAvailable()).as("a question starts nothing").isFalse();
            assertThatThrownBy(() -> Store.attach(settings))
                    .as("what a command beside the hub is told")
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("the hub's own PostgreSQL does not run just now")
                    .hasMessageContaining(folder.toString());
            await().atMost(PATIENCE).until(() -> count("KP3005") >= 2);
            assertThat(count("KP3003")).as("once for an end").isOne();
            assertThat(count("KP3004")).isZero();

            Files.delete(obstacle);
            await().atMost(PATIENCE).until(() -> count("KP3004") == 1);
            await().atMost(PATIENCE).until(store::isAvailable);
            assertThat(store.register().institutions()).isEmpty();
        }
        assertThat(said).as("no stack trace, not of the launcher either").allMatch(e -> e.getThrowableProxy() == null);
    }

    private long count(String event) {
        return said.stream()
                .filter(e -> e.getFormattedMessage().startsWith(event))
                .count();
    }

    /** A server that cannot write its log does not start. */
    private Path putInTheWay() throws IOException {
        Path file = folder.resolve("postgres.log");
        Files.move(file, folder.resolve("postgres.log.1"));
        return Files.createDirectory(file);
    }

    private void kill() throws IOException {
        String pid =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }
}
