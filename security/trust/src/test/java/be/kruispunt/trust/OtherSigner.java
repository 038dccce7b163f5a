package be.kruispunt.trust;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signs as the house does but for one thing: so each refusal is provoked by a signature whose arithmetic is right, made
 * with a key that is trusted.
 */
final class OtherSigner {
    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    private final SigningIdentity identity;

    String canonicalization = CanonicalizationMethod.EXCLUSIVE;
    String method = SignatureMethod.ECDSA_SHA256;
    String digest = DigestMethod.SHA256;
    String uri = "";
    String target = "#s";
    String objectReference = "#c";
    String signingTime = Fixture.NOW.toString();
    String propertiesType = Names.SIGNED_PROPERTIES_TYPE;
    String extraProperty = "";
    String unsignedProperties = "";
    boolean onlyProperties;
    boolean onlyContent;
    boolean propertiesFirst;
    final List<Transform> contentTransforms = new ArrayList<>();
    final List<Node> extraObjects = new ArrayList<>();

    OtherSigner(SigningIdentity identity) {
        this.identity = identity;
        contentTransforms.add(transform(Transform.ENVELOPED));
        contentTransforms.add(transform(CanonicalizationMethod.EXCLUSIVE));
    }

    Transform transform(String algorithm) {
        try {
            return factory.newTransform(algorithm, (TransformParameterSpec) null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Transform xpath(String expression) {
        try {
            return factory.newTransform(Transform.XPATH, new XPathFilterParameterSpec(expression));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Transform xslt(String sheet) {
        try {
            Element root = Fixture.parse(sheet).getDocumentElement();
            return factory.newTransform(Transform.XSLT, new XSLTTransformParameterSpec(new DOMStructure(root)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Document sign(Document dom) {
        return sign(dom, identity.key());
    }

    Document sign(Document dom, Key key) {
        try {
            DOMSignContext context = new DOMSignContext(key, dom.getDocumentElement());
            context.setDefaultNamespacePrefix("ds");
            Element properties = properties(dom);
            List<XMLObject> objects = new ArrayList<>();
            objects.add(factory.newXMLObject(List.of(new DOMStructure(properties)), null, null, null));
            for (Node extra : extraObjects) {
                objects.add(factory.newXMLObject(List.of(new DOMStructure(extra)), "o", null, null));
            }
            KeyInfoFactory keys = factory.getKeyInfoFactory();
            X509Certificate certificate = identity.certificate();
            factory.newXMLSignature(
                            factory.newSignedInfo(
                                    factory.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
                                    factory.newSignatureMethod(method, null),
                                    references()),
                            keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate)))),
                            objects,
                            "s",
                            null)
                    .sign(context);
            return dom;
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Reference> references() throws GeneralSecurityException {
        Reference content =
                factory.newReference(uri, factory.newDigestMethod(digest, null), contentTransforms, null, "c");
        Reference properties = factory.newReference(
                "#p",
                factory.newDigestMethod(DigestMethod.SHA256, null),
                List.of(transform(CanonicalizationMethod.EXCLUSIVE)),
                propertiesType,
                null);
        if (onlyProperties) {
            return List.of(properties);
        }
        if (onlyContent) {
            return List.of(content);
        }
        return propertiesFirst ? List.of(properties, content) : List.of(content, properties);
    }

    private Element properties(Document dom) throws GeneralSecurityException {
        String certificateDigest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(identity.certificate().getEncoded()));
        String xml =
                """
                <x:QualifyingProperties xmlns:x="http://uri.etsi.org/01903/v1.3.2#" \
                xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Target="%s"><x:SignedProperties Id="p">\
                <x:SignedSignatureProperties><x:SigningTime>%s</x:SigningTime><x:SigningCertificateV2><x:Cert>\
                <x:CertDigest><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>\
                <ds:DigestValue>%s</ds:DigestValue></x:CertDigest></x:Cert></x:SigningCertificateV2>%s\
                </x:SignedSignatureProperties><x:SignedDataObjectProperties><x:DataObjectFormat \
                ObjectReference="%s"><x:MimeType>text/xml</x:MimeType></x:DataObjectFormat>\
                </x:SignedDataObjectProperties></x:SignedProperties>%s</x:QualifyingProperties>"""
                        .formatted(
                                target,
                                signingTime,
                                certificateDigest,
                                extraProperty,
                                objectReference,
                                unsignedProperties);
        Element properties = (Element) dom.importNode(Fixture.parse(xml).getDocumentElement(), true);
        ((Element) properties.getFirstChild()).setIdAttribute("Id", true);
        return properties;
    }
}
