package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revocation lists (RFC 5280, section 5) of the trusted issuers, in one file that may be replaced at any time. What
 * the file says now counts, and nothing earlier: a broken file means that nothing is known.
 */
final class RevocationLists {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final long LOOK_INTERVAL = Duration.ofSeconds(1).toNanos();

    private record Stamp(FileTime modified, long size, @Nullable Object fileKey) {}

    private record Snapshot(@Nullable Stamp stamp, Map<X509Certificate, X509CRL> byIssuer, String problem) {}

    private final Path file;
    private final List<X509Certificate> issuers;
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
    private volatile Snapshot snapshot = new Snapshot(null, Map.of(), "not read yet");

    RevocationLists(Path file, Collection<X509Certificate> issuers) {
        this.file = file;
        this.issuers = List.copyOf(issuers);
        reload();
    }

    /** Reads the file again if it is not the one that was read. */
    synchronized void reload() {
        try {
            Stamp stamp = stamp();
            if (!stamp.equals(snapshot.stamp())) {
                snapshot = read(stamp);
                LOG.info(
                        "read {}: revocation lists of {} of {} issuers",
                        name(),
                        snapshot.byIssuer.size(),
                        issuers.size());
            }
        } catch (NoSuchFileException e) {
            snapshot = new Snapshot(null, Map.of(), name() + " is missing");
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            snapshot = new Snapshot(null, Map.of(), name() + " cannot be read: " + e.getMessage());
        }
    }

    void requireNotRevoked(X509Certificate certificate, X509Certificate issuer, Instant at) throws NotTrusted {
        lookAtMostOnceASecond();
        Snapshot known = snapshot;
        X509CRL list = known.byIssuer().get(issuer);
        if (list == null) {
            throw new RevocationUnknown(
                    "no revocation list of " + issuer.getSubjectX500Principal() + ": " + known.problem());
        }
        if (list.getNextUpdate() == null || list.getNextUpdate().toInstant().isBefore(at)) {
            throw new RevocationUnknown(
                    "the revocation list of " + issuer.getSubjectX500Principal() + " is out of date since "
                            + (list.getNextUpdate() == null
                                    ? "its issue"
                                    : list.getNextUpdate().toInstant()));
        }
        X509CRLEntry entry = list.getRevokedCertificate(certificate.getSerialNumber());
        if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
            throw new NotTrusted(
                    RefusalCode.CERTIFICATE_REVOKED,
                    "the certificate was revoked on "
                            + entry.getRevocationDate().toInstant());
        }
    }

    private void lookAtMostOnceASecond() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_INTERVAL)) {
            reload();
        }
    }

    private Stamp stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }

    private Snapshot read(Stamp stamp) throws IOException, GeneralSecurityException {
        Collection<? extends CRL> found;
        try (InputStream in = Files.newInputStream(file)) {
            found = CertificateFactory.getInstance("X.509").generateCRLs(in);
        }
        Map<X509Certificate, X509CRL> byIssuer = new HashMap<>();
        for (X509Certificate issuer : issuers) {
            for (CRL crl : found) {
                if (crl instanceof X509CRL list && isWholeListOf(issuer, list)) {
                    byIssuer.put(issuer, list);
                }
            }
        }
        return new Snapshot(stamp, Map.copyOf(byIssuer), "none in " + name() + " is signed with its key");
    }

    /** A list with a critical extension that Java does not know may cover only a part of the certificates. */
    private static boolean isWholeListOf(X509Certificate issuer, X509CRL list) {
        if (!list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                || list.hasUnsupportedCriticalExtension()) {
            return false;
        }
        try {
            list.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            LOG.warn("a revocation list in the name of {} is not signed by it", issuer.getSubjectX500Principal());
            return false;
        }
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
