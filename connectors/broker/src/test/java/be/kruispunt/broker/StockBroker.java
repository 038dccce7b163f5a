package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.HUB;
import static be.kruispunt.broker.TestNetwork.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.TlsMaterial;
import be.kruispunt.trust.TrustFolder;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An Artemis in a process and a folder of its own, set up by the files of {@code docs/operate/broker} as an operator
 * would: of this project's classes it runs the {@link Doorkeeper} alone.
 */
final class StockBroker implements AutoCloseable {
    private static final Path FILES = Path.of("../../docs/operate/broker");

    final TrustFolder folder;
    final TlsMaterial revoked;
    private final Process process;
    private final int port;

    StockBroker(Path instance) throws IOException {
        folder = new TrustFolder(instance.resolve("trust"));
        var authority = DemonstrationAuthority.create(folder, InstantSource.system());
        authority.issueHub(HUB, "Kruispunt", List.of());
        authority.issueInstitution(ADEM, "ADEM");
        authority.issueInstitution(RVA, "RVA");
        Path p12 = instance.resolve("revoked.p12");
        authority.revoke(authority.issue(CertificateOrder.client(ADEM, "ADEM", Instant.now()), p12));
        revoked = new TlsMaterial(p12, TrustFolder.password(p12), folder.trust(), TrustFolder.password(folder.trust()));
        setUp(Files.createDirectories(instance.resolve("etc")));
        process = run(instance);
        try {
            port = portSaid();
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void setUp(Path etc) throws IOException {
        for (String name : List.of("login.config", "cert-users.properties", "cert-roles.properties")) {
            Files.copy(FILES.resolve(name), etc.resolve(name));
        }
        String xml = Files.readString(FILES.resolve("broker.xml"));
        Files.writeString(etc.resolve("broker.xml"), xml.replace("0.0.0.0:5671", "localhost:0"));
        Files.copy(folder.hubTls().keyStore(), etc.resolve("broker.p12"));
        Files.copy(folder.trust(), etc.resolve("trust.p12"));
        Files.copy(folder.revocationList(), etc.resolve("revoked.crl"));
    }

    private Process run(Path instance) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.security.auth.login.config=etc/login.config",
                        "-Dbroker.keystore.password="
                                + folder.hubTls().keyStorePassword().value(),
                        "-Dbroker.truststore.password="
                                + folder.hubTls().trustStorePassword().value(),
                        "-cp",
                        classPath(),
                        StockBrokerProgram.class.getName())
                .directory(instance.toFile())
                .redirectError(instance.resolve("broker.log").toFile())
                .start();
    }

    /** Without the room that the page does not ask for. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("security/trust/target/classes") && !entry.contains("kruispunt-trust"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Said once it listens; what it says before is passed on. */
    private int portSaid() throws IOException {
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(StockBrokerProgram.PORT)) {
                return Integer.parseInt(line.substring(StockBrokerProgram.PORT.length()));
            }
            System.out.println(line);
        }
        throw new AssertionError("the broker did not start");
    }

    URI uri() {
        return URI.create("amqps://localhost:" + port);
    }

    InstitutionClient client(InstitutionId institution) {
        return new InstitutionClient(uri(), folder.tls(institution), institution);
    }

    HubConnections hub() {
        HubConnections connections = HubConnections.remote(uri(), folder.hubTls());
        connections.requireQueues(Set.of(ADEM, RVA));
        return connections;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
