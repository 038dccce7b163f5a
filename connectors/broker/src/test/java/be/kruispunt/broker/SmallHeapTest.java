package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Digest;
import be.kruispunt.trust.TrustFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What waits, and what is too large, is on disk and not in the heap. */
final class SmallHeapTest {
    private static final int EIGHT_MILLION = 8_000_000;

    @Tag("long")
    @Test
    void aBacklogOnEitherSideLivesInASmallHeap_andSurvivesARestart() throws IOException {
        assertThat(run("-Xmx128m", "backlog", "6000").getLast()).isEqualTo("OK");
    }

    @Test
    @Tag("long")
    void twoHundredThousandMessagesLiveIn512Megabytes() throws IOException {
        assertThat(run("-Xmx512m", "backlog", "200000").getLast()).isEqualTo("OK");
    }

    @Test
    void severalTimesTooMuch_becomesALengthAndADigest() throws IOException {
        Process process = start("-Xmx160m", "large");
        try (BufferedReader out = output(process)) {
            String[] where = out.readLine().split(" ", 2);
            var folder = new TrustFolder(Path.of(where[1]));
            byte[] body = new byte[EIGHT_MILLION];
            body[0] = '<';
            URI uri = URI.create("amqps://localhost:" + where[0]);
            try (var client = new InstitutionClient(uri, folder.tls(ADEM), ADEM)) {
                client.send(body);
                client.send("<small/>".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(out.readLine()).isEqualTo("LU:0053 8000000 " + Digest.of(body));
            assertThat(out.readLine()).isEqualTo("LU:0053 taken");
        } finally {
            process.destroy();
        }
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Process start(String heap, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapProgram.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> run(String heap, String mode, String count) throws IOException {
        Process process = start(heap, mode, count);
        try (BufferedReader out = output(process)) {
            return out.lines().peek(System.out::println).toList();
        } finally {
            process.destroy();
        }
    }
}
