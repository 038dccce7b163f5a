package be.kruispunt.documents.xml;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** How large a tree gets when it is written: counted, since writing it would take the memory that is to be spared. */
final class TreeSize {
    private long bytes;
    private int elements;

    void add(Element element) {
        elements++;
        bytes += 2L * element.getNodeName().length() + "<></>".length();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            bytes += attribute.getNodeName().length() + " =\"\"".length() + written(attribute.getNodeValue());
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                add(inner);
            } else {
                bytes += written(child.getNodeValue());
            }
        }
    }

    private static long written(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            bytes += switch (character) {
                case '<', '>' -> "&lt;".length();
                case '&', '\r' -> "&amp;".length();
                default -> character < 0x80 ? 1 : character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
            };
        }
        return bytes;
    }

    long bytes() {
        return bytes;
    }

    int elements() {
        return elements;
    }
}
