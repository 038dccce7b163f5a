package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One walk over the whole tree, before any cryptography, for what makes signature wrapping possible: a second
 * signature, a signature elsewhere, an id that names two elements, content that canonicalisation leaves out.
 */
final class SignedTree {
    private final Set<String> ids = new HashSet<>();
    private final Element root;
    private @Nullable Element signature;

    private SignedTree(Element root) {
        this.root = root;
    }

    /** The only signature, which is the root's last element. */
    static Element soleSignature(Document dom) throws NotVerified {
        Element root = dom.getDocumentElement();
        if (root == null) {
            throw missing();
        }
        if (dom.getDoctype() != null) {
            throw NotVerified.invalid("a signed document has no DOCTYPE");
        }
        return new SignedTree(root).walk();
    }

    private Element walk() throws NotVerified {
        for (Node node = root; node != null; node = next(node)) {
            switch (node.getNodeType()) {
                case Node.ELEMENT_NODE -> look((Element) node);
                case Node.COMMENT_NODE -> requireNotWithinText(node);
                case Node.ENTITY_REFERENCE_NODE -> throw NotVerified.invalid("a signed document has no entities");
                default -> {
                    // Text and processing instructions are covered by the signature.
                }
            }
        }
        Element found = signature;
        if (found == null) {
            throw missing();
        }
        if (found.getParentNode() != root || hasElementAfter(found)) {
            throw NotVerified.invalid("the signature must be the last element of the root");
        }
        return found;
    }

    private void look(Element element) throws NotVerified {
        if (Names.DS.equals(element.getNamespaceURI()) && "Signature".equals(element.getLocalName())) {
            if (signature != null) {
                throw NotVerified.invalid("exactly one signature wanted in the whole document");
            }
            signature = element;
        }
        for (Node attribute : Elements.attributes(element)) {
            String name = attribute.getLocalName() == null ? attribute.getNodeName() : attribute.getLocalName();
            if (name.length() == 2
                    && name.toLowerCase(Locale.ROOT).equals("id")
                    && !ids.add(attribute.getNodeValue())) {
                throw NotVerified.invalid("an id stands on two elements");
            }
        }
    }

    /**
     * Comments are not signed. Between elements they say nothing; but within a text they cut it in two, and a reader
     * that takes the first half reads what nobody signed.
     */
    private static void requireNotWithinText(Node comment) throws NotVerified {
        for (Node sibling = comment.getParentNode().getFirstChild();
                sibling != null;
                sibling = sibling.getNextSibling()) {
            boolean text = sibling.getNodeType() == Node.TEXT_NODE || sibling.getNodeType() == Node.CDATA_SECTION_NODE;
            if (text && !sibling.getNodeValue().isBlank()) {
                throw NotVerified.invalid("a comment stands within a text; comments are not covered by the signature");
            }
        }
    }

    private static boolean hasElementAfter(Element signature) {
        for (Node node = signature.getNextSibling(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.ELEMENT_NODE) {
                return true;
            }
        }
        return false;
    }

    /** The next node in document order, without recursion, so that depth costs no stack. */
    private @Nullable Node next(Node node) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node up = node;
        while (up != null && up != root) {
            if (up.getNextSibling() != null) {
                return up.getNextSibling();
            }
            up = up.getParentNode();
        }
        return null;
    }

    private static NotVerified missing() {
        return new NotVerified(RefusalCode.SIGNATURE_MISSING, "the document holds no XML signature");
    }
}
