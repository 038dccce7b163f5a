package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.xml.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** A place of the source: the rows that take what stands there, first come first served, and the places below it. */
final class Node {
    private final Shape shape;
    private final Box box;
    private final Map<String, Node> below = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();

    Node(Shape shape, Box box) {
        this.shape = shape;
        this.box = box;
    }

    Shape shape() {
        return shape;
    }

    List<Use> uses() {
        return uses;
    }

    /** The same place, for the rows of a group that start there. */
    Node again() {
        return new Node(shape, box);
    }

    /** The place of a child or, with {@code @} before its name, of an attribute. */
    Node open(String name) {
        boolean attribute = name.startsWith("@");
        Shape child = attribute ? shape.attribute(name.substring(1)) : shape.child(name);
        if (child == null) {
            throw new IllegalArgumentException(box.path() + " has no " + name);
        }
        return below.computeIfAbsent(name, key -> new Node(child, box.below(key)));
    }

    String path() {
        return box.path();
    }

    /** What a loss report calls an element that stands here. */
    String box(String path) {
        return box.text(path);
    }

    /** Takes an element: by the first row that will, or by the places below. */
    void take(Source source, Context context, Run run) {
        for (Use use : uses) {
            if (use.take(source, context, run)) {
                return;
            }
        }
        inside(source, context, run);
    }

    /** Takes what stands in an element. */
    void inside(Source source, Context context, Run run) {
        Element element = source.element();
        for (Attr attribute : Elements.attributes(element)) {
            String name = attribute.getNodeName();
            Node node = below.get("@" + name);
            if (node != null) {
                node.take(new Source(element, name, source.path() + "/@" + name, node), context, run);
            }
        }
        var counts = new HashMap<String, Integer>();
        for (Element child = Elements.first(element); child != null; child = Elements.next(child)) {
            String name = Elements.name(child);
            Node node = below.get(name);
            if (node == null) {
                continue; // rows of a copy are not about everything; of all others the compiler knows that they are
            }
            String step = '/' + name;
            if (node.shape.isRepeated()) {
                step += "[" + counts.merge(name, 1, Integer::sum) + ']';
            }
            node.take(new Source(child, null, source.path() + step, node), context, run);
        }
    }
}
