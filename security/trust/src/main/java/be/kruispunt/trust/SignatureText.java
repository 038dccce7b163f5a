package be.kruispunt.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.xml.crypto.dsig.DigestMethod;

/**
 * The text of a XAdES-BASELINE-B signature of one certificate (ETSI EN 319 132-1). What is signed of it stands here in its
 * canonical form, so that nothing has to be built, canonicalised and written once more.
 */
final class SignatureText {
    private static final String DS = " xmlns:ds=\"" + Names.DS + "\"";
    private static final String XADES = " xmlns:xades=\"" + Names.XADES + "\"";
    private static final String SHA_256 =
            "<ds:DigestMethod Algorithm=\"" + DigestMethod.SHA256 + "\"></ds:DigestMethod>";
    private static final String EXCLUSIVE_TRANSFORM = transform(Names.EXCLUSIVE);

    private final String method;
    private final String certificate;
    private final String certificateDigest;

    /**
     * Prepares what is the same in every signature.
     *
     * @param method URI of the signature's algorithm
     */
    SignatureText(String method, X509Certificate certificate) throws GeneralSecurityException {
        this.method = method;
        this.certificate = Base64.getEncoder().encodeToString(certificate.getEncoded());
        this.certificateDigest = base64Digest(certificate.getEncoded());
    }

    /**
     * What is to be signed, all but the signature value.
     *
     * @param signedInfo in its canonical form: the bytes over which the value is computed
     * @param properties in their canonical form
     */
    record Unsigned(UUID id, String signedInfo, String properties) {}

    Unsigned of(byte[] canonicalContent, UUID id, Instant at) {
        String properties = properties(id, at);
        String signedInfo = "<ds:SignedInfo" + DS + "><ds:CanonicalizationMethod Algorithm=\"" + Names.EXCLUSIVE
                + "\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"" + method
                + "\"></ds:SignatureMethod><ds:Reference Id=\"content-" + id + "\" URI=\"\"><ds:Transforms>"
                + transform(Names.ENVELOPED) + EXCLUSIVE_TRANSFORM + "</ds:Transforms>"
                + digest(canonicalContent)
                + "</ds:Reference><ds:Reference Type=\"" + Names.SIGNED_PROPERTIES_TYPE + "\" URI=\"#properties-" + id
                + "\"><ds:Transforms>" + EXCLUSIVE_TRANSFORM + "</ds:Transforms>"
                + digest(properties.getBytes(UTF_8))
                + "</ds:Reference></ds:SignedInfo>";
        return new Unsigned(id, signedInfo, properties);
    }

    /** The element, with its namespaces declared once. */
    String signed(Unsigned unsigned, byte[] value) {
        return "<ds:Signature" + DS + " Id=\"signature-" + unsigned.id() + "\">"
                + unsigned.signedInfo().replace(DS, "")
                + "<ds:SignatureValue>" + Base64.getEncoder().encodeToString(value)
                + "</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>" + certificate
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object><xades:QualifyingProperties" + XADES
                + " Target=\"#signature-" + unsigned.id() + "\">"
                + unsigned.properties().replace(DS, "").replace(XADES, "")
                + "</xades:QualifyingProperties></ds:Object></ds:Signature>";
    }

    private String properties(UUID id, Instant at) {
        return "<xades:SignedProperties" + XADES + " Id=\"properties-" + id
                + "\"><xades:SignedSignatureProperties><xades:SigningTime>" + at.truncatedTo(ChronoUnit.SECONDS)
                + "</xades:SigningTime><xades:SigningCertificateV2><xades:Cert><xades:CertDigest>"
                + SHA_256.replace("<ds:DigestMethod", "<ds:DigestMethod" + DS)
                + "<ds:DigestValue" + DS + ">" + certificateDigest
                + "</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>"
                + "</xades:SignedSignatureProperties><xades:SignedDataObjectProperties>"
                + "<xades:DataObjectFormat ObjectReference=\"#content-" + id
                + "\"><xades:MimeType>application/xml</xades:MimeType></xades:DataObjectFormat>"
                + "</xades:SignedDataObjectProperties></xades:SignedProperties>";
    }

    private static String transform(String algorithm) {
        return "<ds:Transform Algorithm=\"" + algorithm + "\"></ds:Transform>";
    }

    private static String digest(byte[] content) {
        return SHA_256 + "<ds:DigestValue>" + base64Digest(content) + "</ds:DigestValue>";
    }

    private static String base64Digest(byte[] content) {
        return Base64.getEncoder().encodeToString(SignedReference.digest(DigestMethod.SHA256, content));
    }
}
