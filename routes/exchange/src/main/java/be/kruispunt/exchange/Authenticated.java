package be.kruispunt.exchange;

import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.model.message.Header;
import be.kruispunt.trust.VerifiedSignature;
import java.util.Optional;

/** The whole message is signed by its sender, who is whom the broker authenticated. */
public record Authenticated(Received received, IncomingDocument document, VerifiedSignature signature)
        implements Stage {
    @Override
    public Optional<Header> header() {
        return Optional.of(document.header());
    }

    @Override
    public String auditDetail() {
        return "signed by " + signature.signer() + ", certificate "
                + signature.certificate().getSerialNumber().toString(16) + ", at " + signature.signedAt();
    }
}
