package be.kruispunt.hub.bench;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.message.DocumentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.crypto.Data;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dom.DOMCryptoContext;
import javax.xml.crypto.dom.DOMURIReference;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What cannot be left out of a message's XML, done by the libraries alone: nothing here is the hub's. */
final class XmlBlocks {
    private static final String SCHEMAS = "/be/kruispunt/documents/types/%s/schema.xsd";

    private static final String REFERENCE = "URI";

    private final Specimens specimens;
    private final XMLInputFactory parsers = XMLInputFactory.newFactory();
    private final Schema received;
    private final Schema delivered;

    XmlBlocks(Specimens specimens) throws SAXException {
        this.specimens = specimens;
        this.received = schema(specimens.form());
        this.delivered = schema(specimens.becomes());
    }

    private static Schema schema(DocumentType type) throws SAXException {
        String folder = type.code().toLowerCase(Locale.ROOT) + "/" + type.version();
        URL url = Objects.requireNonNull(DocumentCatalogue.class.getResource(SCHEMAS.formatted(folder)), folder);
        return SchemaFactory.newDefaultInstance().newSchema(url);
    }

    /** The events of what came in, each looked at. */
    Stopwatch.Turn parse() {
        return () -> {
            XMLStreamReader reader = parsers.createXMLStreamReader(new ByteArrayInputStream(specimens.received()));
            int length = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                length += event == XMLStreamReader.CHARACTERS ? reader.getTextLength() : event;
            }
            reader.close();
            requireMore(length);
        };
    }

    /** One exclusive canonical form and its digest, of each of the three. */
    Stopwatch.Turn canonicalise() throws Exception {
        List<Document> trees =
                List.of(tree(specimens.received()), tree(specimens.delivered()), tree(specimens.answer()));
        // A reference to the whole document stands in an attribute of it.
        trees.forEach(tree -> tree.getDocumentElement().setAttributeNS(null, REFERENCE, ""));
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        Transform exclusive = factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return () -> {
            for (Document tree : trees) {
                var context = new DOMCryptoContext() {};
                Data nodes = factory.getURIDereferencer().dereference(new WholeDocument(tree), context);
                var bytes = (OctetStreamData) exclusive.transform(nodes, context);
                requireMore(digest.digest(bytes.getOctetStream().readAllBytes()).length);
            }
        };
    }

    private record WholeDocument(Document tree) implements DOMURIReference {
        @Override
        public String getURI() {
            return "";
        }

        @Override
        public String getType() {
            return "";
        }

        @Override
        public Node getHere() {
            return tree.getDocumentElement().getAttributeNodeNS(null, REFERENCE);
        }
    }

    /** Against the compiled schema, the form that came in and the one that goes out. */
    Stopwatch.Turn validate() throws Exception {
        var in = new DOMSource(payload(specimens.received()));
        var out = new DOMSource(payload(specimens.delivered()));
        Validator ofIn = received.newValidator();
        Validator ofOut = delivered.newValidator();
        return () -> {
            ofIn.validate(in);
            ofOut.validate(out);
        };
    }

    private static Element payload(byte[] message) throws Exception {
        NodeList children = tree(message).getDocumentElement().getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .skip(1) // the header
                .findFirst()
                .orElseThrow();
    }

    private static Document tree(byte[] message) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(message));
    }

    /** Used, so that nothing is optimised away. */
    private static void requireMore(int length) {
        if (length <= 0) {
            throw new IllegalStateException("nothing was read");
        }
    }
}
