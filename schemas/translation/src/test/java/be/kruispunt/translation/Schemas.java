package be.kruispunt.translation;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.GivenDocument;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.DocumentType;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The schemas of the types, read without the project's own reader. */
final class Schemas {
    private static final Map<DocumentType, Schema> COMPILED = new ConcurrentHashMap<>();

    private Schemas() {}

    /** {@code U002/4.2}. */
    static DocumentType type(String name) {
        String[] parts = name.split("/", -1);
        return DocumentType.of(parts[0], parts[1]);
    }

    static URL resource(DocumentType type) {
        String file = "types/" + type.code().toLowerCase(Locale.ROOT) + "/" + type.version() + "/schema.xsd";
        return Objects.requireNonNull(DocumentCatalogue.class.getResource(file), file);
    }

    /** A document that was not validated, for what only reads its tree. */
    static ReadDocument document(DocumentType type, Element root) {
        return GivenDocument.read(type, root, new DocumentFacts(type.code(), List.of(), Map.of(), Map.of()));
    }

    /** A document in which nothing is read. */
    static ReadDocument empty(DocumentType type) {
        return document(type, parse("<" + type.code() + "/>").getDocumentElement());
    }

    /** What the platform's validator says against a document; empty where it follows its schema. */
    static String problem(DocumentType type, Element root) {
        try {
            COMPILED.computeIfAbsent(type, Schemas::compile).newValidator().validate(new DOMSource(root));
            return "";
        } catch (SAXException e) {
            return String.valueOf(e.getMessage());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Schema compile(DocumentType type) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(resource(type));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }

    static Document parse(URL url) {
        return parse(new InputSource(url.toString()));
    }

    static Document parse(String xml) {
        return parse(new InputSource(new StringReader(xml)));
    }

    private static Document parse(InputSource source) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(source);
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
