package be.kruispunt.documents.folder;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Whether a schema is XML at all: looked at before it is read, since who reads it prints what is wrong on standard error. */
final class WellFormed {
    private WellFormed() {}

    /**
     * Parses it, and keeps nothing.
     *
     * @throws FolderRefused with the line, when it is none
     */
    static void require(byte[] schema, String name) {
        try {
            SAXParserFactory.newDefaultNSInstance()
                    .newSAXParser()
                    .parse(new ByteArrayInputStream(schema), new Silent());
        } catch (SAXParseException e) {
            throw FolderRefused.of(
                    name, "no XML, line " + e.getLineNumber() + ": " + e.getMessage(), "correct the schema");
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw FolderRefused.of(name, "no XML: " + e.getMessage(), "correct the schema");
        }
    }

    /** Throws what is fatal, as its parent does, and fetches nothing. */
    private static final class Silent extends DefaultHandler {
        @Override
        public InputSource resolveEntity(String publicId, String systemId) {
            return new InputSource(new StringReader(""));
        }
    }
}
