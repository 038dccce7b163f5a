package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;

import be.kruispunt.trust.CertificateOrder;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.SigningIdentity;
import be.kruispunt.trust.TlsMaterial;
import be.kruispunt.trust.TrustFolder;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * ADEM's other keys, with which it must not sign, and a stranger's key to the broker.
 *
 * @param expired its certificate is not valid any more
 * @param revoked its certificate stands on the revocation list
 * @param otherAuthority issued in ADEM's name by an authority that has the name of the real one
 * @param connection made for connections
 * @param second another authority that the hub believes
 * @param stranger of the real authority, for an institution that nobody registered
 */
record Keys(
        SigningIdentity expired,
        SigningIdentity revoked,
        SigningIdentity otherAuthority,
        SigningIdentity connection,
        SecondAuthority second,
        TlsMaterial stranger) {

    static Keys issue(TrustFolder trust) {
        Instant now = Instant.now();
        var authority = DemonstrationAuthority.open(trust, InstantSource.system());
        CertificateOrder signing = CertificateOrder.signing(ADEM, "ADEM", now);

        Path expired = trust.root().resolve("tests/expired.p12");
        authority.issue(signing.validBetween(now.minus(Duration.ofDays(800)), now.minusSeconds(60)), expired);

        Path revoked = trust.root().resolve("tests/revoked.p12");
        X509Certificate certificate = authority.issue(signing, revoked);
        authority.revoke(certificate);

        var otherFolder = new TrustFolder(trust.root().resolve("tests/other-authority"));
        DemonstrationAuthority.create(otherFolder, InstantSource.system()).issueInstitution(ADEM, "ADEM");

        Path stranger = trust.root().resolve("tests/stranger.p12");
        authority.issue(CertificateOrder.client(TestHub.STRANGER, "Stranger", now), stranger);

        return new Keys(
                load(expired),
                load(revoked),
                otherFolder.identity(ADEM),
                load(trust.institution(ADEM).resolve("tls.p12")),
                SecondAuthority.join(trust),
                new TlsMaterial(
                        stranger, TrustFolder.password(stranger), trust.trust(), TrustFolder.password(trust.trust())));
    }

    private static SigningIdentity load(Path p12) {
        return SigningIdentity.load(p12, TrustFolder.password(p12).chars());
    }
}
