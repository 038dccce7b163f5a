package be.kruispunt.web;

import static be.kruispunt.web.TestDoor.ENERGY;
import static be.kruispunt.web.TestDoor.NEWCOMER;
import static be.kruispunt.web.TestDoor.WATER;
import static be.kruispunt.web.TestDoor.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.Purpose;
import be.kruispunt.trust.TlsMaterial;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.web.Operation.Method;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may come in: the certificate tells the institution, and nothing else does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CallersTest {
    private static final Operation WHO = new Operation(
            Method.GET,
            "/who",
            "text/plain",
            call -> Reply.Done.ok(call.caller().value().getBytes(StandardCharsets.UTF_8)));

    private TestDoor test;

    @BeforeAll
    void open() {
        test = new TestDoor(TestDoor.patient(50, 1_000, 4), List.of(WHO));
    }

    @AfterAll
    void close() {
        test.close();
    }

    @Test
    void anInstitutionIsKnownByItsCertificate() throws IOException, InterruptedException {
        assertThat(test.get(test.client(ENERGY), "/who").body()).isEqualTo(ENERGY.value());
        assertThat(test.get(test.client(WATER), "/who").body()).isEqualTo(WATER.value());
    }

    @Test
    void whoShowsNoCertificate_isNotConnected() throws GeneralSecurityException {
        SSLContext without = SSLContext.getInstance("TLS");
        without.init(null, test.authorities(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(without).build();
        assertThatThrownBy(() -> test.get(client, "/who")).isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateOfAnotherAuthority_isNotConnected() {
        var others = new TrustFolder(TestDoor.temporary().resolve("trust"));
        DemonstrationAuthority.create(others, InstantSource.system()).issueInstitution(ENERGY, "Somebody else");
        TlsMaterial theirs = others.tls(ENERGY);
        var shown = new TlsMaterial(
                theirs.keyStore(),
                theirs.keyStorePassword(),
                test.folder.trust(),
                TrustFolder.password(test.folder.trust()));
        assertThatThrownBy(() -> test.get(test.client(shown), "/who")).isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredCertificate_isNotConnected() {
        Instant now = Instant.now();
        CertificateOrder past = order(ENERGY).validBetween(now.minus(Duration.ofDays(2)), now.minusSeconds(60));
        assertThatThrownBy(() -> test.get(test.client(test.issued(past, "expired")), "/who"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aCertificateThatOnlyServes_isNotLetIn() {
        CertificateOrder serving = new CertificateOrder(
                ENERGY,
                "Serves",
                Set.of(Purpose.TLS_SERVER),
                order(ENERGY).key(),
                order(ENERGY).begin(),
                order(ENERGY).end(),
                List.of("localhost"));
        assertThatThrownBy(() -> test.get(test.client(test.issued(serving, "serves")), "/who"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRevokedCertificate_isTold_andNotAnswered() throws IOException, InterruptedException {
        HttpClient client = test.client(test.issued(order(WATER), "revoked"));
        assertThat(test.get(client, "/who").statusCode()).isEqualTo(200);
        test.revoke("revoked");
        HttpResponse<String> refused = test.get(client, "/who");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:problem-type:belgif:missingPermission", "revoked");
    }

    @Test
    void whoIsNotRegistered_isTold_andNotAnswered() throws IOException, InterruptedException {
        HttpResponse<String> refused = test.get(test.client(NEWCOMER), "/who");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains(NEWCOMER.value()).contains("not registered");
        assertThat(refused.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void whoLeavesTheRegister_isRefusedAtTheNextRequest() throws IOException, InterruptedException {
        HttpClient client = test.client(NEWCOMER);
        test.registered.add(NEWCOMER);
        assertThat(test.get(client, "/who").statusCode()).isEqualTo(200);
        test.registered.remove(NEWCOMER);
        assertThat(test.get(client, "/who").statusCode()).isEqualTo(403);
    }

    /** Its list may be late because of the network: that is not the caller's fault, and goes over. */
    @Test
    void aCertificateOfWhichNobodyKnowsWhetherItIsRevoked_isPutOff() throws IOException, InterruptedException {
        try (TestDoor other = new TestDoor(TestDoor.patient(50, 1_000, 4), List.of(WHO))) {
            Files.delete(other.folder.revocationList());
            other.trust.reload();
            HttpResponse<String> refused = other.get(other.client(ENERGY), "/who");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }
}
