package be.kruispunt.exchange;

import be.kruispunt.documents.IncomingDocument;
import java.util.Optional;

/** The bytes were read, once: this tree is what is verified, validated and translated. */
public record Parsed(Received received, IncomingDocument document) implements Stage {
    ClaimedHeader header() {
        return new ClaimedHeader(document.header());
    }

    @Override
    public Optional<ClaimedHeader> claimed() {
        return Optional.of(header());
    }

    @Override
    public String auditDetail() {
        return document.header().type() + " instance " + document.header().instance();
    }
}
