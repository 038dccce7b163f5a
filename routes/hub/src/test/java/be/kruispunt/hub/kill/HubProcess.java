package be.kruispunt.hub.kill;

import static org.awaitility.Awaitility.await;

import be.kruispunt.store.Store;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The hub as the process that an operator starts, to be killed in the way that a power cut or the kernel does. */
final class HubProcess implements AutoCloseable {
    private final HubFolder folder;
    private final Path log;
    private final Process process;

    private HubProcess(HubFolder folder, Path log, Process process) {
        this.folder = folder;
        this.log = log;
        this.process = process;
    }

    /** Starts a hub, and returns when it takes messages in. */
    static HubProcess start(HubFolder folder) throws IOException {
        return start(folder, "-Xmx512m");
    }

    static HubProcess start(HubFolder folder, String heap) throws IOException {
        HubProcess hub = launch(folder, heap);
        await("the hub is ready")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(hub::isReady);
        return hub;
    }

    /** Starts a hub that is not to come up, and returns when it has ended. */
    static HubProcess startInVain(HubFolder folder) throws IOException {
        HubProcess hub = launch(folder, "-Xmx512m");
        hub.process.onExit().join();
        return hub;
    }

    /** Begins to start a hub. */
    static HubProcess launch(HubFolder folder, String heap) throws IOException {
        Path log = Files.createTempFile(folder.data().root(), "hub-", ".log");
        Process process = new ProcessBuilder(command(folder, heap))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new HubProcess(folder, log, process);
    }

    private static List<String> command(HubFolder folder, String heap) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1", // it lives for seconds: the better compiler would only be in the way
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                absolute(System.getProperty("java.class.path")),
                "be.kruispunt.hub.command.Main",
                "start",
                "--data",
                folder.data().root().toString());
    }

    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                List.of(classPath.split(File.pathSeparator)).stream()
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    private boolean isReady() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the hub ended: " + log());
        }
        return log().contains("ready after");
    }

    /** What the process said. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when the process has said this. */
    void awaitLog(String text) {
        await(text).atMost(Duration.ofMinutes(2)).until(() -> log().contains(text));
    }

    long pid() {
        return process.pid();
    }

    /** How it ended, once it has. */
    int exitCode() {
        return process.onExit().join().exitValue();
    }

    /** SIGTERM, as an operator or the system ends it. Returns when it has ended. */
    void end() {
        process.destroy();
        process.onExit().join();
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. Its PostgreSQL stays behind. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Leaves no process behind. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
            Store.open(folder.settings().store(folder.data())).close(); // ends the PostgreSQL that stayed behind
        }
    }
}
