package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class TrustFolderTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private final Fixture fixture = new Fixture();

    @Test
    void aHubAndAnInstitution_findTheirKeysInTheFolder() throws NotVerified {
        fixture.authority.issueHub(HUB, "Kruispunt", List.of("hub.example"));
        fixture.authority.issueInstitution(ADEM, "ADEM");

        assertThat(fixture.folder.hubIdentity().institution()).isEqualTo(HUB);
        SigningIdentity adem = fixture.folder.identity(ADEM);
        assertThat(adem.chain()).hasSize(2);
        assertThat(fixture.verify(fixture.signed(adem)).signer()).isEqualTo(ADEM);
    }

    @Test
    void onlyTheOwnerReadsKeysAndPasswords() throws IOException {
        fixture.authority.issueHub(HUB, "Kruispunt", List.of());
        fixture.authority.issueInstitution(ADEM, "ADEM");

        try (Stream<Path> files = Files.walk(fixture.folder.root())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all)
                    .extracting(file -> fixture.folder.root().relativize(file).toString())
                    .contains(
                            "authority.p12",
                            "authority.p12.password",
                            "authority.pem",
                            "revoked.crl",
                            "trust.p12",
                            "hub/sign.p12",
                            "hub/tls.p12",
                            "hub/tls.pem",
                            "hub/tls.key",
                            "institutions/LU-0053/sign.pem",
                            "institutions/LU-0053/tls.p12.password",
                            "institutions/LU-0053/tls.key");
            for (Path file : all) {
                boolean mayBeRead =
                        file.toString().endsWith(".pem") || file.toString().endsWith(".crl");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.getFileName().toString())
                        .isEqualTo(mayBeRead ? "rw-r--r--" : "rw-------");
            }
        }
    }

    @Test
    void anAuthorityIsNotMadeOverAnother() {
        assertThatThrownBy(() -> DemonstrationAuthority.create(fixture.folder, InstantSource.fixed(NOW)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");
    }

    @Test
    void aKeyThatIsNotThere_orHasAnotherPassword_isUnavailable() {
        fixture.authority.issueInstitution(ADEM, "ADEM");
        Path p12 = fixture.folder.institution(ADEM).resolve("sign.p12");

        assertThatThrownBy(() -> SigningIdentity.load(p12, "wrong".toCharArray()))
                .isInstanceOf(SignerUnavailable.class);
        assertThatThrownBy(() -> SigningIdentity.load(p12.resolveSibling("none.p12"), new char[0]))
                .isInstanceOf(SignerUnavailable.class);
        assertThatThrownBy(() -> SigningIdentity.load(
                        fixture.folder.trust(),
                        TrustFolder.password(fixture.folder.trust()).chars()))
                .isInstanceOf(SignerUnavailable.class)
                .hasMessageContaining("exactly one key");
    }

    @Test
    void aSecretDoesNotPrintItself() {
        fixture.authority.issueInstitution(ADEM, "ADEM");
        TlsMaterial tls = fixture.folder.tls(ADEM);

        assertThat(tls.toString())
                .doesNotContain(tls.keyStorePassword().value())
                .contains("(secret)");
        assertThat(tls.keyStorePassword().value()).hasSize(32);
    }

    @Test
    void hubAndInstitutionConnect_andTheHubLearnsWhoItIs() throws Exception {
        DemonstrationAuthority today = DemonstrationAuthority.open(fixture.folder, InstantSource.system());
        today.issueHub(HUB, "Kruispunt", List.of());
        today.issueInstitution(ADEM, "ADEM");

        X509Certificate peer = connect(fixture.folder.hubTls(), fixture.folder.tls(ADEM));

        today.renewRevocationList();
        assertThat(fixture.folder
                        .trustStore()
                        .check(peer, Purpose.TLS_CLIENT, InstantSource.system().instant())
                        .institution())
                .isEqualTo(ADEM);
    }

    /** The same key certified anew, and a new key: in each order, those of both times connect. */
    @Test
    void anAuthorityThatRenewsItself_isAcceptedInTlsToo() throws Exception {
        DemonstrationAuthority today = DemonstrationAuthority.open(fixture.folder, InstantSource.system());
        today.issueHub(HUB, "Kruispunt", List.of());
        AnAuthority first = AnAuthority.named("One");
        for (AnAuthority second : List.of(first.renewed(), first.rekeyed())) {
            for (List<AnAuthority> order : List.of(List.of(first, second), List.of(second, first))) {
                Path trusted = trusting(order);
                TlsMaterial hub = withTrust(fixture.folder.hubTls(), trusted);
                for (AnAuthority issuer : order) {
                    TlsMaterial client = issuer.client(fixture.folder.root().resolve("client.p12"));
                    assertThat(connect(hub, withTrust(client, fixture.folder.trust())))
                            .isNotNull();
                }
            }
        }
    }

    private Path trusting(List<AnAuthority> authorities) throws Exception {
        Path p12 = fixture.folder.root().resolve("both.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i).certificate);
        }
        try (var out = Files.newOutputStream(p12)) {
            store.store(out, AnAuthority.PASSWORD.chars());
        }
        Files.writeString(TrustFolder.passwordFile(p12), AnAuthority.PASSWORD.value());
        return p12;
    }

    private static TlsMaterial withTrust(TlsMaterial own, Path trust) {
        return new TlsMaterial(own.keyStore(), own.keyStorePassword(), trust, TrustFolder.password(trust));
    }

    @Test
    void aStrangersAuthority_isNotAcceptedByTheHub() {
        Fixture stranger = new Fixture();
        DemonstrationAuthority.open(fixture.folder, InstantSource.system()).issueHub(HUB, "Kruispunt", List.of());
        DemonstrationAuthority.open(stranger.folder, InstantSource.system()).issueInstitution(ADEM, "ADEM");
        TlsMaterial theirs = stranger.folder.tls(ADEM);
        TlsMaterial believingUs = new TlsMaterial(
                theirs.keyStore(),
                theirs.keyStorePassword(),
                fixture.folder.trust(),
                TrustFolder.password(fixture.folder.trust()));

        assertThatThrownBy(() -> connect(fixture.folder.hubTls(), believingUs))
                .hasRootCauseInstanceOf(SignatureException.class);
    }

    private static X509Certificate connect(TlsMaterial server, TlsMaterial client) throws Exception {
        InetAddress local = InetAddress.getLoopbackAddress();
        try (SSLServerSocket listening =
                (SSLServerSocket) server.sslContext().getServerSocketFactory().createServerSocket(0, 1, local)) {
            listening.setNeedClientAuth(true);
            listening.setSoTimeout(10_000);
            CompletableFuture<X509Certificate> peer = CompletableFuture.supplyAsync(() -> accept(listening));
            try (SSLSocket socket =
                    (SSLSocket) client.sslContext().getSocketFactory().createSocket(local, listening.getLocalPort())) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                try {
                    socket.startHandshake();
                } catch (SocketException e) { // the server hung up while this end was still writing; it says why
                    return peer.get();
                }
                return peer.get();
            }
        }
    }

    private static X509Certificate accept(SSLServerSocket listening) {
        try (SSLSocket socket = (SSLSocket) listening.accept()) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (SSLException e) {
            throw new IllegalArgumentException("refused", e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
