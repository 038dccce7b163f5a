package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.w3c.dom.Element;

/** Proof that a document was verified: only {@link DocumentVerifier} makes it. */
public final class VerifiedSignature {
    private final InstitutionId signer;
    private final X509Certificate certificate;
    private final Instant signedAt;
    private final Element signedRoot;

    VerifiedSignature(InstitutionId signer, X509Certificate certificate, Instant signedAt, Element signedRoot) {
        this.signer = signer;
        this.certificate = certificate;
        this.signedAt = signedAt;
        this.signedRoot = signedRoot;
    }

    /** The institution that the certificate names. */
    public InstitutionId signer() {
        return signer;
    }

    /** The certificate whose key signed. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The signer's own claim of the time (XAdES SigningTime); not a time-stamp. */
    public Instant signedAt() {
        return signedAt;
    }

    /** The root of the very tree that was verified: read this one. */
    public Element signedRoot() {
        return signedRoot;
    }

    @Override
    public String toString() {
        return "signed by " + signer;
    }
}
