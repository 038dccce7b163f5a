package be.kruispunt.trust;

import be.kruispunt.model.id.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs files, of whatever size, with a signature beside them: CMS SignedData without content (RFC 5652), SHA-256. */
public final class FileSigner {
    private final SigningIdentity identity;
    private final InstantSource clock;
    private final Provider provider;
    private final PrivateKey key;

    /**
     * Prepares the key for the provider that will use it.
     *
     * @throws SignerUnavailable if the key is of no kind that signs
     */
    public FileSigner(SigningIdentity identity, CryptoProviders providers, InstantSource clock) {
        this.identity = identity;
        this.clock = clock;
        this.provider = identity.token().orElseGet(() -> providers.forKey(identity.key()));
        try {
            this.key = identity.token().isPresent() ? identity.key() : providers.own(identity.key());
        } catch (GeneralSecurityException e) {
            throw new SignerUnavailable("the key of " + identity.institution() + " cannot be used", e);
        }
    }

    /**
     * The signature over a file whose bytes were read, or written: whatever lies under its name by now.
     *
     * @param sha256 over every byte of it
     * @return DER, for {@code .p7s}
     * @throws SignerUnavailable if the key does not sign
     */
    public byte[] sign(Digest sha256) {
        try {
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(kind -> new Reckoned(kind, sha256))
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(signingTime()))
                    .build(signer(), identity.certificate()));
            generator.addCertificates(new JcaCertStore(List.<X509Certificate>of(identity.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(new byte[0]), false)
                    .getEncoded("DER");
        } catch (CMSException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            // Runtime exceptions too: a token that was taken away shows as a ProviderException.
            throw unavailable(e);
        }
    }

    /** A digest that was reckoned elsewhere, in the place where the library would reckon it. */
    private record Reckoned(AlgorithmIdentifier kind, Digest sha256) implements DigestCalculator {
        Reckoned {
            if (!kind.getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)) {
                throw new IllegalArgumentException("a SHA-256 digest is not one of " + kind.getAlgorithm());
            }
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return kind;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public byte[] getDigest() {
            return sha256.bytes();
        }
    }

    private AttributeTable signingTime() {
        var now = new DERSet(new Time(Date.from(clock.instant())));
        return new AttributeTable(new Attribute(CMSAttributes.signingTime, now));
    }

    private ContentSigner signer() throws OperatorCreationException {
        String algorithm = CryptoProviders.isEc(key) ? "SHA256withECDSA" : "SHA256withRSA";
        return new JcaContentSignerBuilder(algorithm).setProvider(provider).build(key);
    }

    private SignerUnavailable unavailable(Exception cause) {
        return new SignerUnavailable(
                "the key of " + identity.institution() + " did not sign: " + cause.getMessage(), cause);
    }
}
