package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What a signature says of itself, read strictly: what is not on the list of {@code docs/reference/signatures.md} is
 * refused before anything is computed with it.
 *
 * @param method algorithm of the signature value
 * @param signedProperties the element that the second reference names, inside this very signature
 * @param certificate the one in KeyInfo whose digest is among the signed properties
 * @param signedAt claimed time of signing
 */
record SignatureForm(String method, Element signedProperties, X509Certificate certificate, Instant signedAt) {
    private static final Set<String> ID = Set.of("Id");
    private static final int MOST_CERTIFICATES = 5;
    private static final int MOST_BASE64_CHARACTERS = 16_384;
    private static final Set<String> SIGNATURE_PROPERTIES =
            Set.of("SigningTime", "SigningCertificateV2", "SignatureProductionPlaceV2", "SignerRoleV2");

    static SignatureForm read(Element signature) throws NotVerified {
        List<Element> parts =
                Elements.exactly(signature, Names.DS, List.of("SignedInfo", "SignatureValue", "KeyInfo", "Object"));
        Elements.requireBare(signature, ID);
        for (Element part : parts) {
            Elements.requireBare(part, ID);
        }
        // The value is not signed itself, and whoever computes with it reads past what is no base64.
        Elements.base64(parts.get(1), MOST_BASE64_CHARACTERS);
        String signatureId = Elements.attribute(signature, "Id");
        List<Element> info = Elements.exactly(
                parts.get(0), Names.DS, List.of("CanonicalizationMethod", "SignatureMethod", "Reference", "Reference"));
        Elements.algorithm(info.get(0), Set.of(Names.EXCLUSIVE));
        String method = Elements.algorithm(info.get(1), Names.ALL_SIGNATURES);
        boolean contentFirst = Elements.attribute(info.get(2), "URI").isEmpty();
        Element content = info.get(contentFirst ? 2 : 3);
        Element properties = info.get(contentFirst ? 3 : 2);
        requireReference(content, "", List.of(Names.ENVELOPED, Names.EXCLUSIVE));

        Element qualifying = Elements.exactly(parts.get(3), Names.XADES, List.of("QualifyingProperties"))
                .getFirst();
        Elements.requireBare(qualifying, Set.of("Id", "Target"));
        if (!Elements.attribute(qualifying, "Target").equals("#" + signatureId)) {
            throw NotVerified.invalid("the qualifying properties are of another signature");
        }
        Element signedProperties = properties(qualifying);
        requireReference(properties, "#" + Elements.attribute(signedProperties, "Id"), List.of(Names.EXCLUSIVE));
        if (!properties.getAttribute("Type").equals(Names.SIGNED_PROPERTIES_TYPE)) {
            throw NotVerified.invalid("the second reference must be of the type SignedProperties");
        }
        Elements.requireNothingElse(signature);
        return readProperties(method, signedProperties, content.getAttribute("Id"), parts.get(2));
    }

    private static Element properties(Element qualifying) throws NotVerified {
        if (Elements.children(qualifying).size() < 2) {
            return Elements.exactly(qualifying, Names.XADES, List.of("SignedProperties"))
                    .getFirst();
        }
        List<Element> both =
                Elements.exactly(qualifying, Names.XADES, List.of("SignedProperties", "UnsignedProperties"));
        UnsignedProperties.require(both.getLast());
        return both.getFirst();
    }

    private static void requireReference(Element reference, String uri, List<String> transforms) throws NotVerified {
        if (!reference.hasAttribute("URI") || !reference.getAttribute("URI").equals(uri)) {
            throw NotVerified.invalid("exactly two references wanted: the whole document, and the signed properties");
        }
        List<Element> parts =
                Elements.exactly(reference, Names.DS, List.of("Transforms", "DigestMethod", "DigestValue"));
        List<Element> found = Elements.children(parts.get(0));
        if (found.size() != transforms.size()) {
            throw NotVerified.invalid("a reference has other transforms than are accepted; accepted, in this order: "
                    + String.join(", ", transforms));
        }
        for (int i = 0; i < found.size(); i++) {
            Elements.requireName(found.get(i), Names.DS, "Transform");
            Elements.algorithm(found.get(i), Set.of(transforms.get(i)));
        }
        Elements.algorithm(parts.get(1), Names.DIGESTS);
    }

    private static SignatureForm readProperties(
            String method, Element signedProperties, String contentId, Element keyInfo) throws NotVerified {
        List<Element> groups = Elements.children(signedProperties);
        if (groups.isEmpty() || groups.size() > 2) {
            throw NotVerified.invalid("the signed properties are not complete, or hold more than they may");
        }
        Elements.requireName(groups.getFirst(), Names.XADES, "SignedSignatureProperties");
        if (groups.size() == 2) {
            Elements.requireName(groups.getLast(), Names.XADES, "SignedDataObjectProperties");
            requireFormatOf(groups.getLast(), contentId);
        }
        for (Element property : Elements.children(groups.getFirst())) {
            if (!Names.XADES.equals(property.getNamespaceURI())
                    || !SIGNATURE_PROPERTIES.contains(property.getLocalName())) {
                throw NotVerified.invalid(
                        "a signed property is not on the list; accepted: " + Names.list(SIGNATURE_PROPERTIES));
            }
        }
        Element time = Elements.only(groups.getFirst(), Names.XADES, "SigningTime");
        Element certs = Elements.only(groups.getFirst(), Names.XADES, "SigningCertificateV2");
        return new SignatureForm(method, signedProperties, certificate(keyInfo, certs), instant(time));
    }

    private static void requireFormatOf(Element properties, String contentId) throws NotVerified {
        for (Element property : Elements.children(properties)) {
            Elements.requireName(property, Names.XADES, "DataObjectFormat");
            if (contentId.isEmpty() || !property.getAttribute("ObjectReference").equals("#" + contentId)) {
                throw NotVerified.invalid("the data object format is of another object than the document");
            }
        }
    }

    private static X509Certificate certificate(Element keyInfo, Element signingCertificate) throws NotVerified {
        List<Element> named = Elements.children(signingCertificate);
        if (named.isEmpty()) {
            throw NotVerified.invalid("the signed properties name no certificate");
        }
        Element certDigest = Elements.only(named.getFirst(), Names.XADES, "CertDigest");
        List<Element> digest = Elements.exactly(certDigest, Names.DS, List.of("DigestMethod", "DigestValue"));
        String algorithm = Names.javaDigest(Elements.algorithm(digest.get(0), Names.DIGESTS));
        byte[] wanted = Elements.base64(digest.get(1), MOST_BASE64_CHARACTERS);
        Element data = Elements.exactly(keyInfo, Names.DS, List.of("X509Data")).getFirst();
        Elements.requireBare(data, ID);
        Elements.requireNoText(data);
        List<Element> certificates = Elements.children(data);
        Optional<X509Certificate> found = Optional.empty();
        if (certificates.size() > MOST_CERTIFICATES) {
            throw NotVerified.invalid("more certificates than a signature needs");
        }
        for (Element candidate : certificates) {
            Elements.requireName(candidate, Names.DS, "X509Certificate");
            Elements.requireBare(candidate, Set.of());
            byte[] der = Elements.base64(candidate, MOST_BASE64_CHARACTERS);
            if (found.isEmpty() && MessageDigest.isEqual(digest(algorithm, der), wanted)) {
                found = Optional.of(decoded(der));
            }
        }
        return found.orElseThrow(
                () -> NotVerified.invalid("no certificate in KeyInfo is the one that the signed properties name"));
    }

    private static X509Certificate decoded(byte[] der) throws NotVerified {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Runtime exceptions too: the platform throws its own at keys that cannot be one.
            throw new NotVerified(
                    RefusalCode.CERTIFICATE_UNTRUSTED,
                    "the certificate cannot be read; keys that are accepted: " + CertificateProfile.ACCEPTED_KEYS,
                    e);
        }
    }

    private static byte[] digest(String algorithm, byte[] der) {
        try {
            return MessageDigest.getInstance(algorithm).digest(der);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        }
    }

    private static Instant instant(Element time) throws NotVerified {
        try {
            return OffsetDateTime.parse(time.getTextContent().strip()).toInstant();
        } catch (DateTimeException e) {
            throw NotVerified.invalid("the signing time must be a date and time with its offset from UTC");
        }
    }
}
