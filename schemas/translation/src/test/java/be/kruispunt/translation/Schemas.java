package be.kruispunt.translation;

import be.kruispunt.documents.jaxb.u002.U002;
import be.kruispunt.documents.jaxb.u1.U1;
import be.kruispunt.model.message.DocumentType;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The two documents' schemas and JAXB context, for tests. */
final class Schemas {
    static final DocumentType U1_TYPE = DocumentType.of("U1", "1.0");
    static final DocumentType U002_TYPE = DocumentType.of("U002", "4.2");

    private static final JAXBContext CONTEXT = context();
    private static final Schema U1_SCHEMA = schema("u1/1.0");
    private static final Schema U002_SCHEMA = schema("u002/4.2");

    private Schemas() {}

    static URL resource(String folder) {
        return Objects.requireNonNull(U1.class.getResource("/be/kruispunt/documents/types/" + folder + "/schema.xsd"),
                folder);
    }

    static Document marshal(Object root) {
        try {
            DOMResult result = new DOMResult();
            CONTEXT.createMarshaller().marshal(root, result);
            return (Document) Objects.requireNonNull(result.getNode());
        } catch (JAXBException e) {
            throw new AssertionError(e);
        }
    }

    static <T> T unmarshal(Document document, Class<T> type) {
        try {
            return CONTEXT.createUnmarshaller().unmarshal(document, type).getValue();
        } catch (JAXBException e) {
            throw new AssertionError(e);
        }
    }

    /** Passes if the document follows its schema. */
    static void validate(Document document) {
        Schema schema = "U1".equals(document.getDocumentElement().getLocalName()) ? U1_SCHEMA : U002_SCHEMA;
        try {
            schema.newValidator().validate(new DOMSource(document));
        } catch (SAXException | IOException e) {
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

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(List.of(U1.class, U002.class).toArray(Class<?>[]::new));
        } catch (JAXBException e) {
            throw new AssertionError(e);
        }
    }

    private static Schema schema(String folder) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(resource(folder));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }
}
