package be.kruispunt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.KeyKind;
import be.kruispunt.trust.SigningIdentity;
import be.kruispunt.trust.TrustFolder;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** ETSI EN 319 102-1 validation by DSS of what {@link DocumentSigner} makes. */
class DssAcceptsOurSignaturesTest {
    private final Authority authority;

    DssAcceptsOurSignaturesTest() throws Exception {
        authority = new Authority();
    }

    private byte[] signed(Path p12) throws Exception {
        SigningIdentity identity =
                SigningIdentity.load(p12, TrustFolder.password(p12).chars());
        Document dom = Authority.document();
        new DocumentSigner(identity, CryptoProviders.best(), () -> authority.now).sign(dom);
        return Authority.write(dom);
    }

    private SimpleReport judge(byte[] xml) throws Exception {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(xml));
        validator.setCertificateVerifier(authority.offlineDss());
        return validator.validateDocument().getSimpleReport();
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void ourSignature_isAValidXadesBaselineB(KeyKind kind) throws Exception {
        SimpleReport report = judge(signed(authority.key(kind)));

        String id = report.getFirstSignatureId();
        assertThat(report.getIndication(id))
                .as("%s %s", report.getSubIndication(id), report.getAdESValidationErrors(id))
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(id)).isEqualTo(SignatureLevel.XAdES_BASELINE_B);
        assertThat(report.getSignaturesCount()).isEqualTo(1);
        assertThat(report.getAdESValidationErrors(id)).isEmpty();
    }

    @Test
    void ourSignature_overADocumentThatWasChanged_fails() throws Exception {
        String changed =
                new String(signed(authority.key(KeyKind.EC_P256)), StandardCharsets.UTF_8).replace("Wagner", "Wegner");

        SimpleReport report = judge(changed.getBytes(StandardCharsets.UTF_8));

        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void ourRevocationList_isUnderstood() throws Exception {
        Path p12 = authority.key(KeyKind.EC_P256);
        byte[] signed = signed(p12);
        authority.authority.revoke(
                SigningIdentity.load(p12, TrustFolder.password(p12).chars()).certificate());

        SimpleReport report = judge(signed);

        assertThat(report.getSubIndication(report.getFirstSignatureId()))
                .isIn(SubIndication.REVOKED, SubIndication.REVOKED_NO_POE);
    }
}
