package be.kruispunt.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What a signature value is over: how it was made, and the digests of the whole document and of the signed properties, in either
 * order (XML Signature 1.1, 4.4).
 *
 * @param method algorithm of the signature value
 * @param value the signature value
 */
record SignedInfo(
        Element element, String method, Base64Value value, SignedReference content, SignedReference properties) {

    /** Reads it, with the value beside it and the Id of the signed properties that the second reference must name. */
    static SignedInfo read(Element element, Element value, String propertiesId) throws NotVerified {
        List<Element> parts = Elements.exactly(
                element, Names.DS, List.of("CanonicalizationMethod", "SignatureMethod", "Reference", "Reference"));
        Elements.algorithm(parts.get(0), Set.of(Names.EXCLUSIVE));
        String method = Elements.algorithm(parts.get(1), Names.ALL_SIGNATURES);
        boolean contentFirst = Elements.attribute(parts.get(2), "URI").isEmpty();
        Element content = parts.get(contentFirst ? 2 : 3);
        Element properties = parts.get(contentFirst ? 3 : 2);
        var ofContent = SignedReference.read(content, "", List.of(Names.ENVELOPED, Names.EXCLUSIVE));
        var ofProperties = SignedReference.read(properties, "#" + propertiesId, List.of(Names.EXCLUSIVE));
        if (!properties.getAttribute("Type").equals(Names.SIGNED_PROPERTIES_TYPE)) {
            throw NotVerified.invalid("the second reference must be of the type SignedProperties");
        }
        return new SignedInfo(element, method, Base64Value.read(value), ofContent, ofProperties);
    }

    /**
     * Whether its value was made with the key that belongs to this one.
     *
     * @throws GeneralSecurityException if it cannot be such a value; providers throw runtime exceptions of their own too
     * @throws IOException likewise
     */
    boolean isBy(PublicKey key, Provider provider) throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance(Names.javaSignature(method), provider);
        signature.initVerify(key);
        signature.update(CanonicalForm.of(element).getBytes(UTF_8));
        return signature.verify(CryptoProviders.isEc(key) ? PlainEcdsa.toDer(value.bytes(), key) : value.bytes());
    }
}
