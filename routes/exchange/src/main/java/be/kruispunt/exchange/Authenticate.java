package be.kruispunt.exchange;

import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.VerifiedSignature;

/**
 * Verifies the signature over the whole message, and that three identities agree: whom the broker authenticated, whom
 * the header names as sender, and who signed.
 */
public final class Authenticate {
    private final DocumentVerifier verifier;

    public Authenticate(DocumentVerifier verifier) {
        this.verifier = verifier;
    }

    /** Refuses with the verifier's codes, SIGNER_MISMATCH and SENDER_MISMATCH. */
    public Result<Authenticated> authenticate(Parsed parsed) {
        Received received = parsed.received();
        VerifiedSignature signature;
        try {
            signature = verifier.verify(parsed.document().dom(), received.at());
        } catch (NotVerified e) {
            return Result.refused(e.code(), e.detail());
        }
        return switch (BelievedHeader.of(parsed.header(), signature, received.user())) {
            case Result.Passed<BelievedHeader>(BelievedHeader header) ->
                Result.passed(
                        new Authenticated(received, header, parsed.document().payload(), signature));
            case Result.Refused<BelievedHeader> refused -> Result.refused(refused.refusal());
        };
    }
}
