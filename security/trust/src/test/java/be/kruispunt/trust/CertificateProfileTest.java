package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.outcome.RefusalCode;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECNamedCurveGenParameterSpec;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Curves and algorithms that a trusted authority may have certified and that are not taken all the same. */
class CertificateProfileTest {
    private static final BouncyCastleProvider OTHER = new BouncyCastleProvider();

    private final Fixture fixture = new Fixture();
    private final AnAuthority authority = AnAuthority.named("One");
    private final DocumentVerifier verifier = new DocumentVerifier(
            new TrustStore(List.of(authority.certificate), fixture.folder.root(), List.of(), InstantSource.fixed(NOW)),
            fixture.providers);

    private NotVerified refusal(byte[] certificate) throws Exception {
        Document dom = fixture.signed(fixture.adem());
        element(dom, "X509Certificate").setTextContent(Base64.getEncoder().encodeToString(certificate));
        ((Element) element(dom, "CertDigest").getLastChild())
                .setTextContent(Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate)));
        return catchThrowableOfType(NotVerified.class, () -> verifier.verify(dom, NOW));
    }

    private static Element element(Document dom, String name) {
        return (Element) dom.getElementsByTagNameNS("*", name).item(0);
    }

    private byte[] certificate(SubjectPublicKeyInfo key, String algorithm) throws Exception {
        var builder = new X509v3CertificateBuilder(
                X500Name.getInstance(
                        authority.certificate.getSubjectX500Principal().getEncoded()),
                BigInteger.TEN,
                Date.from(NOW.minusSeconds(60)),
                Date.from(NOW.plusSeconds(60)),
                new X500Name("2.5.4.97=" + ADEM),
                key);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
        return builder.build(new JcaContentSignerBuilder(algorithm)
                        .setProvider(OTHER)
                        .build(authority.pair.getPrivate()))
                .getEncoded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"brainpoolP256r1", "brainpoolP384r1", "secp256k1", "secp521r1"})
    void aCurveIsKnownByItsName_notByItsSize(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", OTHER);
        generator.initialize(new ECNamedCurveGenParameterSpec(curve));
        KeyPair pair = generator.generateKeyPair();

        NotVerified refusal = refusal(
                certificate(SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()), "SHA256withECDSA"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
        assertThat(refusal.detail()).contains("accepted: EC on the named curve P-256 or P-384");
    }

    /** The numbers of P-256, without its name: whoever writes them himself can choose another base point. */
    @Test
    void aCurveByItsNumbers() throws Exception {
        var named = ECNamedCurveTable.getParameterSpec("secp256r1");
        var parameters =
                new X9ECParameters(named.getCurve(), new X9ECPoint(named.getG(), false), named.getN(), named.getH());
        var info = new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters),
                SubjectPublicKeyInfo.getInstance(
                                KeyKind.EC_P256.generate().getPublic().getEncoded())
                        .getPublicKeyData()
                        .getBytes());

        assertThat(refusal(certificate(info, "SHA256withECDSA")).code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void aCertificateThatItsAuthoritySignedWithSha1() throws Exception {
        NotVerified refusal = refusal(certificate(
                SubjectPublicKeyInfo.getInstance(
                        KeyKind.EC_P256.generate().getPublic().getEncoded()),
                "SHA1withECDSA"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
        assertThat(refusal.detail()).contains("SHA-256 or stronger");
    }
}
