/**
 * Keys, certificates, and signatures: who signed a document, and that nothing changed since.
 *
 * <p>Start at {@link be.kruispunt.trust.DocumentVerifier} and {@link be.kruispunt.trust.DocumentSigner}; whom to believe
 * is decided in {@link be.kruispunt.trust.TrustStore}. The accepted form of a signature is written down in
 * {@code docs/reference/signatures.md}.
 */
@NullMarked
package be.kruispunt.trust;

import org.jspecify.annotations.NullMarked;
