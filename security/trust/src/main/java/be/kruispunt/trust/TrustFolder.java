package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;

/**
 * Where keys and certificates lie:
 *
 * <pre>
 * authority.p12 authority.pem revoked.crl trust.p12
 * hub/sign.p12 hub/tls.p12
 * institutions/LU-0053/sign.p12 sign.pem tls.p12 tls.pem tls.key
 * </pre>
 *
 * Beside each {@code .p12} lies its password in a file {@code .p12.password} that only the owner reads; {@code tls.key}
 * is for clients that are not Java.
 */
public record TrustFolder(Path root) {
    /** The demonstration authority's key. A hub needs it only to issue and revoke. */
    public Path authority() {
        return root.resolve("authority.p12");
    }

    /** The authority's certificate, to hand out. */
    public Path authorityCertificate() {
        return root.resolve("authority.pem");
    }

    public Path revocationList() {
        return root.resolve("revoked.crl");
    }

    /** The authorities to believe. */
    public Path trust() {
        return root.resolve("trust.p12");
    }

    public Path hub() {
        return root.resolve("hub");
    }

    public Path institution(InstitutionId institution) {
        return root.resolve("institutions").resolve(institution.fileName());
    }

    /** The password that lies beside a key or trust store. */
    public static Secret password(Path p12) {
        Path file = passwordFile(p12);
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("no readable password file " + file.getFileName() + " beside its store", e);
        }
    }

    static Path passwordFile(Path p12) {
        return p12.resolveSibling(p12.getFileName() + ".password");
    }

    public SigningIdentity hubIdentity() {
        return identity(hub());
    }

    public SigningIdentity identity(InstitutionId institution) {
        return identity(institution(institution));
    }

    public TlsMaterial hubTls() {
        return tls(hub());
    }

    public TlsMaterial tls(InstitutionId institution) {
        return tls(institution(institution));
    }

    /**
     * The authorities to believe, their lists, and the hub's keys: the hub's id counts with them only.
     *
     * @throws IllegalStateException if a file cannot be read
     */
    public TrustStore trustStore() {
        return trustStore(InstantSource.system());
    }

    TrustStore trustStore(InstantSource clock) {
        List<X509Certificate> authorities =
                TrustStore.authorities(trust(), password(trust()).chars());
        return new TrustStore(authorities, root, OwnCertificateFiles.in(hub()), clock);
    }

    private static SigningIdentity identity(Path folder) {
        Path p12 = folder.resolve("sign.p12");
        return SigningIdentity.load(p12, password(p12).chars());
    }

    private TlsMaterial tls(Path folder) {
        Path p12 = folder.resolve("tls.p12");
        return new TlsMaterial(p12, password(p12), trust(), password(trust()));
    }
}
