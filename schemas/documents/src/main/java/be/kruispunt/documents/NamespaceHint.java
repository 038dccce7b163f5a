package be.kruispunt.documents;

import be.kruispunt.documents.xml.Elements;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * Says of an element that it stands in another namespace than it should. A default namespace does that unseen: declared,
 * it takes in the elements below, which in these documents belong to none; forgotten, it leaves out those of the header.
 *
 * @param words the key of what is said
 * @param where the key of the namespace in which it stands
 * @param byDefault whether a default namespace put it there
 */
record NamespaceHint(String words, String where, boolean byDefault) {
    /** Of an element by whose name, but not in this namespace, one is wanted; empty where it is not that. In English. */
    static Optional<String> of(Element element, String name, String namespace, UnaryOperator<String> english) {
        return Elements.name(element).equals(name) && !namespace.equals(element.getNamespaceURI())
                ? Optional.of(
                        "%s stands in %s, and belongs in %s: declare that with a prefix, and write the prefix before %s"
                                .formatted(name, of("", element).place(english), namespace, name))
                : Optional.empty();
    }

    /**
     * Of an element that the schema does not want where it stands; empty where its namespace is not the reason.
     *
     * @param wanted the validator's list of what it wants there: {@code {"urn:a":x, y}}
     */
    static Optional<NamespaceHint> of(Element element, String wanted) {
        String name = Pattern.quote(Elements.name(element));
        if (element.getNamespaceURI() != null
                && Pattern.compile("[{ ]" + name + "[,}]").matcher(wanted).find()) {
            return Optional.of(of("schema.namespace.none", element));
        }
        return Pattern.compile("\":" + name + "[,}]").matcher(wanted).find()
                ? Optional.of(of("schema.namespace.other", element))
                : Optional.empty();
    }

    /** Without the namespace itself, unless it is one of ours: it is a stranger's text. */
    private static NamespaceHint of(String words, Element element) {
        String namespace = element.getNamespaceURI();
        if (namespace == null) {
            return new NamespaceHint(words, "schema.where.no", false);
        }
        String where = namespace.equals(Sbdh.NAMESPACE)
                ? "schema.where.header"
                : namespace.startsWith("urn:kruispunt:") ? "schema.where.document" : "schema.where.another";
        return new NamespaceHint(words, where, element.getPrefix() == null);
    }

    /** {@code labels}: the words by their keys. */
    String text(UnaryOperator<String> labels) {
        return labels.apply(words).replace("{where}", place(labels));
    }

    private String place(UnaryOperator<String> labels) {
        return labels.apply(where) + (byDefault ? labels.apply("schema.where.default") : "");
    }
}
