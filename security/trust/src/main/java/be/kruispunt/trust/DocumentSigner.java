package be.kruispunt.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Signs whole documents: XAdES-BASELINE-B, enveloped, as the last child of the root (ETSI EN 319 132-1).
 *
 * <p>The tree must carry its namespace declarations as attributes, as a parser makes them: a tree without them has
 * another canonical form once it is written and read. Any number of threads may sign, each its own document.
 */
public final class DocumentSigner {
    private final SigningIdentity identity;
    private final InstantSource clock;
    private final Provider provider;
    private final PrivateKey key;
    private final String method;
    private final String certificateDigest;
    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    private final KeyInfoFactory keyInfoFactory = factory.getKeyInfoFactory();

    /**
     * Prepares the key for the provider that will use it.
     *
     * @throws SignerUnavailable if the key is of no kind that signs documents
     */
    public DocumentSigner(SigningIdentity identity, CryptoProviders providers, InstantSource clock) {
        this.identity = identity;
        this.clock = clock;
        this.provider = identity.token().orElseGet(() -> providers.forKey(identity.key()));
        try {
            this.key = identity.token().isPresent() ? identity.key() : providers.own(identity.key());
            this.certificateDigest = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256")
                            .digest(identity.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new SignerUnavailable("the key of " + identity.institution() + " cannot be used", e);
        }
        this.method = CryptoProviders.isEc(identity.key()) ? SignatureMethod.ECDSA_SHA256 : SignatureMethod.RSA_SHA256;
    }

    /** The institution in whose name this signs. */
    public SigningIdentity identity() {
        return identity;
    }

    /**
     * Appends the signature to the root. On failure the tree is as it was.
     *
     * @throws IllegalArgumentException if the document holds a signature already, or uses a namespace that it does not
     *     declare
     * @throws SignerUnavailable if the key cannot sign now
     */
    public void sign(Document dom) {
        Element root = dom.getDocumentElement();
        if (root == null || dom.getElementsByTagNameNS(Names.DS, "Signature").getLength() > 0) {
            throw new IllegalArgumentException("a document with a root and without a signature wanted");
        }
        NamespaceDeclarations.require(root);
        Node last = root.getLastChild();
        try {
            String id = UUID.randomUUID().toString();
            DOMSignContext context = new DOMSignContext(key, root);
            context.setDefaultNamespacePrefix("ds");
            context.setProperty(Names.SIGNATURE_PROVIDER, provider);
            Element properties = qualifyingProperties(dom, id);
            XMLObject object = factory.newXMLObject(List.of(new DOMStructure(properties)), null, null, null);
            factory.newXMLSignature(signedInfo(id), keyInfo(), List.of(object), signatureId(id), null)
                    .sign(context);
            withoutLineBreaks(root, "SignatureValue");
            withoutLineBreaks(root, "X509Certificate");
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException | RuntimeException e) {
            // Runtime exceptions too: a token that was taken away shows as a ProviderException.
            removeAfter(root, last);
            throw new SignerUnavailable("the key of " + identity.institution() + " did not sign: " + e.getMessage(), e);
        }
    }

    /** The JDK breaks base64 lines with CR LF, which every writer turns into a character reference. Neither place is signed. */
    private static void withoutLineBreaks(Element root, String name) {
        NodeList found = ((Element) root.getLastChild()).getElementsByTagNameNS(Names.DS, name);
        for (int i = 0; i < found.getLength(); i++) {
            Node value = found.item(i);
            value.setTextContent(value.getTextContent().replace("\r", "").replace("\n", ""));
        }
    }

    private static void removeAfter(Element root, @Nullable Node last) {
        Node added = root.getLastChild();
        while (added != null && added != last) {
            root.removeChild(added);
            added = root.getLastChild();
        }
    }

    /** New for each signature: the JDK's signature and reference objects keep state and are not safe to share. */
    private SignedInfo signedInfo(String id) throws GeneralSecurityException {
        Transform enveloped = factory.newTransform(Names.ENVELOPED, (TransformParameterSpec) null);
        Transform exclusive = factory.newTransform(Names.EXCLUSIVE, (TransformParameterSpec) null);
        Reference content =
                factory.newReference("", sha256(), List.of(enveloped, exclusive), null, contentReferenceId(id));
        Reference properties = factory.newReference(
                "#" + signedPropertiesId(id), sha256(), List.of(exclusive), Names.SIGNED_PROPERTIES_TYPE, null);
        return factory.newSignedInfo(
                factory.newCanonicalizationMethod(Names.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(method, null),
                List.of(content, properties));
    }

    private DigestMethod sha256() throws GeneralSecurityException {
        return factory.newDigestMethod(DigestMethod.SHA256, null);
    }

    private KeyInfo keyInfo() {
        X509Certificate certificate = identity.certificate();
        return keyInfoFactory.newKeyInfo(List.of(keyInfoFactory.newX509Data(List.of(certificate))));
    }

    private Element qualifyingProperties(Document dom, String id) {
        Element qualifying = dom.createElementNS(Names.XADES, "xades:QualifyingProperties");
        qualifying.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:xades", Names.XADES);
        qualifying.setAttribute("Target", "#" + signatureId(id));
        Element signed = xades(qualifying, "SignedProperties");
        signed.setAttribute("Id", signedPropertiesId(id));
        signed.setIdAttribute("Id", true);
        Element ofSignature = xades(signed, "SignedSignatureProperties");
        xades(ofSignature, "SigningTime")
                .setTextContent(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        Element digest = xades(xades(xades(ofSignature, "SigningCertificateV2"), "Cert"), "CertDigest");
        ds(digest, "DigestMethod").setAttribute("Algorithm", DigestMethod.SHA256);
        ds(digest, "DigestValue").setTextContent(certificateDigest);
        Element format = xades(xades(signed, "SignedDataObjectProperties"), "DataObjectFormat");
        format.setAttribute("ObjectReference", "#" + contentReferenceId(id));
        xades(format, "MimeType").setTextContent("application/xml");
        return qualifying;
    }

    private static Element xades(Element parent, String name) {
        return append(parent, Names.XADES, "xades:" + name);
    }

    private static Element ds(Element parent, String name) {
        return append(parent, Names.DS, "ds:" + name);
    }

    private static Element append(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    private static String signatureId(String id) {
        return "signature-" + id;
    }

    private static String contentReferenceId(String id) {
        return "content-" + id;
    }

    private static String signedPropertiesId(String id) {
        return "properties-" + id;
    }
}
