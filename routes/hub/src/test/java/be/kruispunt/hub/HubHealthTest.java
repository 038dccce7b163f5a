package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.OwnCertificates;
import be.kruispunt.trust.Purpose;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.TrustStore;
import be.kruispunt.web.Health;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that cannot sign, or not keep what it signed, says so. */
class HubHealthTest {
    @TempDir
    private Path temporary = Path.of("");

    private TrustFolder folder = new TrustFolder(temporary);

    @BeforeEach
    void certify() {
        folder = new TrustFolder(temporary.resolve("trust"));
        DemonstrationAuthority.create(folder, InstantSource.system())
                .issueHub(Settings.defaults().hub(), "Hub", List.of());
    }

    @Test
    void whoCanSignAndKeep_isUp_andWhoCannotKeep_isDown() {
        assertThat(health(true)).isEqualTo(Health.UP);
        assertThat(health(false)).isEqualTo(Health.DOWN);
    }

    @Test
    void whoseCertificateIsRevoked_isDown() {
        DemonstrationAuthority.open(folder, InstantSource.system())
                .revoke(folder.hubIdentity().certificate());
        assertThat(health(true)).isEqualTo(Health.DOWN);
    }

    /** What it signed for a while already, and nobody can believe any more. */
    @Test
    void whoseSigningCertificateHasExpired_isDown() {
        Instant now = Instant.now();
        DemonstrationAuthority.open(folder, InstantSource.system())
                .issue(
                        CertificateOrder.signing(Settings.defaults().hub(), "Hub", now)
                                .validBetween(now.minus(Duration.ofDays(2)), now.minusSeconds(1)),
                        folder.hub().resolve("sign.p12"));
        assertThat(health(true)).isEqualTo(Health.DOWN);
    }

    @Test
    void whereNobodyCanTellWhetherItIsRevoked_somebodyHasToSeeToIt() throws IOException {
        Files.delete(folder.revocationList());
        assertThat(health(true)).isEqualTo(Health.DEGRADED);
    }

    private Health health(boolean storeAnswers) {
        TrustStore trust = folder.trustStore();
        var own = new OwnCertificates(folder, trust, Settings.defaults().hub(), Purpose.TLS_SERVER);
        CryptoProviders crypto = CryptoProviders.best();
        return new HubHealth(
                        () -> storeAnswers,
                        new HubTrust(folder, trust, own),
                        new DocumentSigner(folder.hubIdentity(), crypto, InstantSource.system()),
                        new DocumentVerifier(trust, crypto),
                        InstantSource.system())
                .get();
    }
}
