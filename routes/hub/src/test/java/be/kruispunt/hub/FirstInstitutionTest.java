package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The commands of docs/operate/first-institution.md, run as they stand there but for the port. */
@Tag("long")
class FirstInstitutionTest {
    private static final Path ROOT = Path.of(System.getProperty("kruispunt.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern EVENT = Pattern.compile("KP\\d{4}");

    /** Ends the hub that the page starts in the background, also where a command before its end failed. */
    private static final String BEFORE =
            """
            set -euo pipefail
            trap 'jobs -p | xargs -r kill 2> /dev/null; wait' EXIT
            """;

    private final Path folder;

    FirstInstitutionTest() throws IOException {
        Path tmp = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        Files.createDirectories(tmp);
        folder = Files.createTempDirectory(tmp, "first");
    }

    @Test
    void fromAnEmptyFolderToTheFirstExchange() throws IOException, InterruptedException {
        Path launcher = launcher();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path said = folder.resolve("said.txt");
        var builder = new ProcessBuilder("bash", script().toString())
                .directory(empty.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().remove("KRUISPUNT_DATA");
        builder.environment().put("KRUISPUNT", launcher.toString());
        builder.environment()
                .merge(
                        "PATH",
                        "",
                        (path, nothing) -> launcher + ":" + System.getProperty("java.home") + "/bin:" + path);
        Process bash = builder.start();
        try {
            assertThat(bash.waitFor(14, TimeUnit.MINUTES)).as("it ends").isTrue();
        } finally {
            bash.descendants().forEach(ProcessHandle::destroy);
            bash.destroy();
        }
        String all = Files.readString(said);
        assertThat(bash.exitValue()).as(all).isZero();
        assertThat(all)
                .contains("4 things are missing") // a hub without certificates says so
                .contains("5 added, 0 changed, 0 removed, not made so: a dry run")
                .contains("applied: 5 added, 0 changed, 0 removed")
                .contains("nothing to change: the register is as the file says")
                .contains("verified: signed by BE:0999999922")
                .contains("authorisation 26/014 as it stood when the message was let through")
                .contains("+ institution LU:0053")
                .doesNotContain("79041203729");
        assertThat(empty.resolve("adem/received")).isDirectoryContaining("glob:**RECEIPT-*");
        assertThat(EVENT.matcher(Files.readString(empty.resolve("hub.log")))
                        .results()
                        .map(MatchResult::group))
                .as("what the hub says of itself: open, two registered, a message taken, stopped in good order")
                .containsExactly("KP0001", "KP2001", "KP2001", "KP1001", "KP0002", "KP0003");
    }

    private Path script() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/operate/first-institution.md"));
        String commands = COMMANDS.matcher(page)
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"))
                .replace("5671", Integer.toString(freePort()));
        return Files.writeString(folder.resolve("page.sh"), BEFORE + commands);
    }

    /** Stands in for the launcher, which would build: the classes of this build are run. */
    private Path launcher() throws IOException {
        Path launcher = Files.createDirectory(folder.resolve("launcher"));
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        String java = String.join(
                " ",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1", // it lives for seconds: the better compiler would only be in the way
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        "'" + classPath + "'",
                        "be.kruispunt.hub.command.Main"));
        Path hub = Files.writeString(
                launcher.resolve("hub"), "#!/usr/bin/env bash\numask 077\nexec " + java + " \"$@\"\n");
        Files.setPosixFilePermissions(hub, PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(launcher.resolve("schemas"), ROOT.resolve("schemas"));
        return launcher;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
