package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/**
 * A signature that lies beside a file (CMS SignedData without content, RFC 5652), as its maker wrote it: nothing of it is proved
 * before {@link FileVerifier} has looked.
 */
public final class FileSignature {
    /** Certificates of a few issuers come along; more is not one signature. */
    public static final int LARGEST = 64 << 10;

    private static final String PEM = "-----BEGIN";

    private static final Map<ASN1ObjectIdentifier, String> DIGESTS = Map.of(
            NISTObjectIdentifiers.id_sha256, "SHA-256",
            NISTObjectIdentifiers.id_sha384, "SHA-384",
            NISTObjectIdentifiers.id_sha512, "SHA-512");

    private final byte[] der;
    private final String digest;
    private final X509Certificate certificate;
    private final Optional<Instant> signedAt;

    private FileSignature(byte[] der, String digest, X509Certificate certificate, Optional<Instant> signedAt) {
        this.der = der;
        this.digest = digest;
        this.certificate = certificate;
        this.signedAt = signedAt;
    }

    /**
     * Reads DER or PEM.
     *
     * @throws NotVerified if it is no such signature, or of a form that is not accepted
     */
    public static FileSignature read(byte[] bytes) throws NotVerified {
        if (bytes.length > LARGEST) {
            throw NotVerified.invalid("the signature is larger than " + LARGEST + " bytes");
        }
        try {
            byte[] der = der(bytes);
            var signed = new CMSSignedData(der);
            SignerInformation signer = soleSigner(signed);
            String digest = DIGESTS.get(signer.getDigestAlgorithmID().getAlgorithm());
            if (digest == null) {
                throw NotVerified.invalid("the digest of the file is of another kind than SHA-256, SHA-384, SHA-512");
            }
            if (signer.getSignedAttributes() == null) {
                throw NotVerified.invalid("the signature has no signed attributes");
            }
            requireStrong(signer.toASN1Structure().getDigestEncryptionAlgorithm());
            return new FileSignature(der, digest, certificate(signed, signer), signedAt(signer));
        } catch (CMSException | CertificateException | RuntimeException e) {
            // Runtime exceptions too: the decoder throws its own kinds at bytes that are no signature.
            throw new NotVerified(
                    RefusalCode.SIGNATURE_INVALID, "the signature cannot be read; CMS in DER or PEM wanted", e);
        }
    }

    private static void requireStrong(AlgorithmIdentifier method) throws NotVerified {
        boolean plainRsa = method.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption); // with the digest's kind
        if (!plainRsa && !AuthoritySignature.isAccepted(method)) {
            throw NotVerified.invalid(
                    "the signature method is not accepted; accepted: RSA or ECDSA with SHA-256 or" + " stronger");
        }
    }

    private static byte[] der(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(PEM)) {
            return bytes;
        }
        StringBuilder base64 = new StringBuilder();
        text.lines().filter(line -> !line.startsWith("-----")).forEach(base64::append);
        return Base64.getMimeDecoder().decode(base64.toString());
    }

    private static SignerInformation soleSigner(CMSSignedData signed) throws NotVerified {
        if (signed.getSignedContent() != null) {
            throw NotVerified.invalid("the signature holds the content; it must be a detached one");
        }
        Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw NotVerified.invalid("exactly one signer wanted, found " + signers.size());
        }
        return signers.iterator().next();
    }

    @SuppressWarnings("unchecked") // the library's selector has no type of what it selects
    private static X509Certificate certificate(CMSSignedData signed, SignerInformation signer)
            throws NotVerified, CertificateException {
        Collection<X509CertificateHolder> matching = signed.getCertificates().getMatches(signer.getSID());
        if (matching.size() != 1) {
            throw NotVerified.invalid("the signer's certificate does not stand in the signature");
        }
        return new JcaX509CertificateConverter()
                .getCertificate(matching.iterator().next());
    }

    private static Optional<Instant> signedAt(SignerInformation signer) {
        Attribute time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        return Optional.ofNullable(time)
                .map(attribute -> Time.getInstance(attribute.getAttrValues().getObjectAt(0))
                        .getDate()
                        .toInstant());
    }

    /** The digest of the file that the signature was made over, to be fed with the file. */
    public MessageDigest digest() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + digest, e);
        }
    }

    /** DER. */
    public byte[] encoded() {
        return der.clone();
    }

    X509Certificate certificate() {
        return certificate;
    }

    Optional<Instant> signedAt() {
        return signedAt;
    }

    /** The signer's part, which takes this for the digest of the file. */
    SignerInformation over(byte[] hash) throws CMSException {
        Map<ASN1ObjectIdentifier, byte[]> hashes = DIGESTS.entrySet().stream()
                .filter(each -> each.getValue().equals(digest))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> hash));
        return new CMSSignedData(hashes, der)
                .getSignerInfos()
                .getSigners()
                .iterator()
                .next();
    }
}
