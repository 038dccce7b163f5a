package be.kruispunt.hub.door;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.SigningIdentity;
import be.kruispunt.trust.TlsMaterial;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Another authority that the hub believes. Its revocation list is late, so that what it certified waits. */
final class SecondAuthority {
    private final TrustFolder own;
    private final TrustFolder hubs;

    private SecondAuthority(TrustFolder own, TrustFolder hubs) {
        this.own = own;
        this.hubs = hubs;
    }

    /** Founded when its first list, which holds for a year, is out of date today. */
    static SecondAuthority join(TrustFolder hubs) {
        var own = new TrustFolder(hubs.root().resolve("tests/second-authority"));
        Instant founded = Instant.now().minus(Duration.ofDays(366));
        DemonstrationAuthority authority = DemonstrationAuthority.create(own, InstantSource.fixed(founded));
        var second = new SecondAuthority(own, hubs);
        try {
            believe(hubs, authority);
            second.publish();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return second;
    }

    private static void believe(TrustFolder hubs, DemonstrationAuthority authority)
            throws IOException, GeneralSecurityException {
        char[] password = TrustFolder.password(hubs.trust()).chars();
        KeyStore store = KeyStore.getInstance(hubs.trust().toFile(), password);
        store.setCertificateEntry("second", authority.certificate());
        try (var out = Files.newOutputStream(hubs.trust())) {
            store.store(out, password);
        }
    }

    /** What it certifies for signing, under whatever name. */
    SigningIdentity identity(InstitutionId institution) {
        return issue(institution).identity(institution);
    }

    /** What it certifies for connecting, under whatever name. */
    TlsMaterial tls(InstitutionId institution) {
        TlsMaterial issued = issue(institution).tls(institution);
        return new TlsMaterial(
                issued.keyStore(), issued.keyStorePassword(), hubs.trust(), TrustFolder.password(hubs.trust()));
    }

    private TrustFolder issue(InstitutionId institution) {
        DemonstrationAuthority.open(own, InstantSource.system()).issueInstitution(institution, "Institution");
        return own;
    }

    void publishACurrentList() {
        DemonstrationAuthority.open(own, InstantSource.system()).renewRevocationList();
        try {
            publish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish() throws IOException {
        Path half = hubs.root().resolve("second.half");
        Files.copy(own.revocationList(), half);
        Files.move(half, hubs.root().resolve("revoked-second.crl"), StandardCopyOption.REPLACE_EXISTING);
    }
}
