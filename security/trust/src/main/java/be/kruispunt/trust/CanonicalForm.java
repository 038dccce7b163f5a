package be.kruispunt.trust;

import java.util.ArrayList;
import java.util.Comparator;
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
 * The canonical form of what is signed (Exclusive XML Canonicalization 1.0, without comments and without a list of inclusive
 * prefixes), in one pass. Why it is the hub's own, and what it is held against: {@code docs/decisions/0041}.
 *
 * <p>The tree must declare its namespaces by attributes. A tree that was built by hand may use some that no attribute declares:
 * its writer adds the declarations, and what is signed is then not what is written, and nobody can verify it.
 */
final class CanonicalForm {
    private static final Scope OUTSIDE = new Scope("", "", new Scope("xml", XMLConstants.XML_NS_URI, null));
    private static final Comparator<Node> BY_NAMESPACE_AND_NAME = Comparator.<Node, String>comparing(
                    node -> orEmpty(node.getNamespaceURI()))
            .thenComparing(CanonicalForm::name);

    /** Deeper than any reader takes; each level costs stack. */
    private static final int DEEPEST = 500;

    /** In characters: most documents, and the parts of a signature. */
    private static final int DOCUMENT = 16_384;

    private static final int PART = 2_048;

    private final StringBuilder out;
    private final @Nullable Element leftOut;
    private boolean whole = true;
    private int depth;

    private CanonicalForm(@Nullable Element leftOut, int expected) {
        this.leftOut = leftOut;
        this.out = new StringBuilder(expected);
    }

    /** What prefixes stand for at a place: one, and those declared around it, which are few in what readers take. */
    private record Scope(String prefix, String uri, @Nullable Scope around) {
        /** What a prefix stands for; null where nothing declares it. */
        static @Nullable String find(Scope inner, String prefix) {
            for (Scope scope = inner; scope != null; scope = scope.around) {
                if (scope.prefix.equals(prefix)) {
                    return scope.uri;
                }
            }
            return null;
        }
    }

    /**
     * The form of a tree.
     *
     * @param text to be written in UTF-8
     * @param whole whether it says all that the tree says, each declaration where the tree has it: those of which no name makes
     *     use are left out, and a value may make use of one; so are comments
     */
    record Written(String text, boolean whole) {}

    /**
     * The form of what is about to be signed.
     *
     * @throws IllegalArgumentException if a namespace is used that is not declared, if the tree holds a signature already, or
     *     an entity, or is very deep
     */
    static Written of(Document document) {
        var form = new CanonicalForm(null, DOCUMENT);
        form.write(document);
        return new Written(form.out.toString(), form.whole);
    }

    /**
     * The form of what was signed: all but the signature in it (XML Signature 1.1, 6.6.4).
     *
     * @throws IllegalArgumentException as {@link #of(Document)}, of any other signature
     */
    static String without(Element signature) {
        var form = new CanonicalForm(signature, DOCUMENT);
        form.write(signature.getOwnerDocument());
        return form.out.toString();
    }

    /**
     * The form of an element and what it holds, wherever it stands.
     *
     * @throws IllegalArgumentException as {@link #of(Document)}
     */
    static String of(Element apex) {
        var form = new CanonicalForm(null, PART);
        form.write(apex, declaredAround(apex), OUTSIDE);
        return form.out.toString();
    }

    private static Scope declaredAround(Element apex) {
        return apex.getParentNode() instanceof Element outer
                ? inScope(Elements.attributes(outer), declaredAround(outer))
                : OUTSIDE;
    }

    private void write(Document document) {
        boolean inside = false;
        for (Node node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element root) {
                write(root, OUTSIDE, OUTSIDE);
                inside = true;
            } else if (node instanceof ProcessingInstruction instruction) {
                whole = false; // it stands outside the root, where a signature cannot be put behind it
                out.append(inside ? "\n" : "");
                CanonicalText.instruction(out, instruction.getTarget(), instruction.getData());
                out.append(inside ? "" : "\n");
            }
        }
    }

    /**
     * Writes an element.
     *
     * @param declared what prefixes stand for around it
     * @param written the same, as far as it was written
     */
    private void write(Element element, Scope declared, Scope written) {
        if (element == leftOut) {
            return;
        }
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("deeper than " + DEEPEST + " elements within elements");
        }
        if (Names.DS.equals(element.getNamespaceURI()) && name(element).equals("Signature")) {
            throw new IllegalArgumentException("the document holds a signature already");
        }
        List<Node> attributes = Elements.attributes(element);
        Scope inScope = inScope(attributes, declared);
        Map<String, String> missing = missing(element, attributes, inScope, written);
        whole = whole && saysAll(missing, attributes);
        out.append('<').append(element.getNodeName());
        Scope nowWritten = written;
        for (Map.Entry<String, String> each : missing.entrySet()) {
            nowWritten = new Scope(each.getKey(), each.getValue(), nowWritten);
            declare(nowWritten);
        }
        writeAttributes(attributes);
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.ELEMENT_NODE -> write((Element) child, inScope, nowWritten);
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> CanonicalText.text(out, child.getNodeValue());
                case Node.PROCESSING_INSTRUCTION_NODE ->
                    CanonicalText.instruction(out, child.getNodeName(), child.getNodeValue());
                case Node.COMMENT_NODE -> {
                    whole = false; // not signed
                }
                default -> throw new IllegalArgumentException("no entities, as " + child.getNodeName());
            }
        }
        out.append("</").append(element.getNodeName()).append('>');
        depth--;
    }

    /** The declarations that the element makes use of and that nothing around it has written, by prefix. */
    private static Map<String, String> missing(Element element, List<Node> attributes, Scope inScope, Scope written) {
        Map<String, String> missing = addMissing(Map.of(), element, inScope, written);
        for (Node attribute : attributes) {
            if (attribute.getPrefix() != null && !isDeclaration(attribute)) {
                missing = addMissing(missing, attribute, inScope, written);
            }
        }
        return missing;
    }

    private static Map<String, String> addMissing(
            Map<String, String> missing, Node node, Scope inScope, Scope written) {
        String prefix = orEmpty(node.getPrefix());
        String uri = orEmpty(node.getNamespaceURI());
        if (!uri.equals(Scope.find(inScope, prefix))) {
            throw new IllegalArgumentException(
                    "the namespace of " + node.getNodeName() + " is not declared by an attribute of the tree");
        }
        if (uri.equals(Scope.find(written, prefix))) {
            return missing;
        }
        if (missing.isEmpty()) {
            return Map.of(prefix, uri);
        }
        Map<String, String> more = new TreeMap<>(missing);
        more.put(prefix, uri);
        return more;
    }

    private static Scope inScope(List<Node> attributes, Scope around) {
        Scope scope = around;
        for (Node attribute : attributes) {
            if (isDeclaration(attribute)) {
                scope = new Scope(declared(attribute), attribute.getNodeValue(), scope);
            }
        }
        return scope;
    }

    private static boolean saysAll(Map<String, String> written, List<Node> attributes) {
        for (Node attribute : attributes) {
            if (isDeclaration(attribute) && !written.containsKey(declared(attribute))) {
                return false;
            }
        }
        return true;
    }

    private void declare(Scope scope) {
        out.append(scope.prefix.isEmpty() ? " xmlns" : " xmlns:")
                .append(scope.prefix)
                .append("=\"");
        CanonicalText.value(out, scope.uri);
        out.append('"');
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
            CanonicalText.value(out, attribute.getNodeValue());
            out.append('"');
        }
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
