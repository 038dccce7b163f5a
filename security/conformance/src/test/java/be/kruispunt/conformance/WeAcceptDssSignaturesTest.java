package be.kruispunt.conformance;

import static be.kruispunt.conformance.Authority.ADEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.KeyKind;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.TrustFolder;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.spi.x509.tsp.KeyEntityTSPSource;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.reference.CanonicalizationTransform;
import eu.europa.esig.dss.xades.reference.DSSReference;
import eu.europa.esig.dss.xades.reference.EnvelopedSignatureTransform;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore.PasswordProtection;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** {@link DocumentVerifier} over what DSS signs, with the parameters that {@code docs/reference/signatures.md} gives. */
class WeAcceptDssSignaturesTest {
    private final Authority authority;
    private final DSSDocument document = new InMemoryDocument(Authority.DOCUMENT.getBytes(StandardCharsets.UTF_8));

    WeAcceptDssSignaturesTest() throws Exception {
        authority = new Authority();
    }

    private XAdESSignatureParameters plainProfile() {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(Date.from(authority.now));
        return parameters;
    }

    private XAdESSignatureParameters acceptedProfile() {
        DSSReference whole = new DSSReference();
        whole.setId("content");
        whole.setUri("");
        whole.setContents(document);
        whole.setDigestMethodAlgorithm(DigestAlgorithm.SHA256);
        whole.setTransforms(List.of(
                new EnvelopedSignatureTransform(), new CanonicalizationTransform(CanonicalizationMethod.EXCLUSIVE)));
        XAdESSignatureParameters parameters = plainProfile();
        parameters.setReferences(List.of(whole));
        return parameters;
    }

    private Document sign(Path p12, XAdESSignatureParameters parameters) throws Exception {
        PasswordProtection password =
                new PasswordProtection(TrustFolder.password(p12).chars());
        try (Pkcs12SignatureToken token = new Pkcs12SignatureToken(p12.toFile(), password)) {
            DSSPrivateKeyEntry key = token.getKeys().getFirst();
            parameters.setSigningCertificate(key.getCertificate());
            parameters.setCertificateChain(key.getCertificateChain());
            XAdESService service = new XAdESService(authority.offlineDss());
            service.setTspSource(timeStamps());
            ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
            SignatureValue value = token.sign(toBeSigned, parameters.getDigestAlgorithm(), key);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            service.signDocument(document, parameters, value).writeTo(out);
            return Authority.parse(out.toByteArray());
        }
    }

    /** A time-stamping authority that nobody knows; RFC 3161 asks for its extended key usage. */
    private TSPSource timeStamps() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Time");
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(authority.now.minusSeconds(60)),
                Date.from(authority.now.plusSeconds(86_400)),
                name,
                pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
        KeyEntityTSPSource source = new KeyEntityTSPSource(pair.getPrivate(), certificate, List.of(certificate));
        source.setTsaPolicy("1.2.3.4");
        return source;
    }

    private DocumentVerifier verifier() {
        return new DocumentVerifier(authority.folder.trustStore(), CryptoProviders.best());
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aDssSignature_inTheAcceptedProfile_verifies(KeyKind kind) throws Exception {
        Document dom = sign(authority.key(kind), acceptedProfile());

        assertThat(verifier().verify(dom, authority.now).signer()).isEqualTo(ADEM);
        assertThat(verifier().verify(dom, authority.now).signedAt()).isEqualTo(authority.now);
    }

    /** What is added for evidence is not signed, and does not disturb; see the page on signatures. */
    @Test
    void aDssSignature_withATimeStamp_verifies() throws Exception {
        XAdESSignatureParameters parameters = acceptedProfile();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_T);

        Document dom = sign(authority.key(KeyKind.EC_P256), parameters);

        assertThat(dom.getElementsByTagNameNS("*", "EncapsulatedTimeStamp").getLength())
                .isEqualTo(1);
        assertThat(verifier().verify(dom, authority.now).signer()).isEqualTo(ADEM);
    }

    @Test
    void aDssSignature_overADocumentThatWasChanged_isRefused() throws Exception {
        Document dom = sign(authority.key(KeyKind.EC_P256), acceptedProfile());
        dom.getElementsByTagNameNS("*", "Name").item(0).setTextContent("Somebody else");

        NotVerified refusal =
                catchThrowableOfType(NotVerified.class, () -> verifier().verify(dom, authority.now));
        assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
    }

    /** DSS chooses the content by an XPath filter unless it is told otherwise; who reads must not evaluate expressions. */
    @Test
    void aDssSignature_inItsDefaultProfile_isRefused() throws Exception {
        Document dom = sign(authority.key(KeyKind.EC_P256), plainProfile());

        NotVerified refusal =
                catchThrowableOfType(NotVerified.class, () -> verifier().verify(dom, authority.now));
        assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
        assertThat(refusal.detail()).contains("Transform");
    }
}
