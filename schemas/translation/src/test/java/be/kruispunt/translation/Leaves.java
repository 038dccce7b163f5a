package be.kruispunt.translation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a document says, read without knowing it: the text of every element that holds no other, by path. Positions of 1
 * are left out, so that the paths of documents and reports compare whether or not an element can be repeated.
 */
final class Leaves {
    /** Elements that say something by being there, even empty. */
    private static final Set<String> FLAGS = Set.of("Waiver", "WaivedRight", "Right", "Registration");

    /** The version of the document's type. */
    private static final Set<String> TYPE = Set.of("sedGVer", "sedVer");

    private Leaves() {}

    /** The filled boxes: leaves, flags and attributes. */
    static Map<String, String> of(Element root) {
        Map<String, String> leaves = new LinkedHashMap<>();
        walk(root, path(root), leaves, false);
        return leaves;
    }

    /** Every element that there is: a report may point at any. */
    static Map<String, String> all(Element root) {
        Map<String, String> elements = new LinkedHashMap<>();
        walk(root, path(root), elements, true);
        return elements;
    }

    /** A path as it stands in a report, without positions of 1. */
    static String normal(String path) {
        return path.replace("[1]", "");
    }

    private static String path(Element root) {
        return '/' + root.getLocalName();
    }

    private static void walk(Element element, String path, Map<String, String> into, boolean all) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (attribute.getNamespaceURI() == null && !TYPE.contains(attribute.getLocalName())) {
                into.put(path + "/@" + attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        Map<String, Integer> seen = new HashMap<>();
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                leaf = false;
                int position = seen.merge(inner.getLocalName(), 1, Integer::sum);
                String step = position == 1 ? inner.getLocalName() : inner.getLocalName() + '[' + position + ']';
                walk(inner, path + '/' + step, into, all);
            }
        }
        boolean says = leaf && (!element.getTextContent().isEmpty() || FLAGS.contains(element.getLocalName()));
        if (all || says) {
            into.put(path, leaf ? element.getTextContent() : "");
        }
    }
}
