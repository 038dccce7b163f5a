package be.kruispunt.trust;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reads a signature's elements strictly: what is expected, in this order, and nothing else. */
final class Elements {
    /** Line breaks and indentation; more would be something else. */
    private static final int MOST_BLANKS = 256;

    private static final int LONGEST_ATTRIBUTE = 256;

    private Elements() {}

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** All of them. Asked itself, an element without any makes room for some. */
    static List<Node> attributes(Element element) {
        if (!element.hasAttributes()) {
            return List.of();
        }
        NamedNodeMap attributes = element.getAttributes();
        List<Node> list = new ArrayList<>(attributes.getLength());
        for (int i = 0; i < attributes.getLength(); i++) {
            list.add(attributes.item(i));
        }
        return list;
    }

    /** What is in a signature but not signed could otherwise carry anything: these attributes only. */
    static void requireBare(Element element, Set<String> attributes) throws NotVerified {
        for (Node attribute : attributes(element)) {
            boolean declaration = XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI());
            boolean known = declaration || attributes.contains(attribute.getNodeName());
            if (!known || attribute.getNodeValue().length() > LONGEST_ATTRIBUTE) {
                throw NotVerified.invalid(element.getLocalName() + " has an attribute that is not signed");
            }
        }
    }

    /**
     * Neither comments nor processing instructions, nor declarations of namespaces that no name of a signature is in:
     * canonicalisation leaves those out, so that they could carry anything, even in what is signed.
     */
    static void requireNothingElse(Element element) throws NotVerified {
        for (Node attribute : attributes(element)) {
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())
                    && !Names.OF_SIGNATURES.contains(attribute.getNodeValue())) {
                throw NotVerified.invalid("the signature declares a namespace that is not needed in it");
            }
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element inner) {
                requireNothingElse(inner);
            } else if (!(node instanceof Text)) {
                throw NotVerified.invalid("the signature holds a comment or a processing instruction");
            }
        }
    }

    static void requireNoText(Element element) throws NotVerified {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean blank = node instanceof Text text && isIndentation(text.getData());
            if (!blank && !(node instanceof Element)) {
                throw NotVerified.invalid(element.getLocalName() + " holds something besides elements");
            }
        }
    }

    static void requireEmpty(Element element) throws NotVerified {
        if (element.hasChildNodes()) {
            throw NotVerified.invalid(element.getLocalName() + " must be empty");
        }
    }

    private static boolean isIndentation(String text) {
        return text.length() <= MOST_BLANKS && withoutBlanks(text).isEmpty();
    }

    /** A binary value, in which nothing else may stand: not all such places are signed, and computing reads past it. */
    static byte[] base64(Element element, int mostCharacters) throws NotVerified {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (!(node instanceof Text)) {
                throw NotVerified.invalid("a binary value of the signature has something else in it");
            }
        }
        String text = element.getTextContent();
        if (text.length() > mostCharacters) {
            throw NotVerified.invalid("a binary value of the signature is too long");
        }
        try {
            return Base64.getDecoder().decode(withoutBlanks(text));
        } catch (IllegalArgumentException e) {
            throw NotVerified.invalid("a binary value of the signature is not base64");
        }
    }

    /** A loop, and no pattern: there are ten of these in a signature, and patterns took a tenth of its verification. */
    private static String withoutBlanks(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != ' ' && character != '\t' && character != '\r' && character != '\n') {
                kept.append(character);
            }
        }
        return kept.toString();
    }

    static List<Element> exactly(Element parent, String namespace, List<String> names) throws NotVerified {
        requireNoText(parent);
        List<Element> children = children(parent);
        if (children.size() != names.size()) {
            throw NotVerified.invalid(parent.getLocalName() + " must hold exactly " + String.join(", ", names));
        }
        for (int i = 0; i < names.size(); i++) {
            requireName(children.get(i), namespace, names.get(i));
        }
        return children;
    }

    static Element only(Element parent, String namespace, String name) throws NotVerified {
        List<Element> found = children(parent).stream()
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
        if (found.size() != 1) {
            throw NotVerified.invalid(parent.getLocalName() + " must hold exactly one " + name);
        }
        return found.getFirst();
    }

    static void requireName(Element element, String namespace, String name) throws NotVerified {
        if (!namespace.equals(element.getNamespaceURI()) || !name.equals(element.getLocalName())) {
            throw NotVerified.invalid("the signature holds another element where " + name + " must stand");
        }
    }

    static String attribute(Element element, String name) throws NotVerified {
        if (!element.hasAttributeNS(null, name)) {
            throw NotVerified.invalid(element.getLocalName() + " must have the attribute " + name);
        }
        return element.getAttributeNS(null, name);
    }

    /** The algorithm, which must be on the list and have no parameters. */
    static String algorithm(Element element, Set<String> accepted) throws NotVerified {
        String algorithm = attribute(element, "Algorithm");
        if (!accepted.contains(algorithm) || !children(element).isEmpty()) {
            throw NotVerified.invalid(element.getLocalName()
                    + " has an algorithm or parameters that are not accepted; accepted: " + Names.list(accepted));
        }
        return algorithm;
    }
}
