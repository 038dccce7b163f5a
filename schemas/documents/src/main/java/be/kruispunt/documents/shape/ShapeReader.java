package be.kruispunt.documents.shape;

import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroup;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroupRef;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaContent;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaException;
import org.apache.ws.commons.schema.XmlSchemaGroup;
import org.apache.ws.commons.schema.XmlSchemaGroupRef;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentExtension;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.apache.ws.commons.schema.constants.Constants;
import org.apache.ws.commons.schema.utils.XmlSchemaObjectBase;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/**
 * Reads the shape of a document from its schema, in the style of ours or of others: named and inner types, groups,
 * extensions, references. What a schema includes is taken from beside it, never from a net. Used once, by one thread.
 */
public final class ShapeReader {
    /** No form is nested deeper; a type that holds itself would go on for ever. */
    private static final int DEEPEST = 40;

    private final XmlSchemaCollection schemas = new XmlSchemaCollection();

    /**
     * The shape of the document whose root the schema declares.
     *
     * @throws IllegalArgumentException when the schema cannot be read, declares no such root, or nests without end
     */
    public Shape read(URL schema, QName root) {
        return read(new InputSource(schema.toExternalForm()), root, ShapeReader::beside);
    }

    /**
     * The same of a schema whose imports {@code files} gives: by their location and the address of the schema that names
     * them.
     */
    public Shape read(InputSource schema, QName root, BiFunction<String, String, InputSource> files) {
        schemas.setSchemaResolver((namespace, location, base) -> files.apply(location, base));
        try {
            schemas.read(schema);
        } catch (XmlSchemaException e) {
            throw new IllegalArgumentException(schema.getSystemId() + " cannot be read: " + e.getMessage(), e);
        }
        XmlSchemaElement element = schemas.getElementByQName(root);
        if (element == null) {
            throw new IllegalArgumentException(schema.getSystemId() + " declares no element " + root);
        }
        return shape(element, false, DEEPEST);
    }

    /** A location within an archive is not one that {@link URI} can resolve: its path is, behind the {@code !}. */
    private static InputSource beside(String location, String base) {
        if (URI.create(location).isAbsolute() || location.startsWith("/")) {
            throw new XmlSchemaException(location + " does not lie beside its schema");
        }
        int path = base.indexOf("!/") + 1;
        return new InputSource(
                base.substring(0, path) + URI.create(base.substring(path)).resolve(location));
    }

    private Shape shape(XmlSchemaElement declared, boolean repeated, int depth) {
        XmlSchemaElement element = declared.isRef() ? declared.getRef().getTarget() : declared;
        QName name = element.isTopLevel() ? element.getQName() : element.getWireName();
        if (depth == 0) {
            throw new IllegalArgumentException(name + " is nested more than " + DEEPEST + " deep");
        }
        boolean many = repeated || declared.getMaxOccurs() > 1;
        var children = new ArrayList<Shape>();
        var attributes = new ArrayList<String>();
        XmlSchemaType type = element.getSchemaType();
        QName text = element.getSchemaTypeName();
        if (type instanceof XmlSchemaComplexType complex) {
            text = content(complex, children, attributes, depth - 1);
        } else if (text == null) {
            text = Constants.XSD_ANYSIMPLETYPE;
        }
        return new Shape(name, many, element.getSchemaTypeName(), text, children, attributes, codes(type));
    }

    private static List<String> codes(@Nullable XmlSchemaType type) {
        return type instanceof XmlSchemaSimpleType simple
                        && simple.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction
                ? restriction.getFacets().stream()
                        .filter(XmlSchemaEnumerationFacet.class::isInstance)
                        .map(facet -> facet.getValue().toString())
                        .toList()
                : List.of();
    }

    /** Adds what a type holds; returns the simple type of its text, if it has one. */
    private @Nullable QName content(
            XmlSchemaComplexType type, List<Shape> children, List<String> attributes, int depth) {
        type.getAttributes().forEach(each -> attribute(each, attributes));
        if (type.getContentModel() == null) {
            particle(type.getParticle(), false, children, depth);
            return null;
        }
        XmlSchemaContent content = type.getContentModel().getContent();
        return switch (content) {
            case XmlSchemaComplexContentExtension extension -> {
                extension.getAttributes().forEach(each -> attribute(each, attributes));
                QName text = base(extension.getBaseTypeName(), children, attributes, depth);
                particle(extension.getParticle(), false, children, depth);
                yield text;
            }
            case XmlSchemaComplexContentRestriction restriction -> {
                restriction.getAttributes().forEach(each -> attribute(each, attributes));
                particle(restriction.getParticle(), false, children, depth);
                yield null;
            }
            case XmlSchemaSimpleContentExtension extension -> {
                extension.getAttributes().forEach(each -> attribute(each, attributes));
                yield base(extension.getBaseTypeName(), children, attributes, depth);
            }
            default -> type.getQName();
        };
    }

    private @Nullable QName base(QName name, List<Shape> children, List<String> attributes, int depth) {
        return schemas.getTypeByQName(name) instanceof XmlSchemaComplexType complex
                ? content(complex, children, attributes, depth)
                : name;
    }

    private void particle(@Nullable XmlSchemaObjectBase particle, boolean repeated, List<Shape> children, int depth) {
        switch (particle) {
            case XmlSchemaElement element -> children.add(shape(element, repeated, depth));
            case XmlSchemaSequence sequence ->
                sequence.getItems()
                        .forEach(each -> particle(each, repeated || sequence.getMaxOccurs() > 1, children, depth));
            case XmlSchemaChoice choice ->
                choice.getItems()
                        .forEach(each -> particle(each, repeated || choice.getMaxOccurs() > 1, children, depth));
            case XmlSchemaAll all -> all.getItems().forEach(each -> particle(each, repeated, children, depth));
            case XmlSchemaGroupRef reference -> {
                XmlSchemaGroup group = schemas.getGroupByQName(reference.getRefName());
                particle(group.getParticle(), repeated || reference.getMaxOccurs() > 1, children, depth);
            }
            case null -> {}
            default ->
                throw new IllegalArgumentException(
                        particle.getClass().getSimpleName() + ": only declared elements can be read");
        }
    }

    private void attribute(Object attribute, List<String> attributes) {
        switch (attribute) {
            case XmlSchemaAttribute one ->
                attributes.add(one.isRef() ? one.getTargetQName().getLocalPart() : one.getName());
            case XmlSchemaAttributeGroupRef reference -> {
                XmlSchemaAttributeGroup group = schemas.getAttributeGroupByQName(reference.getTargetQName());
                group.getAttributes().forEach(each -> attribute(each, attributes));
            }
            default -> throw new IllegalArgumentException("attributes of any name cannot be read");
        }
    }
}
