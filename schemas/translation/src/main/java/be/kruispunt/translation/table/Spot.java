package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of the document that is being written, which keeps its children in the order of the schema. */
final class Spot {
    private final Element element;
    private final Shape shape;
    private final String path;
    private final Map<String, List<Spot>> below = new HashMap<>();

    private Spot(Element element, Shape shape, String path) {
        this.element = element;
        this.shape = shape;
        this.path = path;
    }

    /** The root of a document. */
    static Spot root(Element element, Shape shape) {
        return new Spot(element, shape, "/" + shape.name());
    }

    Element element() {
        return element;
    }

    Shape shape() {
        return shape;
    }

    /** As it stands in a loss report. */
    String path() {
        return path;
    }

    List<Spot> all(String name) {
        return below.getOrDefault(name, List.of());
    }

    Optional<Spot> last(String name) {
        List<Spot> spots = all(name);
        return spots.isEmpty() ? Optional.empty() : Optional.of(spots.getLast());
    }

    /** The one that is there, or a new one. */
    Spot open(String name) {
        return last(name).orElseGet(() -> add(name));
    }

    /** A new one, after its like. */
    Spot add(String name) {
        Shape child = shape.child(name);
        if (child == null) {
            throw new IllegalArgumentException(path + " has no " + name);
        }
        List<Spot> spots = below.computeIfAbsent(name, key -> new ArrayList<>());
        String place = path + '/' + name + (child.isRepeated() ? "[" + (spots.size() + 1) + ']' : "");
        Spot spot = new Spot(create(child), child, place);
        element.insertBefore(spot.element, after(shape.order(name)));
        spots.add(spot);
        return spot;
    }

    /** The first child that the schema wants behind those of this place; null when there is none. */
    private @Nullable Node after(int order) {
        Node next = null;
        for (Node child = element.getLastChild();
                child != null && shape.order(child.getLocalName()) > order;
                child = child.getPreviousSibling()) {
            next = child;
        }
        return next;
    }

    private Element create(Shape child) {
        if (child.namespace().isEmpty()) {
            return element.getOwnerDocument().createElementNS(null, child.name());
        }
        Element root = element.getOwnerDocument().getDocumentElement();
        String prefix = root.lookupPrefix(child.namespace());
        if (prefix == null) {
            prefix = "n" + root.getAttributes().getLength();
            root.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    XMLConstants.XMLNS_ATTRIBUTE + ':' + prefix,
                    child.namespace());
        }
        return element.getOwnerDocument().createElementNS(child.namespace(), prefix + ':' + child.name());
    }
}
