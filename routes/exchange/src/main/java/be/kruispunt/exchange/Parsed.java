package be.kruispunt.exchange;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.model.message.Header;
import java.util.Optional;

/** The bytes were read, once: this tree is what is verified, validated and translated. */
public record Parsed(Received received, IncomingDocument document) implements Stage {
    @Override
    public Optional<Header> header() {
        return Optional.of(document.header());
    }

    @Override
    public String auditDetail() {
        return document.header().type() + " instance " + document.header().instance();
    }
}
