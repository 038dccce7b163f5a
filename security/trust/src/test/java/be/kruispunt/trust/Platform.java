package be.kruispunt.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.URIReferenceException;
import javax.xml.crypto.dom.DOMCryptoContext;
import javax.xml.crypto.dom.DOMURIReference;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The platform's XML signatures, which the house's own form and verification are held against. */
final class Platform {
    private static final String ID = "platform-apex";

    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");

    /** Of the whole document, without comments. */
    String of(Document document) {
        return of("", document.getDocumentElement());
    }

    /** Of this element as it stands in its document; it is named by an attribute that stays there. */
    String of(Element apex) {
        apex.setAttributeNS(null, "Id", ID);
        apex.setIdAttributeNS(null, "Id", true);
        return of("#" + ID, apex);
    }

    /** Whether the document's signature holds, by this key. */
    boolean verifies(Document signed, PublicKey key) {
        Element signature =
                (Element) signed.getElementsByTagNameNS(Names.DS, "Signature").item(0);
        Element properties = (Element)
                signed.getElementsByTagNameNS(Names.XADES, "SignedProperties").item(0);
        try {
            var context = new DOMValidateContext(key, signature);
            context.setIdAttributeNS(properties, null, "Id");
            return factory.unmarshalXMLSignature(context).validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    private String of(String uri, Element here) {
        try {
            var context = new DOMCryptoContext() {};
            var nodes = factory.getURIDereferencer().dereference(new Reference(uri, here), context);
            var form = (OctetStreamData)
                    factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)
                            .transform(nodes, context);
            return new String(form.getOctetStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | URIReferenceException | TransformException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reference stands in an attribute of an element; here the element is in no tree. */
    private record Reference(String uri, Element place) implements DOMURIReference {
        @Override
        public String getURI() {
            return uri;
        }

        @Override
        public String getType() {
            return "";
        }

        @Override
        public Node getHere() {
            Element reference = place.getOwnerDocument().createElementNS(Names.DS, "ds:Reference");
            reference.setAttributeNS(null, "URI", uri);
            return reference.getAttributeNodeNS(null, "URI");
        }
    }
}
