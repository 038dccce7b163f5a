package be.kruispunt.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates and revocation lists of one authority, as RFC 5280 profiles them. */
final class CertificateMaker {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration LIST_LIFE = Duration.ofDays(365);

    private final X509Certificate authority;
    private final PrivateKey key;

    CertificateMaker(X509Certificate authority, PrivateKey key) {
        this.authority = authority;
        this.key = key;
    }

    static X509Certificate selfSigned(String name, KeyPair pair, Instant now) {
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.O, "Kruispunt demonstration")
                .addRDN(BCStyle.CN, name)
                .build();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                serial(),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(AUTHORITY_LIFE)),
                subject,
                pair.getPublic());
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(pair.getPublic()));
            return signed(builder, pair.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw cannot(e);
        }
    }

    X509Certificate certificate(CertificateOrder order, PublicKey publicKey) {
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.C, order.institution().country().value())
                .addRDN(BCStyle.O, order.name())
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, order.institution().value())
                .addRDN(BCStyle.CN, order.name())
                .build();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                authority, serial(), Date.from(order.begin()), Date.from(order.end()), subject, publicKey);
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(publicKey));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(authority.getPublicKey()));
            addPurposes(builder::addExtension, order.purposes(), order.hostNames());
            return signed(builder, key);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw cannot(e);
        }
    }

    /** Where extensions go: a certificate, or a request for one. */
    @FunctionalInterface
    interface Extensions {
        void add(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) throws IOException;
    }

    /** What a certificate says of its uses, and the names of a server. */
    static void addPurposes(Extensions extensions, Set<Purpose> purposes, List<String> hostNames) throws IOException {
        int usage = purposes.contains(Purpose.SIGN)
                ? KeyUsage.digitalSignature | KeyUsage.nonRepudiation
                : KeyUsage.digitalSignature;
        extensions.add(Extension.keyUsage, true, new KeyUsage(usage));
        List<KeyPurposeId> extended = new ArrayList<>();
        if (purposes.contains(Purpose.TLS_SERVER)) {
            extended.add(KeyPurposeId.id_kp_serverAuth);
        }
        if (purposes.contains(Purpose.TLS_CLIENT)) {
            extended.add(KeyPurposeId.id_kp_clientAuth);
        }
        if (!extended.isEmpty()) {
            extensions.add(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(extended.toArray(new KeyPurposeId[0])));
        }
        if (!hostNames.isEmpty()) {
            GeneralName[] names = hostNames.stream()
                    .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            extensions.add(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9.]+");
    }

    /** The next list: what the previous one held, and one more certificate if one is given. */
    X509CRL revocationList(Optional<X509CRL> previous, Optional<X509Certificate> revoked, Instant now) {
        return revocationList(previous, revoked, now, now.plus(LIST_LIFE));
    }

    X509CRL revocationList(
            Optional<X509CRL> previous, Optional<X509Certificate> revoked, Instant now, Instant nextUpdate) {
        X509v2CRLBuilder builder = new JcaX509v2CRLBuilder(authority, Date.from(now));
        builder.setNextUpdate(Date.from(nextUpdate));
        try {
            BigInteger number = BigInteger.ONE;
            if (previous.isPresent()) {
                X509CRLHolder held = new X509CRLHolder(previous.get().getEncoded());
                builder.addCRL(held);
                number = CRLNumber.getInstance(
                                held.getExtension(Extension.cRLNumber).getParsedValue())
                        .getCRLNumber()
                        .add(BigInteger.ONE);
            }
            revoked.ifPresent(certificate ->
                    builder.addCRLEntry(certificate.getSerialNumber(), Date.from(now), CRLReason.cessationOfOperation));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublicKey()));
            return new JcaX509CRLConverter().getCRL(builder.build(contentSigner(key)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw cannot(e);
        }
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(contentSigner(key)));
    }

    private static ContentSigner contentSigner(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(CryptoProviders.isEc(key) ? "SHA256withECDSA" : "SHA256withRSA").build(key);
    }

    private static BigInteger serial() {
        return new BigInteger(126, RANDOM).setBit(126);
    }

    private static IllegalStateException cannot(Exception cause) {
        return new IllegalStateException("the certificate or revocation list cannot be made", cause);
    }
}
