package be.kruispunt.documents.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * An element as its schema declares it at one place of a document, with what may stand in it. Choices and sequences are
 * told apart no more: what a document may hold at once is the schema's to check; here stands what there is, and in which
 * order. Immutable.
 */
public final class Shape {
    private static final QName TEXT = new QName(XMLConstants.W3C_XML_SCHEMA_NS_URI, "string");

    private final QName name;
    private final boolean repeated;
    private final @Nullable QName declared;
    private final @Nullable QName type;
    private final Map<String, Shape> children;
    private final Map<String, Integer> order;
    private final List<String> attributes;
    private final List<String> codes;

    /**
     * One declaration.
     *
     * @param name local name, and the namespace in which it is written
     * @param repeated whether it may stand more than once beside its like
     * @param declared the name of its type, simple or complex; null for one that is declared within the element
     * @param type the simple type of its text; null for an element that holds elements, or nothing
     * @param children in the order of the schema
     * @param attributes names of its attributes
     * @param codes the values that its type lists
     */
    Shape(
            QName name,
            boolean repeated,
            @Nullable QName declared,
            @Nullable QName type,
            List<Shape> children,
            List<String> attributes,
            List<String> codes) {
        this.name = name;
        this.declared = declared;
        this.codes = List.copyOf(codes);
        this.repeated = repeated;
        this.type = type;
        this.attributes = List.copyOf(attributes);
        var byName = new LinkedHashMap<String, Shape>();
        children.forEach(child -> byName.merge(child.name(), child, Shape::both));
        this.children = byName;
        var places = new LinkedHashMap<String, Integer>();
        byName.keySet().forEach(child -> places.put(child, places.size()));
        this.order = places;
    }

    /** The same name at two places of a content model: one element, that repeats. */
    private static Shape both(Shape one, Shape other) {
        return new Shape(one.name, true, one.declared, one.type, one.children(), one.attributes, one.codes);
    }

    /** What holds several documents beside each other: their roots, as the children of an element without a name. */
    public static Shape beside(List<Shape> roots) {
        return new Shape(new QName(""), false, null, null, roots, List.of(), List.of());
    }

    public String name() {
        return name.getLocalPart();
    }

    /** The namespace in which it is written; empty for an unqualified element. */
    public String namespace() {
        return name.getNamespaceURI();
    }

    public boolean isRepeated() {
        return repeated;
    }

    /** Whether it holds no elements: a value, or a flag that says something by being there. */
    public boolean isLeaf() {
        return children.isEmpty();
    }

    /** The simple type of its text, if it holds text. */
    public Optional<QName> type() {
        return Optional.ofNullable(type);
    }

    /** The name of its type, simple or complex, if it has one. */
    public Optional<QName> declaredType() {
        return Optional.ofNullable(declared);
    }

    /** The values that its type lists; empty where any value of the type may stand. */
    public List<String> codes() {
        return codes;
    }

    public List<Shape> children() {
        return List.copyOf(children.values());
    }

    public List<String> attributes() {
        return attributes;
    }

    /** An attribute, as a leaf; null for a stranger. */
    public @Nullable Shape attribute(String attributeName) {
        return attributes.contains(attributeName)
                ? new Shape(new QName("@" + attributeName), false, null, TEXT, List.of(), List.of(), List.of())
                : null;
    }

    public @Nullable Shape child(String childName) {
        return children.get(childName);
    }

    /** The place of a child in the schema's order, from 0; -1 for a stranger. */
    public int order(String childName) {
        return order.getOrDefault(childName, -1);
    }

    /**
     * What stands at a path below this, such as {@code Person/familyName} or {@code @sedPackage}.
     *
     * @return empty where the schema declares nothing there; for an attribute, the element that has it
     */
    public Optional<Shape> at(String path) {
        Shape at = this;
        for (String step : path.split("/", -1)) {
            if (step.startsWith("@")) {
                return at.attributes.contains(step.substring(1)) ? Optional.of(at) : Optional.empty();
            }
            Shape next = step.equals(".") ? at : at.children.get(step);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    @Override
    public String toString() {
        return name();
    }
}
