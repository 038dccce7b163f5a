package be.kruispunt.documents;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.documents.xml.XmlWriter;
import be.kruispunt.model.message.Header;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes messages: header and document in one Standard Business Document, not signed yet. Serves all threads. */
public final class MessageWriter {
    private static final String XMLNS = XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

    private final DocumentCatalogue catalogue;
    private final XmlReader xml = new XmlReader(Limits.STANDARD);

    public MessageWriter(DocumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The message with what these classes hold. */
    <T> Document write(Header header, Binding<T> classes, T content) {
        Document message = envelope(header);
        DocumentFragment payload = message.createDocumentFragment();
        classes.write(content, payload);
        message.getDocumentElement().appendChild(payload);
        return message;
    }

    /** The message with this document as it is. The element itself is not changed. */
    public Document write(Header header, Element payload) {
        Document message = envelope(header);
        Element copy = (Element) message.importNode(payload, true);
        message.getDocumentElement().appendChild(copy);
        keepNamespaces(payload, copy);
        return message;
    }

    /** The message with this document itself, which leaves the tree that it stands in: for what was written to be sent. */
    public Document enclose(Header header, Element payload) {
        Document message = envelope(header);
        message.getDocumentElement().appendChild(message.adoptNode(payload));
        return message;
    }

    private Document envelope(Header header) {
        Document message = xml.emptyDocument();
        Element root = HeaderWriter.root(message);
        HeaderWriter.append(root, header, catalogue.get(header.type()).root().getNamespaceURI());
        return message;
    }

    /** Declarations that stood above the document go with it, where the new message does not make them anyway. */
    private static void keepNamespaces(Element from, Element copy) {
        for (Node node = from.getParentNode(); node instanceof Element above; node = node.getParentNode()) {
            for (Attr attribute : Elements.attributes(above)) {
                if (XMLNS.equals(attribute.getNamespaceURI())
                        && !copy.hasAttribute(attribute.getName())
                        && !attribute.getValue().equals(Sbdh.NAMESPACE)) {
                    copy.setAttributeNS(XMLNS, attribute.getName(), attribute.getValue());
                }
            }
        }
    }

    /** The bytes of a message, in UTF-8, with this text of a signature as its last element. */
    public byte[] serialise(Document message, String signature) {
        return XmlWriter.bytes(message, signature);
    }

    /** The bytes of a message, in UTF-8; a signature in it stays valid. */
    public byte[] serialise(Document message) {
        return XmlWriter.bytes(message);
    }
}
