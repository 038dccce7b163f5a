package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whom to believe: the authorities whose certificates count, and their revocation lists.
 *
 * <p>A certificate counts if one of these authorities issued it directly; there is no path to build through
 * certificates that a message brings along. That it did is checked once per certificate and remembered; validity and
 * revocation are checked each time.
 */
public final class TrustStore {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CONTENT_COMMITMENT = 1;
    private static final int KEY_CERT_SIGN = 5;
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final Set<String> CRITICAL_EXTENSIONS_CHECKED = Set.of("2.5.29.15", "2.5.29.19", "2.5.29.37");
    private static final int LEAST_RSA_BITS = 2048;
    private static final Set<Integer> EC_BITS = Set.of(256, 384);

    private record Issued(InstitutionId institution, X509Certificate issuer) {}

    private final List<X509Certificate> authorities;
    private final RevocationLists revocations;
    /** Holds only certificates that an authority issued, so strangers cannot fill it. */
    private final Map<X509Certificate, Issued> issued = new ConcurrentHashMap<>();

    /** Trusts these authorities; {@code crl} holds the revocation list of each, in PEM or DER. */
    public TrustStore(Collection<X509Certificate> authorities, Path crl) {
        this.authorities = List.copyOf(authorities);
        this.revocations = new RevocationLists(crl, this.authorities);
    }

    /**
     * Trusts the authorities whose certificates are in a PKCS#12 file.
     *
     * @throws IllegalStateException if the file cannot be read or holds none
     */
    public static TrustStore load(Path p12, char[] password, Path crl) {
        List<X509Certificate> authorities = new ArrayList<>();
        try (InputStream in = Files.newInputStream(p12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)) {
                    authorities.add((X509Certificate) store.getCertificate(alias));
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the trust store " + p12.getFileName() + " cannot be read", e);
        }
        if (authorities.isEmpty()) {
            throw new IllegalStateException("the trust store " + p12.getFileName() + " holds no authority");
        }
        return new TrustStore(authorities, crl);
    }

    /** Looks now whether the revocation lists were replaced; {@link #check} does so by itself at most once a second. */
    public void reload() {
        revocations.reload();
    }

    /**
     * Believes a certificate for a purpose at a time, or says why not.
     *
     * @throws NotTrusted if it is not of a trusted authority, too weak, for another purpose, not valid at that time, or
     *     revoked by then
     * @throws RevocationUnknown if the revocation list is missing, forged or out of date at that time
     */
    public TrustedCertificate check(X509Certificate certificate, Purpose purpose, Instant at) throws NotTrusted {
        Issued known = issued.get(certificate);
        if (known == null) {
            known = establish(certificate);
            issued.put(certificate, known);
        }
        requirePurpose(certificate, purpose);
        requireValid(certificate, at, "certificate");
        requireValid(known.issuer(), at, "authority's certificate");
        revocations.requireNotRevoked(certificate, known.issuer(), at);
        return new TrustedCertificate(known.institution(), certificate);
    }

    private Issued establish(X509Certificate certificate) throws NotTrusted {
        if (certificate.getBasicConstraints() != -1) {
            throw untrusted("the certificate is an authority's, not an institution's");
        }
        if (!isStrong(certificate.getPublicKey())) {
            throw untrusted(
                    "the key is too weak or of an unknown kind: EC P-256 or P-384, or RSA from 2048 bits, wanted");
        }
        X509Certificate issuer = authorities.stream()
                .filter(authority -> hasIssued(authority, certificate))
                .findFirst()
                .orElseThrow(() -> untrusted("no trusted authority issued the certificate"));
        requireKnownExtensions(certificate);
        try {
            return new Issued(Subjects.institution(certificate), issuer);
        } catch (IllegalArgumentException e) {
            throw untrusted("the certificate names no institution: " + e.getMessage());
        }
    }

    private static boolean hasIssued(X509Certificate authority, X509Certificate certificate) {
        if (!authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())
                || authority.getBasicConstraints() == -1
                || !hasKeyUsage(authority, KEY_CERT_SIGN)) {
            return false;
        }
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAKey rsa
            when key.getAlgorithm().equals("RSA") -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            case ECKey ec -> EC_BITS.contains(ec.getParams().getOrder().bitLength());
            default -> false;
        };
    }

    private static void requireKnownExtensions(X509Certificate certificate) throws NotTrusted {
        Set<String> critical =
                Optional.ofNullable(certificate.getCriticalExtensionOIDs()).orElse(Set.of());
        if (!CRITICAL_EXTENSIONS_CHECKED.containsAll(critical)) {
            throw untrusted("the certificate has a critical extension that is not understood here");
        }
    }

    private static void requirePurpose(X509Certificate certificate, Purpose purpose) throws NotTrusted {
        boolean allowed =
                switch (purpose) {
                    case SIGN -> hasKeyUsage(certificate, CONTENT_COMMITMENT);
                    case TLS_CLIENT ->
                        hasKeyUsage(certificate, DIGITAL_SIGNATURE) && isFor(certificate, CLIENT_AUTHENTICATION);
                    case TLS_SERVER ->
                        hasKeyUsage(certificate, DIGITAL_SIGNATURE) && isFor(certificate, SERVER_AUTHENTICATION);
                };
        if (!allowed) {
            throw untrusted("the certificate was not issued for this use: " + purpose);
        }
    }

    private static boolean hasKeyUsage(X509Certificate certificate, int bit) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage.length > bit && usage[bit];
    }

    private static boolean isFor(X509Certificate certificate, String extendedKeyUsage) throws NotTrusted {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages != null && usages.contains(extendedKeyUsage);
        } catch (CertificateException e) {
            throw untrusted("the certificate's extended key usage cannot be read");
        }
    }

    private static void requireValid(X509Certificate certificate, Instant at, String which) throws NotTrusted {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (at.isBefore(begin) || at.isAfter(end)) {
            throw new NotTrusted(
                    RefusalCode.CERTIFICATE_EXPIRED,
                    "the " + which + " is valid from " + begin + " to " + end + " only");
        }
    }

    private static NotTrusted untrusted(String detail) {
        return new NotTrusted(RefusalCode.CERTIFICATE_UNTRUSTED, detail);
    }
}
