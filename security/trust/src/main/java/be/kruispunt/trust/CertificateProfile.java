package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;

/** What must stand in a certificate of an institution, whoever issued it; see {@code docs/reference/signatures.md}. */
final class CertificateProfile {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int CONTENT_COMMITMENT = 1;
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
    private static final Set<String> CRITICAL_EXTENSIONS_CHECKED = Set.of("2.5.29.15", "2.5.29.19", "2.5.29.37");
    private static final int LEAST_RSA_BITS = 2048;
    /** By name: other curves have keys of these sizes too. */
    private static final Set<ASN1ObjectIdentifier> CURVES =
            Set.of(SECObjectIdentifiers.secp256r1, SECObjectIdentifiers.secp384r1);

    static final String ACCEPTED_KEYS = "EC on the named curve P-256 or P-384, RSA from 2048 bits";

    private CertificateProfile() {}

    /** What does not change with time or use, before anything is computed. */
    static X509CertificateHolder requireSound(X509Certificate certificate) throws NotTrusted {
        if (certificate.getBasicConstraints() != -1) {
            throw untrusted("the certificate is an authority's, not an institution's");
        }
        X509CertificateHolder holder = decoded(certificate);
        if (!isStrong(holder.getSubjectPublicKeyInfo())) {
            throw untrusted("the key is too weak or of an unknown kind; accepted: " + ACCEPTED_KEYS);
        }
        if (!AuthoritySignature.isAccepted(holder.getSignatureAlgorithm())) {
            throw untrusted("the authority signed the certificate with an algorithm that is not accepted; accepted:"
                    + " RSA, ECDSA or EdDSA with SHA-256 or stronger");
        }
        Set<String> critical =
                Optional.ofNullable(certificate.getCriticalExtensionOIDs()).orElse(Set.of());
        if (!CRITICAL_EXTENSIONS_CHECKED.containsAll(critical)) {
            throw untrusted("the certificate has a critical extension that is not understood here");
        }
        return holder;
    }

    static void requirePurpose(X509Certificate certificate, Purpose purpose) throws NotTrusted {
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

    static void requireValid(X509Certificate certificate, Instant at, String which) throws NotTrusted {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (at.isBefore(begin) || at.isAfter(end)) {
            throw new NotTrusted(
                    RefusalCode.CERTIFICATE_EXPIRED,
                    "the " + which + " is valid from " + begin + " to " + end + " only");
        }
    }

    static NotTrusted untrusted(String detail) {
        return new NotTrusted(RefusalCode.CERTIFICATE_UNTRUSTED, detail);
    }

    private static X509CertificateHolder decoded(X509Certificate certificate) throws NotTrusted {
        try {
            return new X509CertificateHolder(certificate.getEncoded());
        } catch (IOException | CertificateEncodingException e) {
            throw untrusted("the certificate cannot be decoded");
        }
    }

    private static boolean isStrong(SubjectPublicKeyInfo key) {
        ASN1ObjectIdentifier kind = key.getAlgorithm().getAlgorithm();
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            ASN1Encodable curve = key.getAlgorithm().getParameters();
            return curve instanceof ASN1ObjectIdentifier named && CURVES.contains(named);
        }
        return kind.equals(PKCSObjectIdentifiers.rsaEncryption) && rsaBits(key) >= LEAST_RSA_BITS;
    }

    private static int rsaBits(SubjectPublicKeyInfo key) {
        try {
            return RSAPublicKey.getInstance(key.parsePublicKey()).getModulus().bitLength();
        } catch (IOException | IllegalArgumentException e) {
            return 0;
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
}
