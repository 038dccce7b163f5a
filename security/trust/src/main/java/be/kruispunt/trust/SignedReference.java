package be.kruispunt.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A reference of a signature, and the digest that it gives of what it names (XML Signature 1.1, 4.4.3).
 *
 * @param id by which a data object format names it; empty if it has none
 * @param method algorithm of the digest
 */
record SignedReference(String id, String method, Base64Value digest) {

    static SignedReference read(Element reference, String uri, List<String> transforms) throws NotVerified {
        if (!reference.hasAttribute("URI") || !reference.getAttribute("URI").equals(uri)) {
            throw NotVerified.invalid("exactly two references wanted: the whole document, and the signed properties");
        }
        List<Element> parts =
                Elements.exactly(reference, Names.DS, List.of("Transforms", "DigestMethod", "DigestValue"));
        requireTransforms(Elements.children(parts.get(0)), transforms);
        String method = Elements.algorithm(parts.get(1), Names.DIGESTS);
        return new SignedReference(reference.getAttribute("Id"), method, Base64Value.read(parts.get(2)));
    }

    private static void requireTransforms(List<Element> found, List<String> transforms) throws NotVerified {
        if (found.size() != transforms.size()) {
            throw NotVerified.invalid("a reference has other transforms than are accepted; accepted, in this order: "
                    + String.join(", ", transforms));
        }
        for (int i = 0; i < found.size(); i++) {
            Elements.requireName(found.get(i), Names.DS, "Transform");
            Elements.algorithm(found.get(i), Set.of(transforms.get(i)));
        }
    }

    /** Whether the digest is of this canonical form. */
    boolean isOf(String canonical) {
        return digest.is(digest(method, canonical.getBytes(UTF_8)));
    }

    /** The digest of some bytes, by an algorithm of {@link Names#DIGESTS}. */
    static byte[] digest(String method, byte[] content) {
        String algorithm = Names.javaDigest(method);
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + algorithm, e);
        }
    }
}
