package be.kruispunt.trust;

import static be.kruispunt.trust.AnAuthority.SHARD;
import static be.kruispunt.trust.AnAuthority.at;
import static be.kruispunt.trust.AnAuthority.publish;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.trust.AnAuthority.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a revocation list must be to be believed, and which one counts (RFC 5280, section 5). */
class RevocationListsTest {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.2.3.4");

    private final AnAuthority authority = AnAuthority.named("One");
    private final X509Certificate certificate = authority.issues();

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("revoked.crl");
    }

    private TrustStore trusting(AnAuthority... authorities) {
        return AnAuthority.trusted(folder, authorities);
    }

    private static void assertBelieved(TrustStore trust, X509Certificate certificate) {
        assertThatCode(() -> trust.check(certificate, Purpose.SIGN, NOW)).doesNotThrowAnyException();
    }

    private static void assertRevoked(TrustStore trust, X509Certificate certificate) {
        assertThatThrownBy(() -> trust.check(certificate, Purpose.SIGN, NOW))
                .isInstanceOf(NotTrusted.class)
                .hasMessageContaining("CERTIFICATE_REVOKED");
    }

    private static void assertUnknown(TrustStore trust, X509Certificate certificate, String why) {
        assertThatThrownBy(() -> trust.check(certificate, Purpose.SIGN, NOW))
                .isInstanceOf(RevocationUnknown.class)
                .hasMessageContaining(why);
    }

    private static Consumer<Draft> issuing(IssuingDistributionPoint point) {
        return draft -> draft.with(Extension.issuingDistributionPoint, true, point);
    }

    private static IssuingDistributionPoint only(
            boolean users, boolean authorities, boolean indirect, boolean attributes) {
        return new IssuingDistributionPoint(null, users, authorities, null, indirect, attributes);
    }

    private static Arguments partial(String name, Consumer<Draft> change) {
        return Arguments.of(name, change);
    }

    /** What says nothing of institutions' certificates, or what nobody can tell. */
    static Stream<Arguments> listsThatAreNotUsed() {
        return Stream.of(
                partial("only authorities", issuing(only(false, true, false, false))),
                partial("only attribute certificates", issuing(only(false, false, false, true))),
                partial("indirect", issuing(only(false, false, true, false))),
                partial("an unknown critical extension", draft -> draft.with(UNKNOWN, true, DERNull.INSTANCE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("listsThatAreNotUsed")
    void aListThatIsNotOfUse_isNotUsed(String name, Consumer<Draft> change) throws IOException {
        publish(file, authority.list(1, change));
        assertUnknown(trusting(authority), certificate, "a list is not used");

        publish(file, authority.list(1), authority.list(2, change));
        assertBelieved(trusting(authority), certificate);
    }

    /** Part of the certificates, of the reasons, of the changes. */
    static Stream<Arguments> partsOfAList() {
        return Stream.of(
                partial("delta", draft -> draft.with(Extension.deltaCRLIndicator, true, new ASN1Integer(1))),
                partial("shard", issuing(new IssuingDistributionPoint(at(SHARD), false, false))),
                partial(
                        "some reasons",
                        issuing(new IssuingDistributionPoint(
                                null, false, false, new ReasonFlags(ReasonFlags.keyCompromise), false, false))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("partsOfAList")
    void aPartOfAList_isNotBelievedToBeTheWhole(String name, Consumer<Draft> change) throws IOException {
        publish(file, authority.list(1, change));

        assertUnknown(trusting(authority), certificate, "no revocation list of");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("partsOfAList")
    void aPartOfAList_takesTrustAway(String name, Consumer<Draft> change) throws IOException {
        publish(file, authority.list(1), authority.list(2, change.andThen(draft -> draft.revoke(certificate))));

        assertRevoked(trusting(authority), certificate);
        assertBelieved(trusting(authority), authority.issues());
    }

    @Test
    void aDeltaThatTakesAnEntryAway_revokesNothing_andNoOtherListMayHoldSuchAnEntry() throws IOException {
        Consumer<Draft> removal = draft ->
                draft.entry(certificate, Extension.reasonCode, false, CRLReason.lookup(CRLReason.removeFromCRL));
        publish(
                file,
                authority.list(1),
                authority.list(
                        2,
                        removal.andThen(draft -> draft.with(Extension.deltaCRLIndicator, true, new ASN1Integer(1)))));
        assertBelieved(trusting(authority), certificate);

        publish(file, authority.list(3, removal));
        assertUnknown(trusting(authority), authority.issues(), "which only a delta can");
    }

    @Test
    void aListOfUsersCertificatesOnly_isWholeHere() throws IOException {
        publish(file, authority.list(1, issuing(only(true, false, false, false))));
        assertBelieved(trusting(authority), certificate);
    }

    @Test
    void aShard_isTheWholeForTheCertificatesThatNameIt() throws Exception {
        X509Certificate ofTheShard = authority.issuesFor(SHARD);
        Consumer<Draft> shard = issuing(new IssuingDistributionPoint(at(SHARD), true, false, null, false, false));
        publish(file, authority.list(1, shard));
        assertBelieved(trusting(authority), ofTheShard);
        assertUnknown(trusting(authority), authority.issuesFor("http://crl.example/8.crl"), "no revocation list");

        publish(file, authority.list(2, shard.andThen(draft -> draft.revoke(ofTheShard))));
        assertRevoked(trusting(authority), ofTheShard);
    }

    @Test
    void anEntryThatIsNotUnderstood_makesItsListUnusable() throws IOException {
        publish(file, authority.list(1, d -> d.entry(certificate, UNKNOWN, true, DERNull.INSTANCE)));
        assertUnknown(trusting(authority), authority.issues(), "an entry has a critical extension");

        var other = new GeneralNames(new GeneralName(new X500Name("CN=Other")));
        publish(file, authority.list(2, d -> d.entry(certificate, Extension.certificateIssuer, true, other)));
        assertUnknown(trusting(authority), authority.issues(), "an entry has a critical extension");
    }

    @Test
    void theNewestListCounts_whereverItStands() throws IOException {
        AnAuthority.Published older = authority.list(9);
        AnAuthority.Published newer = authority.list(10, draft -> draft.revoke(certificate));
        publish(file, older, newer);
        assertRevoked(trusting(authority), certificate);
        publish(file, newer, older);
        assertRevoked(trusting(authority), certificate);

        Path other = folder.resolve("revoked-more.crl");
        publish(other, authority.list(11));
        assertBelieved(trusting(authority), certificate);
    }

    @Test
    void withoutNumbers_theTimeCounts() throws IOException {
        Files.deleteIfExists(folder.resolve("revoked.seen"));
        AnAuthority.Published older = authority.list(0, draft -> draft.thisUpdate = NOW.minusSeconds(600));
        publish(file, authority.list(0, draft -> draft.revoke(certificate)), older);
        assertRevoked(trusting(authority), certificate);
    }

    @Test
    void anOlderListThanOneThatWasSeen_isNotTaken_whileTheHubRunsAndAfterwards() throws IOException {
        publish(file, authority.list(5, draft -> draft.revoke(certificate)));
        TrustStore running = trusting(authority);
        publish(file, authority.list(4));
        running.reload();

        assertRevoked(running, certificate);
        assertThat(running.concerns(NOW)).singleElement().asString().contains("number 4", "number 5", "seen before");
        assertUnknown(trusting(authority), certificate, "seen before");
        publish(file, authority.list(6));
        assertBelieved(trusting(authority), certificate);
    }

    @Test
    void aListFromTheFuture_isNotTakenBeforeItsTime() throws IOException {
        publish(
                file,
                authority.list(1, draft -> draft.revoke(certificate)),
                authority.list(2, draft -> draft.thisUpdate = NOW.plus(Duration.ofMinutes(6))));
        assertRevoked(trusting(authority), certificate);
        assertThat(trusting(authority).concerns(NOW)).singleElement().asString().contains("from the future");

        publish(file, authority.list(3, draft -> draft.thisUpdate = NOW.plus(Duration.ofMinutes(6))));
        assertUnknown(trusting(authority), authority.issues(), "from the future");
    }

    @Test
    void aLateList_concernsItsOwnIssuerOnly() throws IOException {
        AnAuthority other = AnAuthority.named("Other");
        publish(file, authority.list(1, draft -> draft.nextUpdate = NOW.minusSeconds(1)), other.list(1));
        TrustStore trust = trusting(authority, other);

        assertUnknown(trust, certificate, "out of date since");
        assertBelieved(trust, other.issues());
        assertThat(trust.concerns(NOW)).singleElement().asString().contains("CN=One", "out of date");
    }

    @Test
    void aListThatNearsItsNextUpdate_isSaid() throws IOException {
        publish(file, authority.list(1));
        TrustStore trust = trusting(authority);

        assertThat(trust.concerns(NOW)).isEmpty();
        assertThat(trust.concerns(NOW.plus(Duration.ofDays(6)).plus(Duration.ofHours(12))))
                .singleElement()
                .asString()
                .contains("must be replaced before 2026-11-29T10:00:00Z");
    }

    @Test
    void anAuthorityThatRenewedItsCertificate_isOneIssuer_inEveryOrder() throws IOException {
        AnAuthority renewed = authority.renewed();
        publish(file, authority.list(1, draft -> draft.revoke(certificate)));

        for (TrustStore trust : List.of(trusting(authority, renewed), trusting(renewed, authority))) {
            assertBelieved(trust, renewed.issues());
            assertBelieved(trust, authority.issues());
            assertRevoked(trust, certificate);
        }
    }

    @Test
    void anAuthorityThatTookANewKey_isBelievedForBoth_withListsOfEither() throws IOException {
        AnAuthority rekeyed = authority.rekeyed();
        X509Certificate later = rekeyed.issues();
        for (AnAuthority publisher : List.of(authority, rekeyed)) {
            publish(file, publisher.list(1, draft -> draft.revoke(certificate)));
            for (TrustStore trust : List.of(trusting(authority, rekeyed), trusting(rekeyed, authority))) {
                assertBelieved(trust, later);
                assertBelieved(trust, authority.issues());
                assertRevoked(trust, certificate);
            }
        }
        publish(file, rekeyed.list(2, draft -> draft.revoke(later)), authority.list(2));
        for (TrustStore trust : List.of(trusting(authority, rekeyed), trusting(rekeyed, authority))) {
            assertRevoked(trust, later);
            assertBelieved(trust, certificate);
        }
    }
}
