package be.kruispunt.documents.xml;

import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * How large a tree gets when it is written: text by text, since the whole would take the memory that is to be spared. At most
 * that large it gets by its number of characters, which is soon counted and nearly always enough to know.
 */
final class TreeSize {
    /** The longest way in which a character is written: as a reference. */
    private static final int LONGEST = "&quot;".length();

    private final StringBuilder text = new StringBuilder();

    private final boolean exact;
    private long bytes;
    private int elements;
    private int mostAttributes;

    private TreeSize(boolean exact) {
        this.exact = exact;
    }

    static TreeSize of(Element tree) {
        var size = new TreeSize(true);
        size.add(tree);
        return size;
    }

    static TreeSize atMost(Element tree) {
        var size = new TreeSize(false);
        size.add(tree);
        return size;
    }

    private void add(Element element) {
        elements++;
        bytes += 2L * name(element) + "<></>".length();
        List<Attr> attributes = Elements.attributes(element);
        mostAttributes = Math.max(mostAttributes, attributes.size());
        for (Attr attribute : attributes) {
            bytes += name(attribute) + " =".length();
            add(attribute.getNodeValue(), true);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                add(inner);
            } else {
                add(child.getNodeValue(), false);
            }
        }
    }

    private long name(Node node) {
        return (exact ? 1L : LONGEST) * node.getNodeName().length();
    }

    private void add(String value, boolean attribute) {
        if (!exact) {
            bytes += LONGEST * (value.length() + 2L); // an attribute's quotes
            return;
        }
        if (attribute) {
            XmlWriter.value(value, text);
        } else {
            XmlWriter.text(value, text);
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            bytes += character < 0x80 ? 1 : character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
        }
        text.setLength(0);
    }

    long bytes() {
        return bytes;
    }

    int elements() {
        return elements;
    }

    /** Of the element that has most. */
    int mostAttributes() {
        return mostAttributes;
    }
}
