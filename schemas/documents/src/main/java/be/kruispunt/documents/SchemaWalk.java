package be.kruispunt.documents;

import be.kruispunt.documents.rules.Findings;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import javax.xml.XMLConstants;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Tells a tree to a schema validator, and turns the validator's messages into findings: without the values that it
 * repeats. What a value of no schema is ever as long as, the validator is not told: its patterns work with the square of
 * the length.
 */
final class SchemaWalk implements ErrorHandler {
    /** In characters; twice what the longest text has that a schema of ours takes (b:Text in blocks-1.0.xsd). */
    static final int LONGEST = 2_000;

    /** Of an attribute in which an answer lists lines or boxes: more than any form has. */
    static final int LONGEST_LIST = 100_000;

    /** What a name takes in the validator's table beside its characters. */
    private static final int ENTRY = 16;

    private final ValidatorHandler validator;
    private final int longestAttribute;
    private final Findings findings;
    private final BiFunction<SchemaMessage, Element, Finding> finding;
    private @Nullable Element place;
    private @Nullable Element lastPlace;
    private @Nullable Element tooLong;
    private long names;

    SchemaWalk(
            ValidatorHandler validator,
            int longestAttribute,
            Findings findings,
            BiFunction<SchemaMessage, Element, Finding> finding) {
        this.validator = validator;
        this.longestAttribute = longestAttribute;
        this.findings = findings;
        this.finding = finding;
    }

    /** Whether it came to the end: it stops where nothing that is still to be found would be told. */
    boolean through(Element top) {
        try {
            validator.startDocument();
            declareAbove(top.getParentNode());
            tell(top);
            validator.endDocument();
            return true;
        } catch (Enough e) {
            return false;
        } catch (SAXException e) {
            throw new IllegalStateException("the validator gave up", e);
        }
    }

    /** What the names weigh that the validator was told, in characters. */
    long names() {
        return names;
    }

    private void meet(String name) {
        names += ENTRY + name.length();
    }

    private void declareAbove(@Nullable Node node) throws SAXException {
        if (node instanceof Element above) {
            declareAbove(above.getParentNode());
            attributes(above);
        }
    }

    private void tell(Element element) throws SAXException {
        place = element;
        String namespace = text(element.getNamespaceURI());
        String name = Elements.name(element);
        String qualified = element.getNodeName();
        meet(namespace);
        meet(qualified);
        validator.startElement(namespace, name, qualified, attributes(element));
        content(element);
        place = element;
        validator.endElement(namespace, name, qualified);
    }

    private void content(Element element) throws SAXException {
        boolean leaf = Elements.isLeaf(element);
        int told = 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                tell(inner);
                place = element;
            } else if (leaf || !isSpace(child.getNodeValue())) {
                String text = child.getNodeValue();
                told += characters(text);
                if (told > LONGEST) {
                    refuseLong(element);
                } else {
                    validator.characters(text.toCharArray(), 0, text.length());
                }
            }
        }
    }

    /** The attributes, without the namespace declarations, which are told by themselves. */
    private AttributesImpl attributes(Element element) throws SAXException {
        var told = new AttributesImpl();
        for (Attr attribute : Elements.attributes(element)) {
            String namespace = text(attribute.getNamespaceURI());
            String name = text(attribute.getLocalName());
            meet(attribute.getNodeName());
            if (namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)) {
                meet(attribute.getValue());
                validator.startPrefixMapping(
                        name.equals(XMLConstants.XMLNS_ATTRIBUTE) ? "" : name, attribute.getValue());
            } else if (characters(attribute.getValue()) > longestAttribute) {
                refuseLong(element);
            } else {
                told.addAttribute(namespace, name, attribute.getNodeName(), "CDATA", attribute.getValue());
            }
        }
        return told;
    }

    private void refuseLong(Element element) throws Enough {
        if (tooLong != element) {
            tooLong = element;
            add(SchemaMessage.tooLong(LONGEST), element);
        }
    }

    private void add(SchemaMessage message, Element at) throws Enough {
        lastPlace = at;
        findings.add(Severity.ERROR, () -> finding.apply(message, at));
        if (findings.areSettled(Severity.ERROR)) {
            throw new Enough();
        }
    }

    private static boolean isSpace(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public void warning(SAXParseException e) {
        // Warnings of the validator are about the schema, which was compiled long ago.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        Element at = place;
        if (at != null && at != tooLong) {
            String said = String.valueOf(e.getMessage());
            if (isShortEnough(at, SchemaMessage.maxLength(said))) {
                lastPlace = at;
                return;
            }
            SchemaMessage message = SchemaMessage.of(said, at);
            if (!message.isConsequence() || at != lastPlace) {
                add(message, at);
            }
        }
    }

    /** XML Schema counts characters (part 2, 4.3.3); the validator counts two for those beyond the first plane. */
    private static boolean isShortEnough(Element at, OptionalInt most) {
        if (most.isEmpty()) {
            return false;
        }
        return characters(at.getTextContent()) <= most.getAsInt();
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
        error(e);
    }

    /** That the rest need not be looked at. */
    private static final class Enough extends SAXException {
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
