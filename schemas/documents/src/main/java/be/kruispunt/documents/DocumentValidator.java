package be.kruispunt.documents;

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
        Header header = document.header();
        return catalogue.get(header.type()).validate(header, document.payload());
    }

    /**
     * Checks a document that the hub wrote, such as the result of a translation.
     *
     * @param content what it was written from
     * @param payload what was written
     */
    public Validation validate(Header header, Object content, Element payload) {
        return catalogue.of(content).validateWritten(header, content, payload);
    }
}
