package be.kruispunt.hub;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.TrustStore;
import be.kruispunt.trust.VerifiedSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The signed message that integrators are given is what the hub takes. */
class SignedSampleTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("kruispunt.root", "../..")).resolve("docs/clients/sample");
    private static final Instant DAY = Instant.parse("2026-11-26T08:00:00Z");

    @Test
    void itVerifies_withWhatLiesBesideIt_andFollowsItsSchemaAndRules(@TempDir Path folder) throws Exception {
        DocumentCatalogue catalogue = DocumentCatalogue.standard();
        IncomingDocument message =
                new MessageReader(catalogue, Limits.STANDARD).read(Files.readAllBytes(SAMPLE.resolve("u1-signed.xml")));
        VerifiedSignature signature =
                new DocumentVerifier(trust(folder), CryptoProviders.best()).verify(message.dom(), DAY);
        assertThat(signature.signer()).isEqualTo(message.header().sender());
        assertThat(signature.certificate()).isEqualTo(certificate("signer.pem"));
        assertThat(new DocumentValidator(catalogue).validate(message).findings())
                .isEmpty();
    }

    private static X509Certificate certificate(String name) throws Exception {
        try (var in = Files.newInputStream(SAMPLE.resolve(name))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static TrustStore trust(Path folder) throws Exception {
        char[] password = "sample".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setCertificateEntry("authority", certificate("authority.pem"));
        var trust = new TrustFolder(folder);
        try (var out = Files.newOutputStream(trust.trust())) {
            store.store(out, password);
        }
        Files.writeString(folder.resolve("trust.p12.password"), "sample");
        Files.copy(SAMPLE.resolve("revoked.crl"), trust.revocationList());
        return trust.trustStore();
    }
}
