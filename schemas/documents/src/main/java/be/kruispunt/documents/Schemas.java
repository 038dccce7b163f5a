package be.kruispunt.documents;

import be.kruispunt.documents.folder.DocumentFolder;
import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.documents.folder.SchemaFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Compiles schemas. What a document's imports is taken from its shelf, what the header's does from beside it, never from a net. */
final class Schemas {
    /** The UN/CEFACT SBDH 1.3 schema, as the ph-sbdh library ships it. */
    private static final String HEADER = "/schemas/sbdh/StandardBusinessDocumentHeader.xsd";

    private Schemas() {}

    static Schema document(DocumentFolder folder) {
        try {
            SchemaFactory factory = factory(SchemaFiles.SCHEME);
            factory.setResourceResolver(folder.files());
            InputSource source = folder.files().open(folder.schema());
            return factory.newSchema(new StreamSource(source.getByteStream(), source.getSystemId()));
        } catch (SAXException e) {
            throw FolderRefused.of(folder.schema(), "the schema does not compile: " + e.getMessage(), "correct it");
        }
    }

    static Schema header() {
        URL url = Objects.requireNonNull(Schemas.class.getResource(HEADER), HEADER);
        try (InputStream in = url.openStream()) {
            return factory("file,jar:file").newSchema(new StreamSource(in, url.toExternalForm()));
        } catch (SAXException e) {
            throw new IllegalStateException(HEADER + " does not compile", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaFactory factory(String schemes) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, schemes);
        return factory;
    }
}
