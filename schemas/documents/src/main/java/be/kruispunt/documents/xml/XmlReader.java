package be.kruispunt.documents.xml;

import static be.kruispunt.model.outcome.RefusalCode.MALFORMED;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE;

import com.ctc.wstx.api.ReaderConfig;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.io.ReaderBootstrapper;
import com.ctc.wstx.io.SystemId;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.util.SymbolTable;
import java.io.CharArrayReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;

/**
 * Reads bytes that a stranger wrote into a DOM: UTF-8 only, within limits, no DOCTYPE, no entities but the five of XML
 * itself, no processing instructions. Everything costly is made once; one reader serves all threads.
 *
 * <p>Comments are left out of the DOM. Exclusive canonicalisation does not cover them, so a comment can be put into a
 * signed document without breaking the signature, and a comment inside a value would split it in two. What is read is
 * therefore exactly what was signed.
 */
public final class XmlReader {
    private static final SystemId NO_FILE = SystemId.construct((String) null);

    private final WstxInputFactory factory = new Forgetful();
    private final DOMImplementation dom = domImplementation();
    private final Limits limits;

    public XmlReader(Limits limits) {
        this.limits = limits;
        factory.setProperty(XMLInputFactory2.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory2.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory2.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory2.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
        // Read lazily, a fault in a text comes as an unchecked exception, when the text is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        // It would take blanks out of what was signed, and of what nobody signed.
        factory.setProperty(XMLInputFactory2.XSP_SUPPORT_XMLID, XMLInputFactory2.XSP_V_XMLID_NONE);
        // Names of strangers must not fill a table that lives as long as the process; see also Forgetful.
        factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
        factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
        // The builder applies the limits and says which; these only keep the parser from building more than that.
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 1_000);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth() + 10);
    }

    /**
     * The DOM of these bytes, with the line of every element ({@link Elements#line}).
     *
     * @throws Unreadable when they are not such a document
     */
    public Document read(byte[] xml) throws Unreadable {
        Document document = emptyDocument();
        readInto(document, xml);
        return document;
    }

    /**
     * A document without content, of the same DOM as what is read. It takes names and places as they are told: those of a
     * parser, of a schema or of the code are right, and need not be checked again at every node.
     */
    public Document emptyDocument() {
        Document document = dom.createDocument(null, null, null);
        document.setStrictErrorChecking(false);
        return document;
    }

    /**
     * Reads into an empty document. On failure the document holds what was read until then.
     *
     * @throws Unreadable when the bytes are not such a document
     */
    public void readInto(Document document, byte[] xml) throws Unreadable {
        if (xml.length > limits.bytes()) {
            throw new Unreadable(TOO_LARGE, 0, xml.length + " bytes; the limit is " + limits.bytes());
        }
        CharBuffer text = decode(xml);
        var input = new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining());
        try {
            ReaderConfig config = factory.createPrivateConfig();
            XMLStreamReader2 reader = factory.createSR(
                    config, NO_FILE, ReaderBootstrapper.getInstance(null, NO_FILE, input, null), false, false);
            try {
                refuseOtherEncoding(reader);
                new DomBuilder(reader, config.getSymbols(), document, limits).build();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw new Unreadable(MALFORMED, line, "not well-formed XML" + column(e));
        }
    }

    private static String column(XMLStreamException e) {
        return e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNumber();
    }

    private static void refuseOtherEncoding(XMLStreamReader2 reader) throws Unreadable {
        String declared = reader.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw new Unreadable(MALFORMED, 1, "the encoding is declared other than UTF-8");
        }
        String version = reader.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw new Unreadable(MALFORMED, 1, "XML 1.0 wanted: canonicalisation is defined for it alone");
        }
    }

    private static CharBuffer decode(byte[] xml) throws Unreadable {
        if (xml.length > 2 && xml[0] == (byte) 0xEF && xml[1] == (byte) 0xBB && xml[2] == (byte) 0xBF) {
            throw new Unreadable(MALFORMED, 1, "a byte order mark; UTF-8 needs none");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(xml));
        } catch (CharacterCodingException e) {
            // The cause says only how many bytes were wrong.
            throw new Unreadable(MALFORMED, 0, "the bytes are not UTF-8");
        }
    }

    private static DOMImplementation domImplementation() {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform's own DOM is always there", e);
        }
    }

    /**
     * Forgets the names of a message with the message. The factory itself would keep them in a table that all its readers
     * start from: bounded in the number of names, and not in their length.
     */
    private static final class Forgetful extends WstxInputFactory {
        @Override
        public ReaderConfig createPrivateConfig() {
            ReaderConfig config = super.createPrivateConfig();
            config.getSymbols().setInternStrings(false);
            return config;
        }

        @Override
        public synchronized void updateSymbolTable(SymbolTable names) {
            // They end with the reader that met them.
        }
    }
}
