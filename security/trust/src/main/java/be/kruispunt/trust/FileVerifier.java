package be.kruispunt.trust;

import be.kruispunt.model.outcome.RefusalCode;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Verifies that a file is whole and who signed it, by the rules of {@link DocumentVerifier}: cheap refusals first, no key of a
 * stranger is computed with, and whether a certificate was revoked is asked only about a signature that its key made.
 */
public final class FileVerifier {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final TrustStore trust;
    private final CryptoProviders providers;

    public FileVerifier(TrustStore trust, CryptoProviders providers) {
        this.trust = trust;
        this.providers = providers;
    }

    /**
     * Verifies a file whose bytes were read.
     *
     * @param hash of {@link FileSignature#digest}, over every byte of the file
     * @return who signed it
     * @throws NotVerified if the signature is of another form, broken, or not by a trusted certificate
     * @throws RevocationUnknown if it cannot be told whether the certificate was revoked
     */
    public TrustedCertificate verify(FileSignature signature, byte[] hash, Instant now) throws NotVerified {
        try {
            TrustedCertificate signer = trust.believe(signature.certificate(), Purpose.SIGN, now);
            requireIntact(signature, hash);
            requireSigningTime(signature, now);
            trust.requireNotRevoked(signer, now);
            return signer;
        } catch (NotTrusted e) {
            throw new NotVerified(e.code(), e.detail(), e);
        }
    }

    private void requireIntact(FileSignature signature, byte[] hash) throws NotVerified {
        X509Certificate certificate = signature.certificate();
        PublicKey key = certificate.getPublicKey();
        try {
            var verifier = new SignerInformationVerifier(
                    new DefaultCMSSignatureAlgorithmNameGenerator(),
                    new DefaultSignatureAlgorithmIdentifierFinder(),
                    new JcaContentVerifierProviderBuilder()
                            .setProvider(providers.forKey(key))
                            .build(key),
                    new JcaDigestCalculatorProviderBuilder().build());
            if (!signature.over(hash).verify(verifier)) {
                throw NotVerified.invalid("the file was changed after it was signed, or the key is another");
            }
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            // Also where the digest is another; and providers throw their own kinds at values that cannot be a
            // signature.
            throw new NotVerified(
                    RefusalCode.SIGNATURE_INVALID,
                    "the file was changed after it was signed, or the signature cannot be evaluated",
                    e);
        }
    }

    /** It is the signer's own claim; but nobody signs with a certificate that he does not have yet, or no more. */
    private static void requireSigningTime(FileSignature signature, Instant now) throws NotVerified {
        Instant at = signature.signedAt().orElse(now);
        Instant begin = signature.certificate().getNotBefore().toInstant();
        Instant end = signature.certificate().getNotAfter().toInstant();
        if (at.isAfter(now.plus(CLOCK_SKEW))) {
            throw NotVerified.invalid("the signing time is in the future");
        }
        if (at.isBefore(begin.minus(CLOCK_SKEW)) || at.isAfter(end)) {
            throw NotVerified.invalid("the signing time lies outside the certificate's time, " + begin + " to " + end);
        }
    }
}
