package be.kruispunt.trust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/**
 * The canonical form of what is about to be signed (Exclusive XML Canonicalization 1.0, without comments): of a whole tree, from
 * its root. In one pass, for what this house writes itself; what others signed is verified with the platform's.
 *
 * <p>The tree must declare its namespaces by attributes. A tree that was built by hand may use some that no attribute declares:
 * its writer adds the declarations, and what is signed is then not what is written, and nobody can verify it.
 */
final class CanonicalForm {
    private static final Map<String, String> OUTSIDE = Map.of("", "", "xml", XMLConstants.XML_NS_URI);
    private static final Comparator<Node> BY_NAMESPACE_AND_NAME = Comparator.<Node, String>comparing(
                    node -> orEmpty(node.getNamespaceURI()))
            .thenComparing(CanonicalForm::name);

    private final StringBuilder out = new StringBuilder(16_384);
    private boolean whole = true;

    private CanonicalForm() {}

    /**
     * The form of a tree.
     *
     * @param text to be written in UTF-8
     * @param whole whether it says all that the tree says, each declaration where the tree has it: those of which no name makes
     *     use are left out, and a value may make use of one; so are comments
     */
    record Written(String text, boolean whole) {}

    /**
     * Writes the form.
     *
     * @throws IllegalArgumentException if a namespace is used that is not declared, if the tree holds a signature already, or
     *     an entity
     */
    static Written of(Document document) {
        var form = new CanonicalForm();
        boolean inside = false;
        for (Node node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element root) {
                form.write(root, OUTSIDE, OUTSIDE);
                inside = true;
            } else if (node instanceof ProcessingInstruction instruction) {
                form.whole = false; // it stands outside the root, where a signature cannot be put behind it
                form.out.append(inside ? "\n" : "");
                form.instruction(instruction);
                form.out.append(inside ? "" : "\n");
            }
        }
        return new Written(form.out.toString(), form.whole);
    }

    /**
     * Writes an element.
     *
     * @param declared what prefixes stand for around it
     * @param written the same, as far as it was written
     */
    private void write(Element element, Map<String, String> declared, Map<String, String> written) {
        if (Names.DS.equals(element.getNamespaceURI()) && name(element).equals("Signature")) {
            throw new IllegalArgumentException("the document holds a signature already");
        }
        List<Node> attributes = Elements.attributes(element);
        Map<String, String> inScope = attributes.isEmpty() ? declared : withDeclarations(attributes, declared);
        Map<String, String> missing = missing(element, attributes, inScope, written);
        out.append('<').append(element.getNodeName());
        whole &= attributes.stream().allMatch(each -> !isDeclaration(each) || missing.containsKey(declared(each)));
        missing.forEach((prefix, uri) -> {
            out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
            value(uri);
            out.append('"');
        });
        writeAttributes(attributes);
        out.append('>');
        Map<String, String> nowWritten = missing.isEmpty() ? written : with(written, missing);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.ELEMENT_NODE -> write((Element) child, inScope, nowWritten);
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> text(child.getNodeValue());
                case Node.PROCESSING_INSTRUCTION_NODE -> instruction((ProcessingInstruction) child);
                case Node.COMMENT_NODE -> {
                    whole = false; // not signed
                }
                default -> throw new IllegalArgumentException("no entities, as " + child.getNodeName());
            }
        }
        out.append("</").append(element.getNodeName()).append('>');
    }

    /** The declarations that the element makes use of and that nothing around it has written, by prefix. */
    private static Map<String, String> missing(
            Element element, List<Node> attributes, Map<String, String> inScope, Map<String, String> written) {
        Map<String, String> missing = addMissing(Map.of(), element, inScope, written);
        for (Node attribute : attributes) {
            if (attribute.getPrefix() != null && !isDeclaration(attribute)) {
                missing = addMissing(missing, attribute, inScope, written);
            }
        }
        return missing;
    }

    private static Map<String, String> addMissing(
            Map<String, String> missing, Node node, Map<String, String> inScope, Map<String, String> written) {
        String prefix = orEmpty(node.getPrefix());
        String uri = orEmpty(node.getNamespaceURI());
        if (!uri.equals(inScope.get(prefix))) {
            throw new IllegalArgumentException(
                    "the namespace of " + node.getNodeName() + " is not declared by an attribute of the tree");
        }
        if (uri.equals(written.get(prefix))) {
            return missing;
        }
        Map<String, String> more = new TreeMap<>(missing);
        more.put(prefix, uri);
        return more;
    }

    private static Map<String, String> withDeclarations(List<Node> attributes, Map<String, String> outer) {
        Map<String, String> scope = outer;
        for (Node attribute : attributes) {
            if (isDeclaration(attribute)) {
                scope = with(scope, Map.of(declared(attribute), attribute.getNodeValue()));
            }
        }
        return scope;
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private void writeAttributes(List<Node> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        List<Node> plain = new ArrayList<>(attributes.size());
        for (Node attribute : attributes) {
            if (!isDeclaration(attribute)) {
                plain.add(attribute);
            }
        }
        if (plain.size() > 1) {
            plain.sort(BY_NAMESPACE_AND_NAME);
        }
        for (Node attribute : plain) {
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            value(attribute.getNodeValue());
            out.append('"');
        }
    }

    private void instruction(ProcessingInstruction instruction) {
        out.append("<?").append(instruction.getTarget());
        if (!instruction.getData().isEmpty()) {
            out.append(' ').append(instruction.getData().replace("\r", "&#xD;"));
        }
        out.append("?>");
    }

    private void value(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '"' -> out.append("&quot;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                case '\r' -> out.append("&#xD;");
                default -> out.append(c);
            }
        }
    }

    private void text(String text) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            String escaped =
                    switch (text.charAt(i)) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '\r' -> "&#xD;";
                        default -> "";
                    };
            if (!escaped.isEmpty()) {
                out.append(text, done, i).append(escaped);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
    }

    private static boolean isDeclaration(Node attribute) {
        return XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
    }

    /** The prefix that it declares; none for the default namespace. */
    private static String declared(Node declaration) {
        return declaration.getPrefix() == null ? "" : name(declaration);
    }

    /** Without a local name where the tree was built without regard to namespaces. */
    private static String name(Node node) {
        String local = node.getLocalName();
        return local == null ? node.getNodeName() : local;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
