package be.kruispunt.documents.xml;

import static be.kruispunt.model.outcome.RefusalCode.DOCTYPE_FORBIDDEN;
import static be.kruispunt.model.outcome.RefusalCode.MALFORMED;
import static be.kruispunt.model.outcome.RefusalCode.TOO_DEEP;

import be.kruispunt.model.outcome.RefusalCode;
import com.ctc.wstx.util.SymbolTable;
import java.util.IdentityHashMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One pass from StAX events to a DOM on which canonicalisation, validation and unmarshalling all work: namespace
 * declarations are attributes, adjacent text is one node, whitespace is kept.
 */
final class DomBuilder {
    private final XMLStreamReader2 reader;
    private final Document document;
    private final Limits limits;
    private final SymbolTable names;
    private final int namesAtFirst;
    private String text = "";
    /** The text, where it comes in parts. */
    private final StringBuilder joined = new StringBuilder(0);

    private final IdentityHashMap<Element, Integer> lines = new IdentityHashMap<>(512);
    private int elements;

    /** {@code names}: those that the parser has met. */
    DomBuilder(XMLStreamReader2 reader, SymbolTable names, Document document, Limits limits) {
        this.reader = reader;
        this.names = names;
        this.namesAtFirst = names.size();
        this.document = document;
        Elements.setLines(document, lines);
        this.limits = limits;
    }

    void build() throws XMLStreamException, Unreadable {
        Node parent = document;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    endText(parent);
                    refuseMore(++depth, limits.depth(), "levels");
                    parent = parent.appendChild(named());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    endText(parent);
                    depth--;
                    parent = parentOf(parent);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(reader.getText(), depth);
                case XMLStreamConstants.DTD -> refuseIf(true, DOCTYPE_FORBIDDEN, "remove the DOCTYPE");
                case XMLStreamConstants.ENTITY_REFERENCE -> refuseIf(true, MALFORMED, "an undeclared entity");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    refuseIf(true, MALFORMED, "a processing instruction; remove it");
                default -> {
                    // Comments are left out (see XmlReader); the end of the document needs nothing.
                }
            }
        }
    }

    private static Node parentOf(Node node) {
        Node parent = node.getParentNode();
        return parent == null ? node : parent;
    }

    /** The names that parser and DOM allow are not quite the same: those of XML 1.0's fifth and fourth edition. */
    private Element named() throws XMLStreamException, Unreadable {
        try {
            return element();
        } catch (DOMException e) {
            // Its message may hold the name.
            throw new Unreadable(MALFORMED, reader.getLocation().getLineNumber(), "a name that XML forbids");
        }
    }

    private Element element() throws XMLStreamException, Unreadable {
        refuseMore(++elements, limits.elements(), "elements");
        // The parser's table of names gets slow where they are many and chosen to collide.
        refuseMore(names.size() - namesAtFirst, limits.names(), "different names");
        refuseMore(reader.getAttributeCount() + reader.getNamespaceCount(), limits.attributes(), "attributes");
        Element element = document.createElementNS(
                namespace(reader.getNamespaceURI()), qualified(reader.getPrefix(), reader.getLocalName()));
        lines.put(element, reader.getLocationInfo().getStartLocation().getLineNumber());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String name = prefix == null || prefix.isEmpty() ? "xmlns" : qualified("xmlns", prefix);
            String uri = reader.getNamespaceURI(i);
            refuseLongName(uri == null ? "" : uri);
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String value = reader.getAttributeValue(i);
            refuseLongText(value.length());
            refuseNoncharacters(value);
            element.setAttributeNS(
                    namespace(reader.getAttributeNamespace(i)),
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    value);
        }
        return element;
    }

    /** Text that a comment or CDATA section split becomes one node again: one value, one node. */
    private void append(String part, int depth) throws Unreadable {
        if (depth == 0) {
            return;
        }
        refuseNoncharacters(part);
        if (text.isEmpty()) {
            refuseLongText(part.length());
            text = part;
        } else {
            joined.append(joined.isEmpty() ? text : "").append(part);
            refuseLongText(joined.length());
        }
    }

    private void endText(Node parent) {
        if (!text.isEmpty()) {
            parent.appendChild(document.createTextNode(joined.isEmpty() ? text : joined.toString()));
            text = "";
            joined.setLength(0);
        }
    }

    private String qualified(@Nullable String prefix, String name) throws Unreadable {
        String qualified = prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
        refuseLongName(qualified);
        return qualified;
    }

    private static @Nullable String namespace(@Nullable String uri) {
        return uri == null || uri.isEmpty() ? null : uri;
    }

    private void refuseLongName(String name) throws Unreadable {
        refuseMore(name.length(), limits.nameLength(), "characters in a name");
    }

    /** The two noncharacters that XML leaves out and the parser lets pass: others could not read what we write. */
    private void refuseNoncharacters(String text) throws Unreadable {
        refuseIf(text.indexOf('\uFFFE') >= 0 || text.indexOf('\uFFFF') >= 0, MALFORMED, "a character that XML forbids");
    }

    private void refuseLongText(int length) throws Unreadable {
        refuseMore(length, limits.textLength(), "characters in a text");
    }

    /** Asked for every node, so the words are made only when they are said. */
    private void refuseMore(int found, int limit, String what) throws Unreadable {
        if (found > limit) {
            refuseIf(true, TOO_DEEP, "more than " + limit + " " + what);
        }
    }

    private void refuseIf(boolean refused, RefusalCode code, String detail) throws Unreadable {
        if (refused) {
            throw new Unreadable(code, reader.getLocation().getLineNumber(), detail);
        }
    }
}
