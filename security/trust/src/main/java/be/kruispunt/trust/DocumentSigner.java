package be.kruispunt.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Signs whole documents: XAdES-BASELINE-B, enveloped, as the last child of the root (ETSI EN 319 132-1).
 *
 * <p>The tree must carry its namespace declarations as attributes, as a parser makes them: a tree without them has
 * another canonical form once it is written and read. Any number of threads may sign, each its own document.
 */
public final class DocumentSigner {
    private static final byte[] DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(UTF_8);

    /** A quarter of what readers take. */
    private static final int LONGEST = 512 << 10;

    private final SigningIdentity identity;
    private final InstantSource clock;
    private final Provider provider;
    private final PrivateKey key;
    private final boolean ec;
    private final SignatureText text;

    /**
     * Prepares the key for the provider that will use it.
     *
     * @throws SignerUnavailable if the key is of no kind that signs documents
     */
    public DocumentSigner(SigningIdentity identity, CryptoProviders providers, InstantSource clock) {
        this.identity = identity;
        this.clock = clock;
        this.provider = identity.token().orElseGet(() -> providers.forKey(identity.key()));
        this.ec = CryptoProviders.isEc(identity.key());
        try {
            this.key = identity.token().isPresent() ? identity.key() : providers.own(identity.key());
            this.text = new SignatureText(
                    ec ? SignatureMethod.ECDSA_SHA256 : SignatureMethod.RSA_SHA256, identity.certificate());
        } catch (GeneralSecurityException e) {
            throw new SignerUnavailable("the key of " + identity.institution() + " cannot be used", e);
        }
    }

    /** The institution in whose name this signs. */
    public SigningIdentity identity() {
        return identity;
    }

    /**
     * The bytes of this tree, in UTF-8, with its signature as the last child of the root. The tree itself is not changed. Where
     * the form that is signed says all that the tree says, it is what is written, and the tree is gone through once; else the
     * writer is asked.
     *
     * @param writer writes the tree with this text of a signature as the last child of its root
     * @throws IllegalArgumentException if the document holds a signature already, or uses a namespace that it does not
     *     declare
     * @throws SignerUnavailable if the key cannot sign now
     */
    public byte[] signed(Document dom, Function<String, byte[]> writer) {
        CanonicalForm.Written form = form(dom);
        byte[] content = form.text().getBytes(UTF_8);
        String signature = signature(content);
        // The canonical form of a text can be longer than it came in, and must not be longer than its reader takes.
        if (!form.whole() || content.length > LONGEST) {
            return writer.apply(signature);
        }
        byte[] added = signature.getBytes(UTF_8);
        byte[] end = ("</" + dom.getDocumentElement().getTagName() + ">").getBytes(UTF_8);
        return ByteBuffer.allocate(DECLARATION.length + content.length + added.length)
                .put(DECLARATION)
                .put(content, 0, content.length - end.length)
                .put(added)
                .put(end)
                .array();
    }

    /**
     * Appends the signature to the root. On failure the tree is as it was.
     *
     * @throws IllegalArgumentException as {@link #signed}
     * @throws SignerUnavailable as {@link #signed}
     */
    public void sign(Document dom) {
        String signature = signature(form(dom).text().getBytes(UTF_8));
        try {
            Element element = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(signature)))
                    .getDocumentElement();
            dom.getDocumentElement().appendChild(dom.importNode(element, true));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("the platform's own parser reads what is written here", e);
        }
    }

    private static CanonicalForm.Written form(Document dom) {
        if (dom.getDocumentElement() == null) {
            throw new IllegalArgumentException("a document with a root wanted");
        }
        return CanonicalForm.of(dom);
    }

    private String signature(byte[] content) {
        SignatureText.Unsigned unsigned = text.of(content, UUID.randomUUID(), clock.instant());
        return text.signed(unsigned, value(unsigned.signedInfo().getBytes(UTF_8)));
    }

    private byte[] value(byte[] signedInfo) {
        try {
            Signature signature = Signature.getInstance(ec ? "SHA256withECDSA" : "SHA256withRSA", provider);
            signature.initSign(key);
            signature.update(signedInfo);
            byte[] value = signature.sign();
            return ec ? PlainEcdsa.ofDer(value, identity.certificate().getPublicKey()) : value;
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // Runtime exceptions too: a token that was taken away shows as a ProviderException.
            throw new SignerUnavailable("the key of " + identity.institution() + " did not sign: " + e.getMessage(), e);
        }
    }
}
