package be.kruispunt.documents;

import static be.kruispunt.model.outcome.RefusalCode.HEADER_INVALID;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_DOCUMENT;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.model.message.Header;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads a message: a Standard Business Document with its header, one document that the catalogue knows, and at most a
 * signature as the last child of the root. The bytes are parsed once. One reader serves all threads.
 */
public final class MessageReader {
    private final XmlReader xml;
    private final HeaderReader headers = new HeaderReader();
    private final DocumentCatalogue catalogue;

    public MessageReader(DocumentCatalogue catalogue, Limits limits) {
        this.catalogue = catalogue;
        this.xml = new XmlReader(limits);
    }

    /**
     * Reads the bytes of one message.
     *
     * @throws Unreadable when they are not one; it carries the sender's identifier if that could be read
     */
    public IncomingDocument read(byte[] message) throws Unreadable {
        Document dom = xml.emptyDocument();
        try {
            xml.readInto(dom, message);
            return incoming(dom);
        } catch (Unreadable e) {
            Element root = dom.getDocumentElement();
            throw root == null ? e : e.withInstance(HeaderReader.instance(root));
        }
    }

    private IncomingDocument incoming(Document dom) throws Unreadable {
        Element root = dom.getDocumentElement();
        if (!is(root, Sbdh.NAMESPACE, Sbdh.DOCUMENT)) {
            throw new Unreadable(
                    HEADER_INVALID,
                    Elements.line(root),
                    NamespaceHint.of(root, Sbdh.DOCUMENT, Sbdh.NAMESPACE, headers::english)
                            .orElse("the root is no StandardBusinessDocument"));
        }
        List<Element> children = Elements.children(root);
        if (children.isEmpty() || !is(children.getFirst(), Sbdh.NAMESPACE, Sbdh.HEADER)) {
            throw new Unreadable(
                    HEADER_INVALID,
                    Elements.line(root),
                    children.stream()
                            .findFirst()
                            .flatMap(first -> NamespaceHint.of(first, Sbdh.HEADER, Sbdh.NAMESPACE, headers::english))
                            .orElse("the header is missing"));
        }
        Header header = headers.read(children.getFirst());
        return new IncomingDocument(header, dom, payload(header, root, children));
    }

    private Element payload(Header header, Element root, List<Element> children) throws Unreadable {
        Element payload = children.size() > 1 ? children.get(1) : null;
        Element signature = children.size() > 2 ? children.get(2) : null;
        if (payload == null || isSignature(payload)) {
            throw new Unreadable(HEADER_INVALID, Elements.line(root), "the document after the header is missing");
        }
        if (children.size() > 3 || (signature != null && !isSignature(signature))) {
            throw new Unreadable(
                    HEADER_INVALID, Elements.line(children.get(2)), "after the document only a signature may stand");
        }
        DocumentDefinition definition = catalogue
                .find(header.type())
                .orElseThrow(() -> new Unreadable(
                        UNKNOWN_DOCUMENT, Elements.line(payload), "there is no document type " + header.type()));
        if (!is(payload, definition.root().getNamespaceURI(), definition.root().getLocalPart())) {
            QName wanted = definition.root();
            throw new Unreadable(
                    HEADER_INVALID,
                    Elements.line(payload),
                    NamespaceHint.of(payload, wanted.getLocalPart(), wanted.getNamespaceURI(), headers::english)
                            .orElse("the document is no " + header.type()));
        }
        String standard = Elements.child(children.getFirst(), "DocumentIdentification")
                .map(identification -> Elements.text(identification, "Standard"))
                .orElse("");
        if (!standard.equals(definition.root().getNamespaceURI())) {
            throw new Unreadable(
                    HEADER_INVALID,
                    Elements.line(children.getFirst()),
                    "Standard: " + definition.root().getNamespaceURI() + " wanted");
        }
        return payload;
    }

    private static boolean isSignature(Element element) {
        return is(element, Sbdh.SIGNATURE_NAMESPACE, "Signature");
    }

    private static boolean is(@Nullable Element element, String namespace, String name) {
        return element != null && namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }
}
