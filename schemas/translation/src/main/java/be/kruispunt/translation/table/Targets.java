package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.XmlReader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The documents that one translation writes. Used by one thread. */
final class Targets {
    private static final XmlReader XML = new XmlReader(Limits.STANDARD);

    private final Shape shapes;
    private final Map<String, Spot> roots = new LinkedHashMap<>();

    Targets(Shape shapes) {
        this.shapes = shapes;
    }

    /** The root of this name, made when it is first asked for. */
    Spot root(String name) {
        return roots.computeIfAbsent(name, this::create);
    }

    /** Whether there is a document with this root yet; the first document of a side is always there. */
    boolean has(String name) {
        return roots.containsKey(name);
    }

    /** What was written, by the name of its root. */
    Map<String, Element> written() {
        var written = new LinkedHashMap<String, Element>();
        roots.forEach((name, spot) -> written.put(name, spot.element()));
        return written;
    }

    private Spot create(String name) {
        Shape shape = shapes.child(name);
        if (shape == null) {
            throw new IllegalArgumentException("no document " + name);
        }
        Document document = XML.emptyDocument();
        String prefix = name.toLowerCase(Locale.ROOT);
        Element root = document.createElementNS(shape.namespace(), prefix + ':' + name);
        root.setAttributeNS(
                XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE + ':' + prefix, shape.namespace());
        document.appendChild(root);
        return Spot.root(root, shape);
    }
}
