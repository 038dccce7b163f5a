package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The printed box of every element of a document. An element without one of its own belongs to the box of the element that
 * holds it.
 */
public final class BoxNumbers {
    private final Map<String, String> boxes;

    private BoxNumbers(Map<String, String> boxes) {
        this.boxes = boxes;
    }

    /** {@code stated}: path from the root to box. Those that stand for one value are no element's. */
    public static BoxNumbers of(Map<String, String> stated) {
        var boxes = new HashMap<>(stated);
        boxes.keySet().removeIf(path -> path.contains("="));
        return new BoxNumbers(boxes);
    }

    /** The box of an element of the document whose root is {@code payload}; empty if it stands in none. */
    public String of(Element payload, Element element) {
        if (boxes.isEmpty()) {
            return "";
        }
        for (Element at = element; ; at = (Element) at.getParentNode()) {
            String box = boxes.get(names(payload, at));
            if (box != null) {
                return box.replace("n", String.valueOf(Elements.position(at)));
            }
            if (at == payload || !(at.getParentNode() instanceof Element)) {
                return "";
            }
        }
    }

    /** The box of what may stand at a path from the root; empty if it stands in none. */
    String of(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            String box = boxes.get(at);
            if (box != null) {
                return box;
            }
        }
        return "";
    }

    /** The boxes that hold values, below this path, such as {@code PartA}. */
    List<String> below(String path) {
        return boxes.keySet().stream()
                .filter(key -> key.startsWith(path + "/"))
                .filter(key -> boxes.keySet().stream().noneMatch(other -> other.startsWith(key + "/")))
                .map(key -> boxes.getOrDefault(key, ""))
                .distinct()
                .toList();
    }

    /** The path of an element from the root, without positions; empty for the root. */
    static String names(Element payload, Element element) {
        var names = new StringBuilder();
        for (Node node = element; node != payload && node instanceof Element at; node = at.getParentNode()) {
            names.insert(0, "/" + Elements.name(at));
        }
        return names.isEmpty() ? "" : names.substring(1);
    }
}
