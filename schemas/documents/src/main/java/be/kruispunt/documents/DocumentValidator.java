package be.kruispunt.documents;

import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.message.Header;
import org.w3c.dom.Element;

/** Checks documents against their schema and, where that holds, their rules. One validator serves all threads. */
public final class DocumentValidator {
    private final DocumentCatalogue catalogue;

    public DocumentValidator(DocumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Checks what was received; the findings are told in English. */
    public Validation validate(IncomingDocument document) {
        return validate(document, Language.EN);
    }

    /** The same, with the findings in another language. */
    public Validation validate(IncomingDocument document, Language language) {
        Header header = document.header();
        return catalogue.get(header.type()).validate(header, document.payload(), language);
    }

    /** Checks a document that the hub wrote, such as the result of a translation. */
    public Validation validate(Header header, Element payload) {
        return catalogue.get(header.type()).validate(header, payload, Language.EN);
    }
}
