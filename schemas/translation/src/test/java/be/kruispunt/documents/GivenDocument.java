package be.kruispunt.documents;

import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.DocumentType;
import org.w3c.dom.Element;

/** A document that counts as validated, for tests of what comes after; in this package, since nobody else can make one. */
public final class GivenDocument {
    private GivenDocument() {}

    public static ReadDocument read(DocumentType type, Element payload, DocumentFacts facts) {
        return new ReadDocument(type, payload, facts);
    }
}
