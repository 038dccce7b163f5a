package be.kruispunt.trust;

import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_EXPIRED;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_REVOKED;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_UNTRUSTED;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_INVALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures that lie beside a file. */
class FileSignatureTest {
    private static final Fixture FIXTURE = new Fixture();

    private final Path file;

    FileSignatureTest(@TempDir Path folder) throws IOException {
        this.file = Files.writeString(folder.resolve("question.csv"), "rights-question;1\nK-1;\n".repeat(10_000));
    }

    private static byte[] signed(SigningIdentity identity, Path file) throws IOException {
        return new FileSigner(identity, FIXTURE.providers, InstantSource.fixed(Fixture.NOW))
                .sign(Digest.of(Files.readAllBytes(file)));
    }

    private TrustedCertificate verify(byte[] signature) throws IOException, NotVerified {
        FileSignature read = FileSignature.read(signature);
        MessageDigest digest = read.digest();
        digest.update(Files.readAllBytes(file));
        return new FileVerifier(FIXTURE.folder.trustStore(InstantSource.fixed(Fixture.NOW)), FIXTURE.providers)
                .verify(read, digest.digest(), Fixture.NOW);
    }

    private RefusalCode refused(byte[] signature) {
        return catchThrowableOfType(NotVerified.class, () -> verify(signature)).code();
    }

    private static CertificateOrder order() {
        return CertificateOrder.signing(Fixture.ADEM, "ADEM", Fixture.NOW);
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void whoSigned_isProved_byKeysOfEveryKind(KeyKind kind) throws IOException, NotVerified {
        SigningIdentity signer = FIXTURE.identity(order(), kind.generate());
        assertThat(verify(signed(signer, file)).institution()).isEqualTo(Fixture.ADEM);
    }

    @Test
    void aSignatureInPem_isReadToo() throws IOException, NotVerified {
        String pem = "-----BEGIN CMS-----\n"
                + Base64.getMimeEncoder().encodeToString(signed(FIXTURE.adem(), file))
                + "\n-----END CMS-----\n";
        assertThat(verify(pem.getBytes(UTF_8)).institution()).isEqualTo(Fixture.ADEM);
    }

    @Test
    void aFileThatWasChanged_isRefused() throws IOException {
        byte[] signature = signed(FIXTURE.adem(), file);
        Files.writeString(file, Files.readString(file).replaceFirst("K-1", "K-2"));
        assertThat(refused(signature)).isEqualTo(SIGNATURE_INVALID);
    }

    @Test
    void aBrokenSignature_andWhatIsNone_areRefused() throws Exception {
        byte[] signature = signed(FIXTURE.adem(), file);
        signature[signature.length - 5] ^= 1;
        assertThat(refused(signature)).isEqualTo(SIGNATURE_INVALID);
        assertThat(refused("no signature".getBytes(UTF_8))).isEqualTo(SIGNATURE_INVALID);
        assertThat(refused("-----BEGIN CMS-----\n!\n".getBytes(UTF_8))).isEqualTo(SIGNATURE_INVALID);
        assertThat(refused(new byte[0])).isEqualTo(SIGNATURE_INVALID);
        assertThat(refused(new byte[FileSignature.LARGEST + 1])).isEqualTo(SIGNATURE_INVALID);
    }

    @Test
    void aSignatureThatHoldsTheContent_orHasTwoSigners_isRefused() throws Exception {
        var generator = new CMSSignedDataGenerator();
        SigningIdentity adem = FIXTURE.adem();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", adem.key(), adem.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(adem.certificate())));
        var content = new CMSProcessableByteArray(Files.readAllBytes(file));
        assertThat(refused(generator.generate(content, true).getEncoded())).isEqualTo(SIGNATURE_INVALID);
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", adem.key(), adem.certificate()));
        assertThat(refused(generator.generate(content, false).getEncoded())).isEqualTo(SIGNATURE_INVALID);
    }

    @Test
    void aWeakDigest_isRefused() throws Exception {
        var generator = new CMSSignedDataGenerator();
        SigningIdentity adem = FIXTURE.adem();
        generator.addSignerInfoGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA1withECDSA", adem.key(), adem.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(adem.certificate())));
        var content = new CMSProcessableByteArray(Files.readAllBytes(file));
        assertThat(refused(generator.generate(content, false).getEncoded())).isEqualTo(SIGNATURE_INVALID);
    }

    @Test
    void aCertificateThatDoesNotCount_isRefusedForWhatItIs() throws IOException {
        assertThat(refused(signed(new Fixture().adem(), file))).isEqualTo(CERTIFICATE_UNTRUSTED);
        assertThat(refused(signed(FIXTURE.identity(CertificateOrder.client(Fixture.ADEM, "ADEM", Fixture.NOW)), file)))
                .isEqualTo(CERTIFICATE_UNTRUSTED);
        assertThat(refused(signed(
                        FIXTURE.identity(order().validBetween(
                                        Fixture.NOW.minus(Duration.ofDays(800)), Fixture.NOW.minusSeconds(60))),
                        file)))
                .isEqualTo(CERTIFICATE_EXPIRED);
        SigningIdentity revoked = FIXTURE.adem();
        FIXTURE.authority.revoke(revoked.certificate());
        assertThat(refused(signed(revoked, file))).isEqualTo(CERTIFICATE_REVOKED);
    }
}
