package be.kruispunt.documents.xml;

import java.nio.charset.StandardCharsets;
import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Writes a DOM as UTF-8, nothing added and nothing moved, so that an enveloped signature stays valid: line ends and
 * tabs are escaped where a reader would normalise them. Namespace declarations must stand in the DOM as attributes, as
 * {@link XmlReader} and JAXB put them there.
 */
public final class XmlWriter {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private XmlWriter() {}

    /** The bytes of this document; the same DOM always gives the same bytes. */
    public static byte[] bytes(Document document) {
        var out = new StringBuilder(8_192).append(DECLARATION);
        write(document.getDocumentElement(), out);
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Element element, StringBuilder out) {
        out.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            out.append(' ').append(attribute.getName()).append("=\"");
            escape(attribute.getValue(), true, out);
            out.append('"');
        }
        if (element.getFirstChild() == null) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, out);
        }
        out.append("</").append(element.getTagName()).append('>');
    }

    private static void write(Node node, StringBuilder out) {
        switch (node) {
            case Element element -> write(element, out);
            case CDATASection section -> escape(section.getData(), false, out);
            case Text text -> escape(text.getData(), false, out);
            default -> throw new IllegalArgumentException("elements and text only, not " + node.getNodeName());
        }
    }

    private static void escape(String text, boolean inAttribute, StringBuilder out) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped = escaped(text.charAt(i), inAttribute);
            if (!escaped.isEmpty()) {
                out.append(text, done, i).append(escaped);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
    }

    private static String escaped(char c, boolean inAttribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#xD;";
            case '"' -> inAttribute ? "&quot;" : "";
            case '\n' -> inAttribute ? "&#xA;" : "";
            case '\t' -> inAttribute ? "&#x9;" : "";
            default -> "";
        };
    }
}
