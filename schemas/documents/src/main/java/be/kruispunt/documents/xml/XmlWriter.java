package be.kruispunt.documents.xml;

import java.nio.charset.StandardCharsets;
import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Writes a DOM as UTF-8, nothing added and nothing moved, so that an enveloped signature stays valid: line ends and
 * tabs are escaped where a reader would normalise them. Namespace declarations must stand in the DOM as attributes, as
 * {@link XmlReader} and JAXB put them there.
 *
 * <p>What was read is never longer when it is written again, however it was written: of the ways to write a text the
 * shortest is taken. So what the hub could read, its receiver can.
 */
public final class XmlWriter {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SECTION = "<![CDATA[";
    private static final String SECTION_END = "]]>";

    private XmlWriter() {}

    /** The bytes of this document; the same DOM always gives the same bytes. */
    public static byte[] bytes(Document document) {
        var out = new StringBuilder(8_192).append(DECLARATION);
        write(document.getDocumentElement(), out);
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The same, with this text of an element as the last child of the root: a signature, which is made over the
     * tree and need not become a part of it first.
     */
    public static byte[] bytes(Document document, String lastChild) {
        Element root = document.getDocumentElement();
        var out = new StringBuilder(16_384).append(DECLARATION);
        if (root.getFirstChild() == null) {
            write(root, out);
            out.setLength(out.length() - "/>".length());
            out.append('>');
        } else {
            write(root, out);
            out.setLength(out.length() - root.getTagName().length() - "</>".length());
        }
        out.append(lastChild).append("</").append(root.getTagName()).append(">\n");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Element element, StringBuilder out) {
        out.append('<').append(element.getTagName());
        for (Attr attribute : Elements.attributes(element)) {
            out.append(' ').append(attribute.getName()).append('=');
            value(attribute.getValue(), out);
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
            case CDATASection section -> text(section.getData(), out);
            case Text text -> text(text.getData(), out);
            default -> throw new IllegalArgumentException("elements and text only, not " + node.getNodeName());
        }
    }

    /** Between the quotes that stand in it more seldom. */
    static void value(String value, StringBuilder out) {
        char quote = value.indexOf('"') >= 0 && count(value, '"') > count(value, '\'') ? '\'' : '"';
        out.append(quote);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            String escaped = c == quote ? "&#" + (int) c + ";" : escapedInValue(c);
            if (escaped.isEmpty()) {
                out.append(c);
            } else {
                out.append(escaped);
            }
        }
        out.append(quote);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String escapedInValue(char c) {
        return switch (c) {
            case '\r' -> "&#13;";
            case '\n' -> "&#10;";
            case '\t' -> "&#9;";
            default -> escaped(c);
        };
    }

    /** In pieces that hold neither a carriage return nor the end of a CDATA section, which no section can hold. */
    static void text(String text, StringBuilder out) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean end = text.charAt(i) == '>' && text.startsWith(SECTION_END, i - 2);
            if (end || text.charAt(i) == '\r') {
                piece(text.substring(done, i), out);
                out.append(end ? "&gt;" : "&#13;");
                done = i + 1;
            }
        }
        piece(done == 0 ? text : text.substring(done), out);
    }

    /** As a section where that is shorter, which it is where somebody wrote one. */
    private static void piece(String piece, StringBuilder out) {
        int longer = 0;
        for (int i = 0; i < piece.length(); i++) {
            longer += Math.max(0, escaped(piece.charAt(i)).length() - 1);
        }
        if (longer == 0) {
            out.append(piece);
        } else if (longer > SECTION.length() + SECTION_END.length()) {
            out.append(SECTION).append(piece).append(SECTION_END);
        } else {
            for (int i = 0; i < piece.length(); i++) {
                String escaped = escaped(piece.charAt(i));
                out.append(escaped.isEmpty() ? piece.substring(i, i + 1) : escaped);
            }
        }
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            default -> "";
        };
    }
}
