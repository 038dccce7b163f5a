package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The printed box number of every element of a document, read from its schema ({@code xs:appinfo} with source
 * {@code urn:kruispunt:box}). An element without a number of its own belongs to the box of the element that holds it.
 */
public final class BoxNumbers {
    private static final String SOURCE = "urn:kruispunt:box";

    private final Map<String, String> boxes = new LinkedHashMap<>();
    private final Set<String> declared = new HashSet<>();
    private final Element schema;

    private BoxNumbers(Element schema) {
        this.schema = schema;
    }

    /** The numbers of the one document that this schema declares. */
    public static BoxNumbers of(Element schema) {
        var numbers = new BoxNumbers(schema);
        for (Element root : Elements.children(schema, "element")) {
            numbers.walk(root, "");
        }
        return numbers;
    }

    /** The box of an element of the document whose root is {@code payload}; empty if it stands in none. */
    public String of(Element payload, Element element) {
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

    /** The numbers of the boxes that hold values, below this path, such as {@code /BL1/PartA}. */
    List<String> below(String path) {
        return boxes.keySet().stream()
                .filter(key -> key.startsWith(path + "/"))
                .filter(key -> boxes.keySet().stream().noneMatch(other -> other.startsWith(key + "/")))
                .map(key -> boxes.getOrDefault(key, ""))
                .distinct()
                .toList();
    }

    /** Holds that the schema itself, not one that it imports, declares elements at this path, such as {@code /BL1/PartA}. */
    void requireDeclared(String path) {
        if (!declared.contains(path)) {
            throw new IllegalArgumentException("the schema declares no " + path);
        }
    }

    private static String names(Element payload, Element element) {
        var names = new StringBuilder();
        for (Node node = element; node instanceof Element at; node = at == payload ? null : at.getParentNode()) {
            names.insert(0, "/" + Elements.name(at));
        }
        return names.toString();
    }

    private void walk(Element declaration, String parent) {
        String path = parent + "/" + declaration.getAttribute("name");
        declared.add(path);
        box(declaration).ifPresent(box -> boxes.put(path, box));
        Elements.child(declaration, "complexType").or(() -> type(declaration)).ifPresent(type -> {
            for (String group : List.of("sequence", "choice")) {
                for (Element particle : Elements.children(type, group)) {
                    Elements.children(particle, "element").forEach(child -> walk(child, path));
                }
            }
        });
    }

    /** The type that the element names, if this schema declares it: shared types have no boxes. */
    private Optional<Element> type(Element declaration) {
        String type = declaration.getAttribute("type");
        String name = type.substring(type.indexOf(':') + 1);
        String prefix = type.substring(0, Math.max(0, type.indexOf(':')));
        if (!schema.getAttribute("targetNamespace").equals(schema.lookupNamespaceURI(prefix))) {
            return Optional.empty();
        }
        return Elements.children(schema, "complexType").stream()
                .filter(candidate -> candidate.getAttribute("name").equals(name))
                .findFirst();
    }

    private static Optional<String> box(Element declaration) {
        return Elements.child(declaration, "annotation")
                .flatMap(annotation -> Elements.child(annotation, "appinfo"))
                .filter(info -> info.getAttribute("source").equals(SOURCE))
                .map(Element::getTextContent);
    }
}
