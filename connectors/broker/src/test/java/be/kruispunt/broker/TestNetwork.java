package be.kruispunt.broker;

import be.kruispunt.broker.guard.Bounds;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.TlsMaterial;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A demonstration authority, a hub, three institutions, and a broker that is started with them. */
final class TestNetwork implements AutoCloseable {
    static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    static final InstitutionId CNS = InstitutionId.of("LU:0021");
    static final InstitutionId RVA = InstitutionId.of("BE:0206737484");
    static final Set<InstitutionId> ALL = Set.of(ADEM, CNS, RVA);
    static final int MAX_BODY = 1024 * 1024;

    final TrustFolder folder;
    final DemonstrationAuthority authority;
    final Path data;
    EmbeddedBroker broker;

    TestNetwork() {
        this(MAX_BODY, patient(300));
    }

    /** The usual ones, but for the time that a connection may take to open: a machine may be slow. */
    static Bounds patient(int openingSeconds) {
        return patient(openingSeconds, Bounds.forBodies(MAX_BODY).unopened());
    }

    static Bounds patient(int openingSeconds, int unopened) {
        Bounds usual = Bounds.forBodies(MAX_BODY);
        return new Bounds(
                usual.connections(),
                usual.sessions(),
                usual.senders(),
                usual.receivers(),
                usual.unsettled(),
                usual.credit(),
                usual.messageBytes(),
                usual.openBytes(),
                openingSeconds,
                unopened,
                usual.idleMillis());
    }

    TestNetwork(int maxBody, Bounds bounds) {
        Path base = temporary();
        folder = new TrustFolder(base.resolve("trust"));
        data = base.resolve("data");
        authority = DemonstrationAuthority.create(folder, InstantSource.system());
        authority.issueHub(HUB, "Hub", List.of());
        for (InstitutionId institution : List.of(ADEM, CNS, RVA)) {
            authority.issueInstitution(institution, "Institution " + institution);
        }
        broker = new EmbeddedBroker(settings(maxBody, 0), folder.trustStore(), bounds);
        broker.start();
    }

    EmbeddedBroker newBroker(int maxBody) {
        return newBroker(maxBody, 0);
    }

    EmbeddedBroker newBroker(int maxBody, int port) {
        return new EmbeddedBroker(settings(maxBody, port), folder.trustStore(), patient(300));
    }

    private BrokerSettings settings(int maxBody, int port) {
        return new BrokerSettings(data, "localhost", port, folder.hubTls(), HUB, Set.of(ADEM, CNS, RVA), maxBody);
    }

    /** The files in which Artemis gathers large messages. */
    List<Path> largeMessages() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("large-messages"))) {
            return files.toList();
        }
    }

    URI uri() {
        return URI.create("amqps://localhost:" + broker.amqpPort());
    }

    InstitutionClient client(InstitutionId institution) {
        return new InstitutionClient(uri(), folder.tls(institution), institution);
    }

    RawClient raw(InstitutionId institution) {
        return new RawClient(uri(), folder.tls(institution));
    }

    /** Another certificate of the same authority. */
    TlsMaterial issued(CertificateOrder order, String name) {
        Path p12 = folder.root().resolve(name).resolve("tls.p12");
        authority.issue(order, p12);
        return new TlsMaterial(p12, TrustFolder.password(p12), folder.trust(), TrustFolder.password(folder.trust()));
    }

    void revoke(InstitutionId institution) {
        CertificateOrder order = CertificateOrder.client(institution, "again", Instant.now());
        Path p12 = folder.institution(institution).resolve("tls.p12");
        X509Certificate certificate = authority.issue(order, p12);
        authority.revoke(certificate);
    }

    static Path temporary() {
        try {
            Path base = Path.of(System.getProperty("java.io.tmpdir"));
            Files.createDirectories(base);
            return Files.createTempDirectory(base, "broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
