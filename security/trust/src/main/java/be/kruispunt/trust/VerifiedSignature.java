package be.kruispunt.trust;

import be.kruispunt.model.id.InstitutionId;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.w3c.dom.Element;

/**
 * Proof that a document was verified: only {@link DocumentVerifier} hands it out.
 *
 * @param signer the institution that the certificate names
 * @param certificate the certificate whose key signed
 * @param signedAt the signer's own claim of the time (XAdES SigningTime); not a time-stamp
 * @param signedRoot the root of the very tree that was verified: read this one
 */
public record VerifiedSignature(
        InstitutionId signer, X509Certificate certificate, Instant signedAt, Element signedRoot) {}
