package be.kruispunt.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Compiles schemas from the class path, once each. What a schema includes is taken from beside it, never from a net. */
final class Schemas {
    private static final String DOCUMENTS = "/be/kruispunt/documents/types/";
    /** The UN/CEFACT SBDH 1.3 schema, as the ph-sbdh library ships it. */
    private static final String HEADER = "/schemas/sbdh/StandardBusinessDocumentHeader.xsd";

    private Schemas() {}

    static Schema document(String folder) {
        return compile(DOCUMENTS + folder + "/schema.xsd");
    }

    static Schema header() {
        return compile(HEADER);
    }

    static byte[] bytes(String folder) {
        try (InputStream in = open(url(DOCUMENTS + folder + "/schema.xsd"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema compile(String resource) {
        URL url = url(resource);
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try (InputStream in = open(url)) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file");
            Source source = new StreamSource(in, url.toExternalForm());
            return factory.newSchema(source);
        } catch (SAXException e) {
            throw new IllegalStateException(resource + " does not compile", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(URL url) throws IOException {
        return url.openStream();
    }

    private static URL url(String resource) {
        URL url = Schemas.class.getResource(resource);
        if (url == null) {
            throw new IllegalStateException(resource + " is missing from the class path");
        }
        return url;
    }
}
