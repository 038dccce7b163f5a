package be.kruispunt.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.security.PublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** A signature that an authority put under a certificate or a revocation list: SHA-256 or stronger, and no other. */
final class AuthoritySignature {
    private static final Set<ASN1ObjectIdentifier> ACCEPTED = Set.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption,
            PKCSObjectIdentifiers.sha384WithRSAEncryption,
            PKCSObjectIdentifiers.sha512WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA256,
            X9ObjectIdentifiers.ecdsa_with_SHA384,
            X9ObjectIdentifiers.ecdsa_with_SHA512,
            EdECObjectIdentifiers.id_Ed25519,
            EdECObjectIdentifiers.id_Ed448);
    private static final Set<ASN1ObjectIdentifier> DIGESTS =
            Set.of(NISTObjectIdentifiers.id_sha256, NISTObjectIdentifiers.id_sha384, NISTObjectIdentifiers.id_sha512);

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final AlgorithmIdentifier algorithm;
    private final byte[] value;

    /** The signature, and the part of the bytes that it is over; they are not copied, for there may be many. */
    AuthoritySignature(byte[] bytes, int from, int to, AlgorithmIdentifier algorithm, byte[] value) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.algorithm = algorithm;
        this.value = value;
    }

    static boolean isAccepted(AlgorithmIdentifier algorithm) {
        if (PKCSObjectIdentifiers.id_RSASSA_PSS.equals(algorithm.getAlgorithm())) {
            var parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
            return parameters != null
                    && DIGESTS.contains(parameters.getHashAlgorithm().getAlgorithm());
        }
        return ACCEPTED.contains(algorithm.getAlgorithm());
    }

    boolean isBy(PublicKey key) {
        try {
            ContentVerifier verifier =
                    new JcaContentVerifierProviderBuilder().build(key).get(algorithm);
            try (OutputStream out = verifier.getOutputStream()) {
                out.write(bytes, from, to - from);
            }
            return verifier.verify(value);
        } catch (IOException | OperatorCreationException | RuntimeException e) {
            // Runtime exceptions too: providers throw their own kinds at values that cannot be a signature.
            return false;
        }
    }
}
