package be.kruispunt.exchange;

import be.kruispunt.trust.VerifiedSignature;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The whole message is signed by its sender, who is whom the broker authenticated.
 *
 * @param payload the document, in the tree that was verified
 */
public record Authenticated(Received received, BelievedHeader header, Element payload, VerifiedSignature signature)
        implements Stage {
    public Authenticated {
        if (payload.getParentNode() != signature.signedRoot()) {
            throw new IllegalArgumentException("the document stands in another tree than the one that was verified");
        }
    }

    @Override
    public Optional<ClaimedHeader> claimed() {
        return Optional.of(new ClaimedHeader(header.header()));
    }

    @Override
    public Optional<BelievedHeader> believed() {
        return Optional.of(header);
    }

    @Override
    public String auditDetail() {
        return "signed by " + signature.signer() + ", certificate "
                + signature.certificate().getSerialNumber().toString(16) + ", at " + signature.signedAt();
    }
}
