package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.id.InstitutionId;
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
        TrustStore mistaken =
                new TrustStore(List.of(institution), fixture.folder.root(), List.of(), InstantSource.fixed(NOW));

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

        assertUnknown("there is no file revoked*.crl");
    }

    @Test
    void refusesNobody_butBelievesNobodyEither_whenTheRevocationListIsNotSignedByTheIssuer() throws IOException {
        Fixture impostor = new Fixture();
        Files.copy(
                impostor.folder.revocationList(), fixture.folder.revocationList(), StandardCopyOption.REPLACE_EXISTING);
        fixture.trust.reload();

        assertUnknown("no trusted authority signed the list");
    }

    @Test
    void keepsToTheListThatItHas_whenItsFileIsBroken_andToNothingAfterARestart() throws IOException, NotTrusted {
        Files.writeString(
                fixture.folder.revocationList(),
                "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n",
                StandardCharsets.US_ASCII);
        fixture.trust.reload();

        assertThat(fixture.trust.check(certificate(order), Purpose.SIGN, NOW).institution())
                .isEqualTo(ADEM);
        assertThat(fixture.trust.concerns(NOW)).singleElement().asString().contains("revoked.crl: it cannot be read");
        TrustStore restarted = fixture.folder.trustStore(InstantSource.fixed(NOW));
        assertThatThrownBy(() -> restarted.check(certificate(order), Purpose.SIGN, NOW))
                .isInstanceOf(RevocationUnknown.class)
                .hasMessageContaining("revoked.crl: it cannot be read");
    }

    @Test
    void refusesNobody_butBelievesNobodyEither_whenTheRevocationListIsPastItsNextUpdate()
            throws IOException, GeneralSecurityException {
        Fixture late = new Fixture();
        Files.delete(late.folder.root().resolve("revoked.seen"));
        Files.write(
                late.folder.revocationList(),
                late.authority
                        .maker()
                        .revocationList(
                                Optional.empty(),
                                Optional.empty(),
                                NOW.minus(Duration.ofDays(2)),
                                NOW.minus(Duration.ofDays(1)))
                        .getEncoded());
        TrustStore trust = late.folder.trustStore(InstantSource.fixed(NOW));

        assertThatThrownBy(() -> trust.check(late.identity(order).certificate(), Purpose.SIGN, NOW))
                .isInstanceOf(RevocationUnknown.class)
                .hasMessageContaining("out of date since 2026-11-21T10:00:00Z");
    }

    /** Whoever else is trusted may issue a certificate in anybody's name; the hub's name counts with its own keys only. */
    @Test
    void refusesTheHubsId_withAnotherKeyThanTheHubs_forEveryUse() throws NotTrusted {
        InstitutionId hub = InstitutionId.of("BE:0999999922");
        fixture.authority.issueHub(hub, "Kruispunt", List.of());
        TrustStore trust = fixture.folder.trustStore(InstantSource.fixed(NOW));
        X509Certificate signs = certificate(CertificateOrder.signing(hub, "Kruispunt", NOW));
        X509Certificate connects = certificate(CertificateOrder.server(hub, "Kruispunt", NOW, List.of("localhost")));

        assertThat(trust.check(fixture.folder.hubIdentity().certificate(), Purpose.SIGN, NOW)
                        .institution())
                .isEqualTo(hub);
        assertThatThrownBy(() -> trust.check(signs, Purpose.SIGN, NOW))
                .isInstanceOf(NotTrusted.class)
                .hasMessageContaining("another key than its own");
        assertThatThrownBy(() -> trust.check(connects, Purpose.TLS_CLIENT, NOW)).isInstanceOf(NotTrusted.class);
        assertThatThrownBy(() -> trust.check(connects, Purpose.TLS_SERVER, NOW)).isInstanceOf(NotTrusted.class);
    }

    /** A renewed hub goes on with what it signed before, as long as the certificate of then lies beside the new one. */
    @Test
    void knowsTheHubByTheCertificatesThatItHadBefore() throws Exception {
        InstitutionId hub = InstitutionId.of("BE:0999999922");
        fixture.authority.issueHub(hub, "Kruispunt", List.of());
        X509Certificate before = fixture.folder.hubIdentity().certificate();
        Files.copy(
                fixture.folder.hub().resolve("sign.pem"), fixture.folder.hub().resolve("sign-before.pem"));
        fixture.authority.issueHub(hub, "Kruispunt", List.of());

        TrustStore trust = fixture.folder.trustStore(InstantSource.fixed(NOW));

        assertThat(trust.check(before, Purpose.SIGN, NOW).institution()).isEqualTo(hub);
        assertThat(fixture.folder.hubIdentity().certificate()).isNotEqualTo(before);
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
