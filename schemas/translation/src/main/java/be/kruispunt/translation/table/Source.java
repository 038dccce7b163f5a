package be.kruispunt.translation.table;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What a row is asked about: an element or an attribute of the source.
 *
 * @param attribute name of the attribute; null for the element itself
 * @param path as it stands in a loss report
 * @param node what the table knows of the place
 */
record Source(Element element, @Nullable String attribute, String path, Node node) {
    /** Its text, as it was written. */
    String raw() {
        return attribute == null ? element.getTextContent() : element.getAttribute(attribute);
    }

    String text() {
        return raw().strip();
    }

    String box() {
        return node.box(path);
    }

    /** Content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return path;
    }
}
