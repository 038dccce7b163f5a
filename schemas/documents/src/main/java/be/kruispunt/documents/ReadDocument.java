package be.kruispunt.documents;

import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.DocumentType;
import org.w3c.dom.Element;

/** Proof that a document follows its schema and its rules: only {@link DocumentDefinition} makes it. */
public final class ReadDocument {
    private final DocumentType type;
    private final Element payload;
    private final DocumentFacts facts;

    ReadDocument(DocumentType type, Element payload, DocumentFacts facts) {
        this.type = type;
        this.payload = payload;
        this.facts = facts;
    }

    public DocumentType type() {
        return type;
    }

    /** Its root, in the tree that was validated. */
    public Element payload() {
        return payload;
    }

    /** What the hub decides on. */
    public DocumentFacts facts() {
        return facts;
    }

    /** Content is personal data, so it stays out of the text. */
    @Override
    public String toString() {
        return type + ", " + facts;
    }
}
