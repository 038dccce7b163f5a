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
    private static final Comparator<Node> BY_NAMESPACE_AND_NAME = Comparator.<Node, String>comparing(
                    node -> orEmpty(node.getNamespaceURI()))
            .thenComparing(CanonicalForm::name);

    /** Deeper than any reader takes; each level costs stack. */
    private static final int DEEPEST = 500;

    /**
     * In characters, four times what readers take. A namespace is written anew wherever one comes into use, so that the form of a
     * document can be a hundred times as long as what was read; and all of it is held.
     */
    private static final int LONGEST = 8 << 20;

    /** In characters: most documents, and the parts of a signature. */
    private static final int DOCUMENT = 8_192;

    private static final int PART = 2_048;

    private final StringBuilder out;
    private final @Nullable Element leftOut;
    /** Around the place that is written. */
    private final Prefixes declared = new Prefixes();
    /** The same, as far as it was written. */
    private final Prefixes written = new Prefixes();

    private boolean whole = true;
    private int depth;

    private CanonicalForm(@Nullable Element leftOut, int expected) {
        this.leftOut = leftOut;
        this.out = new StringBuilder(expected);
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
     * @throws IllegalArgumentException if a namespace is used that is not declared, or is a relative URI (Canonical XML 1.0, 2.1),
     *     if the tree holds a signature already, or an entity, or is very deep, or if the form is very long
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
        form.declareAround(apex);
        form.write(apex);
        return form.out.toString();
    }

    private void declareAround(Element apex) {
        if (apex.getParentNode() instanceof Element outer) {
            declareAround(outer);
            declare(Elements.attributes(outer));
        }
    }

    private void write(Document document) {
        boolean inside = false;
        for (Node node = document.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element root) {
                write(root);
                inside = true;
            } else if (node instanceof ProcessingInstruction instruction) {
                whole = false; // it stands outside the root, where a signature cannot be put behind it
                out.append(inside ? "\n" : "");
                CanonicalText.instruction(out, instruction.getTarget(), instruction.getData());
                out.append(inside ? "" : "\n");
            }
        }
    }

    private void write(Element element) {
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
        int outerDeclared = declared.place();
        int outerWritten = written.place();
        Map<String, String> missing;
        if (attributes.isEmpty()) { // nearly all, and even to look through none makes something to throw away
            missing = addMissing(Map.of(), element);
        } else {
            declare(attributes);
            missing = missing(element, attributes);
            whole = whole && saysAll(missing, attributes);
        }
        out.append('<').append(element.getNodeName());
        if (!missing.isEmpty()) {
            missing.forEach(this::writeDeclaration);
        }
        writeAttributes(attributes);
        out.append('>');
        if (out.length() > LONGEST) {
            throw new IllegalArgumentException("a canonical form of more than " + LONGEST + " characters");
        }
        writeContent(element);
        out.append("</").append(element.getNodeName()).append('>');
        declared.backTo(outerDeclared);
        written.backTo(outerWritten);
        depth--;
    }

    private void writeContent(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getNodeType()) {
                case Node.ELEMENT_NODE -> write((Element) child);
                case Node.TEXT_NODE, Node.CDATA_SECTION_NODE -> CanonicalText.text(out, child.getNodeValue());
                case Node.PROCESSING_INSTRUCTION_NODE ->
                    CanonicalText.instruction(out, child.getNodeName(), child.getNodeValue());
                case Node.COMMENT_NODE -> {
                    whole = false; // not signed
                }
                default -> throw new IllegalArgumentException("no entities, as " + child.getNodeName());
            }
        }
    }

    /** The declarations that the element makes use of and that nothing around it has written, by prefix. */
    private Map<String, String> missing(Element element, List<Node> attributes) {
        Map<String, String> missing = addMissing(Map.of(), element);
        for (Node attribute : attributes) {
            if (attribute.getPrefix() != null && !isDeclaration(attribute)) {
                missing = addMissing(missing, attribute);
            }
        }
        return missing;
    }

    private Map<String, String> addMissing(Map<String, String> missing, Node node) {
        String prefix = orEmpty(node.getPrefix());
        String uri = orEmpty(node.getNamespaceURI());
        if (!uri.equals(declared.find(prefix))) {
            throw new IllegalArgumentException(
                    "the namespace of " + node.getNodeName() + " is not declared by an attribute of the tree");
        }
        if (uri.equals(written.find(prefix))) {
            return missing;
        }
        if (missing.isEmpty()) {
            return Map.of(prefix, uri);
        }
        Map<String, String> more = new TreeMap<>(missing);
        more.put(prefix, uri);
        return more;
    }

    /** A relative URI stands for another namespace at another place: not even one that no name makes use of may be there. */
    private void declare(List<Node> attributes) {
        for (Node attribute : attributes) {
            if (isDeclaration(attribute)) {
                String uri = attribute.getNodeValue();
                if (!uri.isEmpty() && uri.indexOf(':') <= 0) {
                    throw new IllegalArgumentException(
                            "a relative URI as a namespace, for which no canonical form is defined");
                }
                declared.declare(declared(attribute), uri);
            }
        }
    }

    private static boolean saysAll(Map<String, String> written, List<Node> attributes) {
        for (Node attribute : attributes) {
            if (isDeclaration(attribute) && !written.containsKey(declared(attribute))) {
                return false;
            }
        }
        return true;
    }

    private void writeDeclaration(String prefix, String uri) {
        written.declare(prefix, uri);
        out.append(prefix.isEmpty() ? " xmlns" : " xmlns:").append(prefix).append("=\"");
        CanonicalText.value(out, uri);
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
