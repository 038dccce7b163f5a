package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Verifies that a document is whole and who signed it.
 *
 * <p>Security guarantees: the one signature covers the whole tree but itself; nothing of the tree is reached by another
 * way than from its root; the key belongs to a certificate that {@link TrustStore} believes for signing at that time.
 * Read only {@link VerifiedSignature#signedRoot}: it is the tree that was verified. The form that is accepted is in
 * {@code docs/reference/signatures.md}; the order is fixed, cheap refusals first: no key of a stranger is ever computed
 * with, and whether a certificate was revoked is asked only about a signature that its key made.
 */
public final class DocumentVerifier {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final TrustStore trust;
    private final CryptoProviders providers;
    /** Keys of trusted certificates only, in the provider's own form. */
    private final BoundedCache<X509Certificate, PublicKey> keys = new BoundedCache<>();

    public DocumentVerifier(TrustStore trust, CryptoProviders providers) {
        this.trust = trust;
        this.providers = providers;
    }

    /**
     * Verifies the tree as it stands, or says why not.
     *
     * @throws NotVerified if the signature is missing, of another form, broken, or not by a trusted certificate
     * @throws RevocationUnknown if it cannot be told whether the certificate was revoked
     */
    public VerifiedSignature verify(Document dom, Instant now) throws NotVerified {
        Element signature = SignedTree.soleSignature(dom);
        SignatureForm form = SignatureForm.read(signature);
        try {
            TrustedCertificate signer = trust.believe(form.certificate(), Purpose.SIGN, now);
            PublicKey key = key(signer.certificate());
            requireFitting(form.signed().method(), key);
            requireIntact(signature, form, key);
            requireSigningTime(form, now);
            trust.requireNotRevoked(signer, now);
            return new VerifiedSignature(
                    signer.institution(), signer.certificate(), form.signedAt(), dom.getDocumentElement());
        } catch (NotTrusted e) {
            throw new NotVerified(e.code(), e.detail(), e);
        }
    }

    /** It is the signer's own claim; but nobody signs with a certificate that he does not have yet, or no more. */
    private static void requireSigningTime(SignatureForm form, Instant now) throws NotVerified {
        if (form.signedAt().isAfter(now.plus(CLOCK_SKEW))) {
            throw NotVerified.invalid("the signing time is in the future");
        }
        Instant begin = form.certificate().getNotBefore().toInstant();
        Instant end = form.certificate().getNotAfter().toInstant();
        if (form.signedAt().isBefore(begin.minus(CLOCK_SKEW)) || form.signedAt().isAfter(end)) {
            throw NotVerified.invalid("the signing time lies outside the certificate's time, " + begin + " to " + end);
        }
    }

    private PublicKey key(X509Certificate certificate) throws NotVerified {
        Optional<PublicKey> known = keys.get(certificate);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            PublicKey key = providers.own(certificate.getPublicKey());
            keys.put(certificate, key);
            return key;
        } catch (GeneralSecurityException e) {
            throw new NotVerified(RefusalCode.CERTIFICATE_UNTRUSTED, "the certificate's key cannot be used", e);
        }
    }

    private static void requireFitting(String method, PublicKey key) throws NotVerified {
        Set<String> fitting = CryptoProviders.isEc(key) ? Names.EC_SIGNATURES : Names.RSA_SIGNATURES;
        if (!fitting.contains(method)) {
            throw NotVerified.invalid(
                    "the signature method does not fit the certificate's key; fitting: " + Names.list(fitting));
        }
    }

    private void requireIntact(Element signature, SignatureForm form, PublicKey key) throws NotVerified {
        try {
            SignedInfo signed = form.signed();
            if (!signed.isBy(key, providers.forKey(key))) {
                throw NotVerified.invalid("the signature value was not made with the certificate's key");
            }
            if (!signed.properties().isOf(CanonicalForm.of(form.signedProperties()))
                    || !signed.content().isOf(CanonicalForm.without(signature))) {
                throw NotVerified.invalid("the document was changed after it was signed");
            }
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // Runtime exceptions too: providers throw their own kinds at values that cannot be a signature.
            throw new NotVerified(RefusalCode.SIGNATURE_INVALID, "the signature cannot be evaluated", e);
        }
    }
}
