package be.kruispunt.exchange;

import static be.kruispunt.model.outcome.RefusalCode.SENDER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.SIGNER_MISMATCH;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import be.kruispunt.trust.VerifiedSignature;

/**
 * What a message says of itself, believed. Three identities agree: whom the broker authenticated, whom the header names as
 * sender, and who signed the whole. There is no other way to one than by holding these against each other.
 */
final class BelievedHeader {
    private final Header header;

    private BelievedHeader(Header header) {
        this.header = header;
    }

    /**
     * Believes the header of what was signed.
     *
     * @param user whom the broker authenticated
     * @return or SENDER_MISMATCH, or SIGNER_MISMATCH
     */
    static Result<BelievedHeader> of(ClaimedHeader claimed, VerifiedSignature signature, InstitutionId user) {
        InstitutionId sender = claimed.header().sender();
        if (!sender.equals(user)) {
            return Result.refused(SENDER_MISMATCH, "the header names " + sender + ", the broker user is " + user);
        }
        if (!signature.signer().equals(sender)) {
            return Result.refused(
                    SIGNER_MISMATCH, "the header names " + sender + ", " + signature.signer() + " signed");
        }
        // Where a document came from is the hub's to say, and not believed of others.
        return Result.passed(new BelievedHeader(claimed.header().withoutProvenance()));
    }

    Header header() {
        return header;
    }

    @Override
    public String toString() {
        return header.toString();
    }
}
