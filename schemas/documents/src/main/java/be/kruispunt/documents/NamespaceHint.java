package be.kruispunt.documents;

import be.kruispunt.documents.xml.Elements;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Says of an element that it stands in another namespace than it should. A default namespace does that unseen: declared,
 * it takes in the elements below, which in these documents belong to none; forgotten, it leaves out those of the header.
 */
final class NamespaceHint {
    private NamespaceHint() {}

    /** Of an element by whose name, but not in this namespace, one is wanted; empty where it is not that. */
    static Optional<String> of(Element element, String name, String namespace) {
        return Elements.name(element).equals(name) && !namespace.equals(element.getNamespaceURI())
                ? Optional.of(
                        "%s stands in %s, and belongs in %s: declare that with a prefix, and write the prefix before %s"
                                .formatted(name, where(element), namespace, name))
                : Optional.empty();
    }

    /**
     * Of an element that the schema does not want where it stands; empty where its namespace is not the reason.
     *
     * @param wanted the validator's list of what it wants there: {@code {"urn:a":x, y}}
     */
    static Optional<String> of(Element element, String wanted) {
        String name = Pattern.quote(Elements.name(element));
        if (element.getNamespaceURI() != null
                && Pattern.compile("[{ ]" + name + "[,}]").matcher(wanted).find()) {
            return Optional.of("this element stands in " + where(element)
                    + ", and belongs in none: only the root of a document has a namespace, so declare it with"
                    + " a prefix");
        }
        if (Pattern.compile("\":" + name + "[,}]").matcher(wanted).find()) {
            return Optional.of("this element stands in " + where(element)
                    + ", and not in the one that is wanted: write the prefix of that before its name");
        }
        return Optional.empty();
    }

    /** Without the namespace itself, unless it is one of ours: it is a stranger's text. */
    private static String where(Element element) {
        String namespace = element.getNamespaceURI();
        if (namespace == null) {
            return "no namespace";
        }
        String which = namespace.equals(Sbdh.NAMESPACE)
                ? "the namespace of the header"
                : namespace.startsWith("urn:kruispunt:") ? "the namespace of a document" : "another namespace";
        return element.getPrefix() == null ? which + ", by a default namespace (xmlns=\"...\")" : which;
    }
}
