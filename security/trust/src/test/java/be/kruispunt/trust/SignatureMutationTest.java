package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Whatever is changed in a signed document, by character or by structure, it no longer verifies. The seed is fixed, so
 * that a commit keeps its verdict; who changes the verification removes it, raises the tries, and looks for an hour.
 */
class SignatureMutationTest {
    private static final Fixture FIXTURE = new Fixture();
    private static final String SIGNED = Fixture.write(FIXTURE.signed(FIXTURE.adem()));
    private static final Document ORIGINAL = read(SIGNED).orElseThrow();

    /** Not in the signature value and the certificate: base64 has several spellings for one value, and says the same. */
    @Property(tries = 1000, seed = "2026")
    void anyOtherCharacter_anywhereInWhatIsSigned_isNoticed(
            @ForAll @IntRange(min = 0, max = 1_000_000) int where,
            @ForAll @IntRange(min = 0x20, max = 0x17F) int what) {
        int index = where % SIGNED.length();
        Assume.that(isOutside(index, "<ds:SignatureValue>", "</ds:KeyInfo>"));
        Optional<Document> changed = read(SIGNED.substring(0, index) + (char) what + SIGNED.substring(index + 1));
        Assume.that(changed.isPresent());
        Assume.that(!saysTheSame(changed.get()));

        assertThatThrownBy(() -> FIXTURE.verifier().verify(changed.get(), NOW)).isInstanceOf(NotVerified.class);
    }

    /** Not in KeyInfo, which is not signed: its certificate is bound by its digest among the signed properties. */
    @Property(tries = 1000, seed = "2026")
    void anyOtherStructure_isNoticed(@ForAll long seed) {
        Random random = new Random(seed);
        Document dom = read(SIGNED).orElseThrow();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(dom, random);
        }
        Assume.that(!saysTheSame(dom));

        assertThatThrownBy(() -> FIXTURE.verifier().verify(dom, NOW), "%s", Fixture.write(dom))
                .isInstanceOf(NotVerified.class);
    }

    /** Blanks may move from before the signature to behind it: canonicalisation takes it out from between them. */
    private static boolean saysTheSame(Document dom) {
        Document left = (Document) dom.cloneNode(true);
        Document right = (Document) ORIGINAL.cloneNode(true);
        Node leftSignature = takeSignature(left);
        Node rightSignature = takeSignature(right);
        return left.isEqualNode(right) && leftSignature.isEqualNode(rightSignature);
    }

    private static Node takeSignature(Document dom) {
        Element root = dom.getDocumentElement();
        for (Node node = root.getLastChild(); node != null; node = node.getPreviousSibling()) {
            if ("ds:Signature".equals(node.getNodeName())) {
                root.removeChild(node);
                dom.normalize();
                return node;
            }
        }
        return root;
    }

    private static void change(Document dom, Random random) {
        List<Node> nodes = new ArrayList<>();
        collect(dom.getDocumentElement(), nodes);
        Node node = nodes.get(1 + random.nextInt(nodes.size() - 1));
        Node other = nodes.get(random.nextInt(nodes.size()));
        Node parent = node.getParentNode();
        switch (random.nextInt(6)) {
            case 0 -> parent.removeChild(node);
            case 1 -> parent.insertBefore(node.cloneNode(true), node);
            case 2 -> parent.appendChild(node);
            case 3 -> moveUnder(node, other);
            case 4 -> parent.insertBefore(dom.createTextNode("x"), node);
            default -> changeAttribute(node);
        }
        dom.normalize();
    }

    private static void moveUnder(Node node, Node other) {
        boolean within = false;
        for (Node up = other; up != null; up = up.getParentNode()) {
            within |= up == node;
        }
        if (!within && other instanceof Element) {
            other.appendChild(node);
        }
    }

    /** The signature's own Id is but a label: changed together with the Target that names it, it says the same. */
    private static void changeAttribute(Node node) {
        if ("ds:Signature".equals(node.getNodeName())) {
            return;
        }
        if (node instanceof Element element && element.getAttributes().getLength() > 0) {
            Node attribute = element.getAttributes().item(0);
            if (!attribute.getNodeName().startsWith("xmlns")) {
                attribute.setNodeValue(attribute.getNodeValue() + "x");
            }
        } else if (node instanceof Element element) {
            element.setAttribute("added", "x");
        }
    }

    private static void collect(Node node, List<Node> nodes) {
        if ("ds:KeyInfo".equals(node.getNodeName())) {
            return;
        }
        nodes.add(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, nodes);
        }
    }

    private static boolean isOutside(int index, String from, String to) {
        return index < SIGNED.indexOf(from) || index >= SIGNED.indexOf(to);
    }

    /** As the hub reads: what its reader does not take is never verified. */
    private static Optional<Document> read(String xml) {
        try {
            return Optional.of(new XmlReader(Limits.STANDARD).read(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }
}
