package be.kruispunt.documents;

import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.DocumentType;
import org.w3c.dom.Element;

/**
 * A document that follows its schema and its rules.
 *
 * @param type its type
 * @param payload its root, in the tree that was verified
 * @param facts what the hub decides on
 */
public record ReadDocument(DocumentType type, Element payload, DocumentFacts facts) {
    /** Content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return type + ", " + facts;
    }
}
