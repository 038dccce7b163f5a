package be.kruispunt.documents.xml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Short ways through a DOM. */
public final class Elements {
    private static final String LINES = "be.kruispunt.lines";

    private Elements() {}

    /** The element children, in document order. */
    public static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Element child = first(parent); child != null; child = next(child)) {
            children.add(child);
        }
        return children;
    }

    /** The element children of this local name, in document order. */
    public static List<Element> children(Element parent, String name) {
        var children = new ArrayList<Element>();
        for (Element child = first(parent); child != null; child = next(child)) {
            if (name.equals(name(child))) {
                children.add(child);
            }
        }
        return children;
    }

    /** The first element child of this local name. */
    public static Optional<Element> child(Element parent, String name) {
        for (Element child = first(parent); child != null; child = next(child)) {
            if (name.equals(name(child))) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The text of the first element child of this local name; empty if there is none. */
    public static String text(Element parent, String name) {
        return child(parent, name).map(Element::getTextContent).orElse("");
    }

    /** The attributes, namespace declarations included. Asked itself, an element without any makes room for some. */
    public static List<Attr> attributes(Element element) {
        if (!element.hasAttributes()) {
            return List.of();
        }
        NamedNodeMap attributes = element.getAttributes();
        var list = new ArrayList<Attr>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            list.add((Attr) attributes.item(i));
        }
        return list;
    }

    public static boolean isLeaf(Element element) {
        return first(element) == null;
    }

    public static String name(Element element) {
        String local = element.getLocalName();
        return local == null ? element.getTagName() : local;
    }

    /** The line on which the element starts; 0 when it was not read from a file. */
    public static int line(Element element) {
        Document document = element.getOwnerDocument();
        return document.getUserData(LINES) instanceof Map<?, ?> lines && lines.get(element) instanceof Integer line
                ? line
                : 0;
    }

    /** Takes note of the lines of a document's elements: one table for all, since user data of their own cost as much as they. */
    static void setLines(Document document, IdentityHashMap<Element, Integer> lines) {
        document.setUserData(LINES, lines, null);
    }

    /** The path of local names from {@code top}, such as {@code /U1/Periods/InsuredEmployment[2]}. */
    public static String path(Element top, Element element) {
        var path = new StringBuilder();
        Node node = element;
        while (node instanceof Element at) {
            path.insert(0, "/" + name(at) + (at == top ? "" : index(at)));
            node = at == top ? null : at.getParentNode();
        }
        return path.toString();
    }

    private static String index(Element element) {
        int position = position(element);
        return position > 1 || hasTwinAfter(element) ? "[" + position + "]" : "";
    }

    /** The place among the siblings of the same name, from 1. */
    public static int position(Element element) {
        int position = 1;
        for (Node n = element.getPreviousSibling(); n != null; n = n.getPreviousSibling()) {
            if (n instanceof Element sibling && name(sibling).equals(name(element))) {
                position++;
            }
        }
        return position;
    }

    private static boolean hasTwinAfter(Element element) {
        for (Element sibling = next(element); sibling != null; sibling = next(sibling)) {
            if (name(sibling).equals(name(element))) {
                return true;
            }
        }
        return false;
    }

    public static Optional<Element> firstChild(Element parent) {
        return Optional.ofNullable(first(parent));
    }

    public static @Nullable Element first(Element parent) {
        return elementFrom(parent.getFirstChild());
    }

    public static @Nullable Element next(Element element) {
        return elementFrom(element.getNextSibling());
    }

    private static @Nullable Element elementFrom(@Nullable Node start) {
        for (Node node = start; node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                return element;
            }
        }
        return null;
    }
}
