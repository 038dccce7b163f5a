package be.kruispunt.documents.xml;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** How large a tree gets when it is written: text by text, since the whole would take the memory that is to be spared. */
final class TreeSize {
    private final StringBuilder text = new StringBuilder();
    private long bytes;
    private int elements;
    private int mostAttributes;

    void add(Element element) {
        elements++;
        bytes += 2L * element.getNodeName().length() + "<></>".length();
        NamedNodeMap attributes = element.getAttributes();
        mostAttributes = Math.max(mostAttributes, attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            bytes += attribute.getNodeName().length() + " =".length();
            XmlWriter.value(attribute.getNodeValue(), text);
            count();
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                add(inner);
            } else {
                XmlWriter.text(child.getNodeValue(), text);
                count();
            }
        }
    }

    private void count() {
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
