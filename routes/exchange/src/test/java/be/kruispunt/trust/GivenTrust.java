package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** An authority in a temporary folder, and at one moment: whom it certified can sign, and be verified. */
public final class GivenTrust {
    private final TrustFolder folder;
    private final DemonstrationAuthority authority;
    private final CryptoProviders crypto = CryptoProviders.best();
    private final InstantSource clock;

    public GivenTrust(Instant now) {
        try {
            Path base = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
            folder = new TrustFolder(Files.createTempDirectory(base, "trust"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        clock = InstantSource.fixed(now);
        authority = DemonstrationAuthority.create(folder, clock);
    }

    /** With a new certificate. */
    public DocumentSigner signer(InstitutionId institution) {
        Path p12 = folder.institution(institution).resolve("sign.p12");
        authority.issue(CertificateOrder.signing(institution, "of a test", clock.instant()), p12);
        return new DocumentSigner(folder.identity(institution), crypto, clock);
    }

    /** With a certificate in the hub's own folder: its id counts by no other. */
    public DocumentSigner hubSigner(InstitutionId hub) {
        authority.issueHub(hub, "of a test", List.of());
        return new DocumentSigner(folder.hubIdentity(), crypto, clock);
    }

    /** The authority's list of what it revoked is lost. */
    public void loseRevocationList() {
        try {
            Files.delete(folder.revocationList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a verifier breaks with then. */
    public static RevocationUnknown aListIsLate() {
        return new RevocationUnknown("the list of an authority is late");
    }

    public DocumentVerifier verifier() {
        return new DocumentVerifier(folder.trustStore(clock), crypto);
    }
}
