package be.kruispunt.exchange;

import static be.kruispunt.model.outcome.RefusalCode.SENDER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.SIGNER_MISMATCH;

import be.kruispunt.model.id.InstitutionId;
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
        InstitutionId sender = parsed.document().header().sender();
        if (!sender.equals(received.user())) {
            return Result.refused(
                    SENDER_MISMATCH, "the header names " + sender + ", the broker user is " + received.user());
        }
        if (!signature.signer().equals(sender)) {
            return Result.refused(
                    SIGNER_MISMATCH, "the header names " + sender + ", " + signature.signer() + " signed");
        }
        return Result.passed(new Authenticated(received, parsed.document().ofAnInstitution(), signature));
    }
}
