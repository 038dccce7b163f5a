package be.kruispunt.trust;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What XAdES-BASELINE-T and -LT add to a signature (ETSI EN 319 132-1, 5.3 to 5.5): time-stamps, certificates, revocation
 * values. They are kept with the message as evidence. Here their form is checked, so that they carry nothing else; what
 * is in them is not read, and nothing is believed because of them.
 */
final class UnsignedProperties {
    private static final int MOST_PROPERTIES = 16;
    private static final Set<String> PROPERTIES =
            Set.of("SignatureTimeStamp", "CertificateValues", "RevocationValues", "TimeStampValidationData");
    private static final Set<String> CONTAINERS =
            Set.of("CertificateValues", "RevocationValues", "CRLValues", "OCSPValues");
    private static final Set<String> VALUES = Set.of(
            "EncapsulatedTimeStamp", "EncapsulatedX509Certificate", "EncapsulatedCRLValue", "EncapsulatedOCSPValue");
    private static final Set<String> ATTRIBUTES = Set.of("Id", "Encoding", "URI");

    private UnsignedProperties() {}

    static void require(Element properties) throws NotVerified {
        Elements.requireName(properties, Names.XADES, "UnsignedProperties");
        Elements.requireBare(properties, Set.of("Id"));
        Element ofSignature = Elements.exactly(properties, Names.XADES, List.of("UnsignedSignatureProperties"))
                .getFirst();
        Elements.requireBare(ofSignature, Set.of("Id"));
        Elements.requireNoText(ofSignature);
        List<Element> found = Elements.children(ofSignature);
        if (found.size() > MOST_PROPERTIES) {
            throw NotVerified.invalid("more unsigned properties than a signature needs");
        }
        for (Element property : found) {
            if (!isOf(property, PROPERTIES)) {
                throw NotVerified.invalid(
                        "an unsigned property is not on the list; accepted: " + Names.list(PROPERTIES));
            }
            requireContent(property);
        }
    }

    private static void requireContent(Element container) throws NotVerified {
        Elements.requireBare(container, ATTRIBUTES);
        Elements.requireNoText(container);
        for (Element part : Elements.children(container)) {
            if (isOf(part, VALUES)) {
                Elements.requireBare(part, ATTRIBUTES);
                Elements.base64(part, Integer.MAX_VALUE);
            } else if (isOf(part, CONTAINERS)) {
                requireContent(part);
            } else {
                Elements.requireName(part, Names.DS, "CanonicalizationMethod");
                Elements.requireBare(part, Set.of("Algorithm"));
                Elements.requireEmpty(part);
            }
        }
    }

    private static boolean isOf(Element element, Set<String> names) {
        String namespace = element.getNamespaceURI();
        return (Names.XADES.equals(namespace) || Names.XADES_141.equals(namespace))
                && names.contains(element.getLocalName());
    }
}
