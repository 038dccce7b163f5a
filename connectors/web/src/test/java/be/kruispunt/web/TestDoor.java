package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.TlsMaterial;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.TrustStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A demonstration authority, a hub, two suppliers, and a door with real certificates. */
final class TestDoor implements AutoCloseable {
    static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    static final InstitutionId ENERGY = InstitutionId.of("BE:0403019261");
    static final InstitutionId WATER = InstitutionId.of("BE:0212344876");

    /** Has a certificate, and nobody registered it. */
    static final InstitutionId NEWCOMER = InstitutionId.of("BE:0206731645");

    /** Who may come in; a test changes it. */
    final Set<InstitutionId> registered = ConcurrentHashMap.newKeySet();

    final TrustFolder folder;
    final DemonstrationAuthority authority;
    final TrustStore trust;
    final WebDoor door;

    TestDoor(Bounds bounds, List<Operation> operations) {
        this(authority(), bounds, operations);
    }

    /** In the trust of an authority that several tests share. */
    TestDoor(TrustFolder folder, Bounds bounds, List<Operation> operations) {
        this.folder = folder;
        authority = DemonstrationAuthority.open(folder, InstantSource.system());
        registered.addAll(Set.of(ENERGY, WATER));
        trust = folder.trustStore();
        door = WebDoor.open(
                new WebSettings("localhost", 0, folder.hubTls(), bounds), trust, registered::contains, operations);
    }

    /** An authority that has certified the hub and the institutions. */
    static TrustFolder authority() {
        var folder = new TrustFolder(temporary().resolve("trust"));
        DemonstrationAuthority authority = DemonstrationAuthority.create(folder, InstantSource.system());
        authority.issueHub(HUB, "Hub", List.of());
        List.of(ENERGY, WATER, NEWCOMER).forEach(id -> authority.issueInstitution(id, "Institution " + id));
        return folder;
    }

    /** The standard ones but for time, of which a slow machine may need more. */
    static Bounds patient(int perInstitution, int unadmitted, int atATime) {
        Bounds usual = Bounds.STANDARD;
        return new Bounds(
                usual.connections(),
                perInstitution,
                unadmitted,
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                usual.headerBytes(),
                usual.bodyBytes(),
                atATime,
                usual.inAll(),
                Duration.ZERO);
    }

    URI uri(String path) {
        return URI.create("https://localhost:" + door.port() + path);
    }

    HttpClient client(TlsMaterial tls) {
        return HttpClient.newBuilder().sslContext(tls.sslContext()).build();
    }

    HttpClient client(InstitutionId institution) {
        return client(folder.tls(institution));
    }

    HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(HttpClient client, String path, String json) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Another certificate of the same authority. */
    TlsMaterial issued(CertificateOrder order, String name) {
        Path p12 = folder.root().resolve(name).resolve("tls.p12");
        authority.issue(order, p12);
        return new TlsMaterial(p12, TrustFolder.password(p12), folder.trust(), TrustFolder.password(folder.trust()));
    }

    /** One that was issued under this name. */
    void revoke(String name) {
        try (InputStream in = Files.newInputStream(folder.root().resolve(name).resolve("tls.pem"))) {
            authority.revoke(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
            trust.reload();
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a client needs to believe the hub. */
    TrustManager[] authorities() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        try (InputStream in = Files.newInputStream(folder.trust())) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, TrustFolder.password(folder.trust()).chars());
            factory.init(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return factory.getTrustManagers();
    }

    static CertificateOrder order(InstitutionId institution) {
        return CertificateOrder.client(institution, "Institution", Instant.now());
    }

    static Path temporary() {
        try {
            Path base = Path.of(System.getProperty("java.io.tmpdir"));
            Files.createDirectories(base);
            return Files.createTempDirectory(base, "web");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
