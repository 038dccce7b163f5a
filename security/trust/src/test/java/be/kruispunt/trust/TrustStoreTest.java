package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.outcome.RefusalCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustStoreTest {
    private final Fixture fixture = new Fixture();
    private final CertificateOrder order = CertificateOrder.signing(ADEM, "ADEM", NOW);

    private X509Certificate certificate(CertificateOrder what) {
        return fixture.identity(what).certificate();
    }

    private NotTrusted refusal(X509Certificate certificate, Purpose purpose) {
        return catchThrowableOfType(NotTrusted.class, () -> fixture.trust.check(certificate, purpose, NOW));
    }

    @Test
    void believesASigningCertificate_andNamesItsInstitution() throws NotTrusted {
        assertThat(fixture.trust.check(certificate(order), Purpose.SIGN, NOW).institution())
                .isEqualTo(ADEM);
    }

    @Test
    void refusesACertificateOutsideItsTime_evenIfItWasBelievedBefore() throws NotTrusted {
        X509Certificate certificate =
                certificate(order.validBetween(NOW.minus(Duration.ofHours(20)), NOW.minus(Duration.ofHours(10))));

        assertThat(fixture.trust
                        .check(certificate, Purpose.SIGN, NOW.minus(Duration.ofHours(15)))
                        .institution())
                .isEqualTo(ADEM);
        assertThat(refusal(certificate, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesACertificateThatIsNotYetValid() {
        X509Certificate certificate =
                certificate(order.validBetween(NOW.plus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(2))));

        assertThat(refusal(certificate, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesARevokedCertificate_fromItsRevocationOn() throws NotTrusted {
        X509Certificate certificate = certificate(order);
        X509Certificate neighbour = certificate(order);
        fixture.trust.check(certificate, Purpose.SIGN, NOW);

        fixture.authority.revoke(certificate);
        fixture.trust.reload();

        assertThat(refusal(certificate, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_REVOKED);
        assertThat(fixture.trust
                        .check(certificate, Purpose.SIGN, NOW.minusSeconds(1))
                        .institution())
                .isEqualTo(ADEM);
        assertThat(fixture.trust.check(neighbour, Purpose.SIGN, NOW).institution())
                .isEqualTo(ADEM);
    }

    @Test
    void keepsARevocation_whenTheListIsRenewedOrAnotherCertificateRevoked() {
        X509Certificate first = certificate(order);
        X509Certificate second = certificate(order);
        fixture.authority.revoke(first);
        fixture.authority.revoke(second);
        fixture.authority.renewRevocationList();
        fixture.trust.reload();

        assertThat(refusal(first, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_REVOKED);
        assertThat(refusal(second, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_REVOKED);
    }

    @Test
    void refusesAnIssuerOfTheSameName_thatHasAnotherKey() {
        Fixture impostor = new Fixture();
        X509Certificate certificate = impostor.identity(order).certificate();

        assertThat(certificate.getIssuerX500Principal())
                .isEqualTo(fixture.authority.certificate().getSubjectX500Principal());
        assertThat(refusal(certificate, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void refusesTheAuthorityItself_andWhatAnInstitutionIssued() {
        KeyPair pair = KeyKind.EC_P256.generate();
        X509Certificate institution = fixture.identity(order, pair).certificate();
        X509Certificate issuedByIt =
                new CertificateMaker(institution, pair.getPrivate()).certificate(order, pair.getPublic());

        assertThat(refusal(fixture.authority.certificate(), Purpose.SIGN).code())
                .isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
        assertThat(refusal(issuedByIt, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void refusesAnInstitutionAsAuthority_evenIfItWasPutAmongThem() {
        KeyPair pair = KeyKind.EC_P256.generate();
        X509Certificate institution = fixture.identity(order, pair).certificate();
        X509Certificate issuedByIt =
                new CertificateMaker(institution, pair.getPrivate()).certificate(order, pair.getPublic());
        TrustStore mistaken = new TrustStore(List.of(institution), fixture.folder.revocationList());

        assertThatThrownBy(() -> mistaken.check(issuedByIt, Purpose.SIGN, NOW)).isInstanceOf(NotTrusted.class);
    }

    @Test
    void refusesACertificateForAnotherUse() {
        X509Certificate signing = certificate(order);
        X509Certificate client = certificate(CertificateOrder.client(ADEM, "ADEM", NOW));

        assertThat(refusal(client, Purpose.SIGN).detail()).contains("SIGN");
        assertThat(refusal(signing, Purpose.TLS_CLIENT).detail()).contains("TLS_CLIENT");
        assertThat(refusal(client, Purpose.TLS_SERVER).detail()).contains("TLS_SERVER");
    }

    @Test
    void aServerCertificateIsAClientsToo() throws NotTrusted {
        X509Certificate server = certificate(CertificateOrder.server(ADEM, "ADEM", NOW, List.of("localhost")));

        assertThat(fixture.trust.check(server, Purpose.TLS_SERVER, NOW).institution())
                .isEqualTo(ADEM);
        assertThat(fixture.trust.check(server, Purpose.TLS_CLIENT, NOW).institution())
                .isEqualTo(ADEM);
        assertThat(refusal(server, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void refusesWeakAndUnknownKeys() throws GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
        ec.initialize(new ECGenParameterSpec("secp521r1"));
        KeyPair edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();

        for (KeyPair pair : List.of(rsa.generateKeyPair(), ec.generateKeyPair(), edwards)) {
            X509Certificate certificate = fixture.authority.maker().certificate(order, pair.getPublic());
            assertThat(refusal(certificate, Purpose.SIGN).detail()).contains("RSA from 2048");
        }
    }

    @Test
    void refusesNobody_butBelievesNobodyEither_whenTheRevocationListIsMissing() throws IOException {
        Files.delete(fixture.folder.revocationList());
        fixture.trust.reload();

        assertUnknown("revoked.crl is missing");
    }

    @Test
    void refusesNobody_butBelievesNobodyEither_whenTheRevocationListIsNotSignedByTheIssuer() throws IOException {
        Fixture impostor = new Fixture();
        Files.copy(
                impostor.folder.revocationList(), fixture.folder.revocationList(), StandardCopyOption.REPLACE_EXISTING);
        fixture.trust.reload();

        assertUnknown("none in revoked.crl is signed with its key");
    }

    @Test
    void refusesNobody_butBelievesNobodyEither_whenTheRevocationListIsRubbish() throws IOException {
        Files.writeString(
                fixture.folder.revocationList(),
                "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n",
                StandardCharsets.US_ASCII);
        fixture.trust.reload();

        assertUnknown("revoked.crl cannot be read");
    }

    @Test
    void refusesNobody_butBelievesNobodyEither_whenTheRevocationListIsPastItsNextUpdate()
            throws IOException, GeneralSecurityException {
        Files.write(
                fixture.folder.revocationList(),
                fixture.authority
                        .maker()
                        .revocationList(
                                Optional.empty(),
                                Optional.empty(),
                                NOW.minus(Duration.ofDays(2)),
                                NOW.minus(Duration.ofDays(1)))
                        .getEncoded());
        fixture.trust.reload();

        assertUnknown("out of date since 2026-11-21T10:00:00Z");
    }

    private void assertUnknown(String why) {
        assertThatThrownBy(() -> fixture.trust.check(certificate(order), Purpose.SIGN, NOW))
                .isInstanceOf(RevocationUnknown.class)
                .hasMessageContaining(why);
    }

    @Test
    void anAuthorityThatIsOpenedAgain_issuesAndRevokesAsBefore() throws NotTrusted {
        DemonstrationAuthority opened = DemonstrationAuthority.open(fixture.folder, InstantSource.fixed(NOW));
        X509Certificate certificate = opened.issue(order, fixture.folder.root().resolve("again.p12"));
        assertThat(fixture.trust.check(certificate, Purpose.SIGN, NOW).institution())
                .isEqualTo(ADEM);

        opened.revoke(certificate);
        fixture.trust.reload();

        assertThat(refusal(certificate, Purpose.SIGN).code()).isEqualTo(RefusalCode.CERTIFICATE_REVOKED);
    }
}
