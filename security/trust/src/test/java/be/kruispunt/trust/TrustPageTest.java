package be.kruispunt.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/operate/trust.md}, as they stand there, and what the hub makes of their files. */
@Tag("long")
class TrustPageTest {
    private static final Path DOCS = Path.of(System.getProperty("kruispunt.root", "../.."))
            .toAbsolutePath()
            .resolve("docs");
    private static final Pattern COMMANDS = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatThePageMakes_isWhatTheHubBelieves() throws Exception {
        assumeTrue(Stream.of("bash", "openssl").allMatch(TrustPageTest::isThere), "bash and openssl wanted");
        String commands = COMMANDS.matcher(Files.readString(DOCS.resolve("operate/trust.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));

        run(commands);

        var trusted = new TrustFolder(folder.resolve("trust"));
        TrustStore trust = trusted.trustStore();
        Instant now = Instant.now();
        new OwnCertificates(trusted, trust, HUB, Purpose.TLS_SERVER).requireUsable(now);
        assertThat(trust.check(certificate("lu-0053-sign.pem"), Purpose.SIGN, now)
                        .institution())
                .isEqualTo(InstitutionId.of("LU:0053"));
        assertThatThrownBy(() -> trust.check(certificate("lu-0053-tls.pem"), Purpose.TLS_CLIENT, now))
                .isInstanceOf(NotTrusted.class)
                .hasMessageContaining("CERTIFICATE_REVOKED");
        assertThat(trust.concerns(now)).isEmpty();
        assertThat(trusted.hubTls().certificate().getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("hub.example", "localhost", "127.0.0.1");
        try (var files = Files.walk(folder.resolve("trust"))) {
            assertThat(files.filter(Files::isRegularFile).map(TrustPageTest::mayBeReadByOthers))
                    .containsOnly(false);
        }
    }

    private X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve("authority").resolve(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private void run(String commands) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(List.of("bash", "-euc", commands))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("DOCS", DOCS.toString());
        builder.environment()
                .put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
        int code = builder.start().waitFor();
        assertThat(code).as(Files.readString(output)).isZero();
    }

    private static boolean mayBeReadByOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).size() > 2;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere(String command) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
