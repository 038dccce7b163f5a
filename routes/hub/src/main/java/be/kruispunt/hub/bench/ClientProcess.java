package be.kruispunt.hub.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Clients of the measured hub in a process of their own, so that the hub's is the hub's alone. */
final class ClientProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter tell;
    private final Path log;

    private ClientProcess(Process process, Path log) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.tell = process.outputWriter(StandardCharsets.UTF_8);
        this.log = log;
    }

    /**
     * Starts a class of this very build.
     *
     * @param log where its errors go
     */
    static ClientProcess start(Class<?> main, List<String> words, Path log) throws IOException {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        command.command().addAll(words);
        command.redirectError(log.toFile());
        return new ClientProcess(command.start(), log);
    }

    /** The next line that begins so; others are the log's. */
    String expect(String word) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
        }
        throw new IllegalStateException(
                "the clients ended before they said " + word + "; " + log.getFileName() + " says why");
    }

    /** Lets those go on that wait for a word. */
    void go() throws IOException {
        tell.write("go\n");
        tell.flush();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
