package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
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
 * @param signed what the signature value is over, with the digests of document and properties
 * @param signedProperties the element that the second reference names, inside this very signature
 * @param certificate the one in KeyInfo whose digest is among the signed properties
 * @param signedAt claimed time of signing
 */
record SignatureForm(SignedInfo signed, Element signedProperties, X509Certificate certificate, Instant signedAt) {
    private static final Set<String> ID = Set.of("Id");
    private static final int MOST_CERTIFICATES = 5;
    private static final Set<String> SIGNATURE_PROPERTIES =
            Set.of("SigningTime", "SigningCertificateV2", "SignatureProductionPlaceV2", "SignerRoleV2");

    static SignatureForm read(Element signature) throws NotVerified {
        List<Element> parts =
                Elements.exactly(signature, Names.DS, List.of("SignedInfo", "SignatureValue", "KeyInfo", "Object"));
        Elements.requireBare(signature, ID);
        for (Element part : parts) {
            Elements.requireBare(part, ID);
        }
        String signatureId = Elements.attribute(signature, "Id");
        Element qualifying = Elements.exactly(parts.get(3), Names.XADES, List.of("QualifyingProperties"))
                .getFirst();
        Elements.requireBare(qualifying, Set.of("Id", "Target"));
        if (!Elements.attribute(qualifying, "Target").equals("#" + signatureId)) {
            throw NotVerified.invalid("the qualifying properties are of another signature");
        }
        Element signedProperties = properties(qualifying);
        SignedInfo signed = SignedInfo.read(parts.get(0), parts.get(1), Elements.attribute(signedProperties, "Id"));
        Elements.requireNothingElse(signature);
        return readProperties(signed, signedProperties, parts.get(2));
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

    private static SignatureForm readProperties(SignedInfo signed, Element signedProperties, Element keyInfo)
            throws NotVerified {
        List<Element> groups = Elements.children(signedProperties);
        if (groups.isEmpty() || groups.size() > 2) {
            throw NotVerified.invalid("the signed properties are not complete, or hold more than they may");
        }
        Elements.requireName(groups.getFirst(), Names.XADES, "SignedSignatureProperties");
        if (groups.size() == 2) {
            Elements.requireName(groups.getLast(), Names.XADES, "SignedDataObjectProperties");
            requireFormatOf(groups.getLast(), signed.content().id());
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
        return new SignatureForm(signed, signedProperties, certificate(keyInfo, certs), instant(time));
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
        String method = Elements.algorithm(digest.get(0), Names.DIGESTS);
        Base64Value wanted = Base64Value.read(digest.get(1));
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
            byte[] der = Base64Value.read(candidate).bytes();
            if (found.isEmpty() && wanted.is(SignedReference.digest(method, der))) {
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

    private static Instant instant(Element time) throws NotVerified {
        try {
            return OffsetDateTime.parse(time.getTextContent().strip()).toInstant();
        } catch (DateTimeException e) {
            throw NotVerified.invalid("the signing time must be a date and time with its offset from UTC");
        }
    }
}
