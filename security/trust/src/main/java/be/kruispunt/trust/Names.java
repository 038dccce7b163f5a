package be.kruispunt.trust;

import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;

/** The names and algorithms of XML signatures and XAdES (ETSI EN 319 132-1) that this house makes and takes. */
final class Names {
    static final String DS = XMLSignature.XMLNS;
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String XADES_141 = "http://uri.etsi.org/01903/v1.4.1#";
    static final Set<String> OF_SIGNATURES = Set.of(DS, XADES, XADES_141);
    static final String SIGNED_PROPERTIES_TYPE = "http://uri.etsi.org/01903#SignedProperties";
    static final String EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE;
    static final String ENVELOPED = Transform.ENVELOPED;

    static final Set<String> DIGESTS = Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);
    static final Set<String> EC_SIGNATURES = Set.of(SignatureMethod.ECDSA_SHA256, SignatureMethod.ECDSA_SHA384);
    static final Set<String> RSA_SIGNATURES = Set.of(SignatureMethod.RSA_SHA256);
    static final Set<String> ALL_SIGNATURES =
            Set.of(SignatureMethod.ECDSA_SHA256, SignatureMethod.ECDSA_SHA384, SignatureMethod.RSA_SHA256);

    private Names() {}

    /** The names in words, always in the same order. */
    static String list(Set<String> names) {
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    static String javaDigest(String uri) {
        return switch (uri) {
            case DigestMethod.SHA256 -> "SHA-256";
            case DigestMethod.SHA384 -> "SHA-384";
            case DigestMethod.SHA512 -> "SHA-512";
            default -> throw new IllegalArgumentException("not a digest method on the list: " + uri);
        };
    }

    static String javaSignature(String uri) {
        return switch (uri) {
            case SignatureMethod.ECDSA_SHA256 -> "SHA256withECDSA";
            case SignatureMethod.ECDSA_SHA384 -> "SHA384withECDSA";
            case SignatureMethod.RSA_SHA256 -> "SHA256withRSA";
            default -> throw new IllegalArgumentException("not a signature method on the list: " + uri);
        };
    }
}
