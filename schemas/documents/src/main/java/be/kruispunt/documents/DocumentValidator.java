package be.kruispunt.documents;

import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import org.w3c.dom.Element;

/** Checks documents against their schema and, where that holds, their rules. One validator serves all threads. */
public final class DocumentValidator {
    private final DocumentCatalogue catalogue;

    public DocumentValidator(DocumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Checks what was received. */
    public Validation validate(IncomingDocument document) {
        return validate(document.header(), document.header().type(), document.payload());
    }

    /** Checks a document that the hub made, such as the result of a translation. */
    public Validation validate(Header header, DocumentType type, Element payload) {
        return catalogue.get(type).validate(header, payload);
    }
}
