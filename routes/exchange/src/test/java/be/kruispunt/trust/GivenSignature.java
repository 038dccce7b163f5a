package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.time.Instant;
import org.w3c.dom.Element;

/** A tree that counts as signed, for tests of what comes after; in this package, since nobody else can make one. */
public final class GivenSignature {
    private GivenSignature() {}

    /** Without a certificate, which nothing after the signature's own check looks at but the audit. */
    @SuppressWarnings("NullAway")
    public static VerifiedSignature by(InstitutionId signer, Instant at, Element root) {
        return new VerifiedSignature(signer, null, at, root);
    }
}
