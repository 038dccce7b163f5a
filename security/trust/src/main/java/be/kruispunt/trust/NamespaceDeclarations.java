package be.kruispunt.trust;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * A tree that was built by hand may use namespaces that no attribute declares. Its writer adds the declarations, but
 * canonicalisation does not see them: what is signed is then not what is written, and nobody can verify it.
 */
final class NamespaceDeclarations {
    private static final Map<String, String> OUTSIDE = Map.of("", "", "xml", XMLConstants.XML_NS_URI);

    private NamespaceDeclarations() {}

    /**
     * Walks the tree.
     *
     * @throws IllegalArgumentException if a namespace is used that is not declared
     */
    static void require(Element root) {
        require(root, OUTSIDE);
    }

    private static void require(Element element, Map<String, String> outer) {
        Map<String, String> scope = withDeclarations(element.getAttributes(), outer);
        requireDeclared(element, scope);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (attribute.getPrefix() != null && !isDeclaration(attribute)) {
                requireDeclared(attribute, scope);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                require(inner, scope);
            }
        }
    }

    private static Map<String, String> withDeclarations(NamedNodeMap attributes, Map<String, String> outer) {
        Map<String, String> scope = outer;
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (isDeclaration(attribute)) {
                if (scope == outer) {
                    scope = new HashMap<>(outer);
                }
                scope.put(attribute.getPrefix() == null ? "" : attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        return scope;
    }

    private static boolean isDeclaration(Node attribute) {
        return XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
    }

    private static void requireDeclared(Node node, Map<String, String> scope) {
        if (!Objects.equals(scope.get(orEmpty(node.getPrefix())), orEmpty(node.getNamespaceURI()))) {
            throw new IllegalArgumentException(
                    "the namespace of " + node.getNodeName() + " is not declared by an attribute of the tree");
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
