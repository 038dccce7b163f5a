package be.kruispunt.trust;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * An authority as an issuer: a name and a key. An authority that renews its certificate stays the same issuer; one that
 * takes a new key under its name becomes a second one, whose revocation lists may speak for both.
 *
 * @param certificates those that bind this key to this name
 */
record Issuer(X500Principal name, PublicKey key, List<X509Certificate> certificates) {
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    Issuer {
        certificates = List.copyOf(certificates);
    }

    /** The issuers that these certificates make; what is no authority's certificate makes none. */
    static List<Issuer> of(Collection<X509Certificate> authorities) {
        record Identity(X500Principal name, PublicKey key) {}
        Map<Identity, List<X509Certificate>> byIdentity = new LinkedHashMap<>();
        for (X509Certificate authority : authorities) {
            if (authority.getBasicConstraints() != -1 && mayUse(authority, KEY_CERT_SIGN)) {
                var identity = new Identity(authority.getSubjectX500Principal(), authority.getPublicKey());
                byIdentity.computeIfAbsent(identity, any -> new ArrayList<>()).add(authority);
            }
        }
        return byIdentity.entrySet().stream()
                .map(entry -> new Issuer(entry.getKey().name(), entry.getKey().key(), entry.getValue()))
                .toList();
    }

    /** Whether this key signed the certificate; the only computation that a certificate of a stranger brings about. */
    boolean hasIssued(X509Certificate certificate) {
        if (!name.equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    boolean hasSigned(RevocationList list) {
        return name.equals(list.issuer())
                && certificates.stream().anyMatch(certificate -> mayUse(certificate, CRL_SIGN))
                && list.isSignedWith(key);
    }

    boolean isValid(Instant at) {
        return certificates.stream().anyMatch(certificate -> isValid(certificate, at));
    }

    /** The certificate that lasts longest, to name its time. */
    X509Certificate latest() {
        X509Certificate latest = certificates.getFirst();
        for (X509Certificate certificate : certificates) {
            if (certificate
                    .getNotAfter()
                    .toInstant()
                    .isAfter(latest.getNotAfter().toInstant())) {
                latest = certificate;
            }
        }
        return latest;
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean mayUse(X509Certificate certificate, int bit) {
        return Optional.ofNullable(certificate.getKeyUsage())
                .filter(usage -> usage.length > bit && usage[bit])
                .isPresent();
    }

    @Override
    public String toString() {
        return name.toString();
    }
}
