package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, on a Java that only says how it was called. */
class LauncherTest {
    private static final Path LAUNCHER =
            Path.of(System.getProperty("kruispunt.root", "../..")).resolve("hub");

    private static final String JAVA =
            """
            #!/bin/sh
            echo "umask $(umask)"
            for argument in "$@"; do echo "argument $argument"; done
            echo "data $KRUISPUNT_DATA, called $KRUISPUNT_COMMAND"
            exit "${FAKE_EXIT:-0}"
            """;

    private final Path folder;
    private final Path home;
    private final Path jdk;

    LauncherTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        home = Files.createDirectory(folder.toRealPath().resolve("installed here"));
        jdk = folder.resolve("jdk");
        executable(home.resolve("hub"), Files.readString(LAUNCHER));
        for (String room : List.of("schemas", "security", "connectors", "routes/hub/target/kruispunt/lib")) {
            Files.createDirectories(home.resolve(room));
        }
        Files.createFile(home.resolve("pom.xml"));
        Path built = Files.createFile(home.resolve("routes/hub/target/kruispunt/ready"));
        Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(3_600)));
        Files.createDirectories(jdk.resolve("bin"));
        executable(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        executable(jdk.resolve("bin/java"), JAVA);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
    }

    private static Path executable(Path file, String content) throws IOException {
        return Files.setPosixFilePermissions(
                Files.writeString(file, content), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Said(int exit, List<String> lines) {}

    /** In an environment that has the path and nothing else, HOME neither. */
    private Said run(Map<String, String> environment, Path launcher, String... arguments)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                        .toList())
                .directory(Files.createTempDirectory(home, "elsewhere").toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var out = process.inputReader()) {
            List<String> lines = out.lines().toList();
            return new Said(process.waitFor(), lines);
        }
    }

    @Test
    void calledByALink_withoutAHome_itFindsWhereItLies_andWhatItWritesIsItsOwners() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), home.resolve("hub"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));
        Said said = run(Map.of(), second, "send", "a file.xml", "--as", "LU:0053");
        assertThat(said.exit()).as(said.lines().toString()).isZero();
        assertThat(said.lines())
                .contains("umask 0077", "argument -Dkruispunt.root=" + home, "argument a file.xml")
                .endsWith("argument LU:0053", "data " + home + "/data/hub, called " + second);
    }

    @Test
    void whatIsGiven_goesBeforeWhatItWouldTake() throws Exception {
        Map<String, String> given = Map.of("KRUISPUNT_DATA", "/srv/hub", "HUB_JAVA_OPTS", "-Xmx1g -XX:+UseZGC");
        assertThat(run(given, home.resolve("hub"), "start").lines())
                .contains("argument -Xmx1g", "argument -XX:+UseZGC")
                .endsWith("data /srv/hub, called " + home.resolve("hub"))
                .doesNotContain("argument -Xmx512m");
    }

    @Test
    void aShortCommand_hasOptionsAndACacheOfItsOwn() throws Exception {
        Path built = home.resolve("routes/hub/target/kruispunt");
        Files.createFile(built.resolve("hub.aot"));
        Files.createFile(built.resolve("command.aot"));
        assertThat(run(Map.of(), home.resolve("hub"), "start").lines())
                .contains("argument -XX:+UseParallelGC", "argument -XX:AOTCache=" + built.resolve("hub.aot"))
                .doesNotContain("argument -XX:TieredStopAtLevel=1");
        assertThat(run(Map.of(), home.resolve("hub"), "trace", "hub start").lines())
                .contains("argument -XX:TieredStopAtLevel=1", "argument -XX:AOTCache=" + built.resolve("command.aot"))
                .doesNotContain("argument -XX:+UseParallelGC");
    }

    /** Also of {@code init}, which is followed by the keeping of what the Java machine learnt. */
    @Test
    void itEndsAsTheCommandEnds() throws Exception {
        for (String command : List.of("init", "start", "validate")) {
            assertThat(run(Map.of("FAKE_EXIT", "3"), home.resolve("hub"), command)
                            .exit())
                    .as(command)
                    .isEqualTo(3);
        }
    }
}
