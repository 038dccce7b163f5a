package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hub whose own certificates do not count takes nothing in; it says so, and ahead. */
class OwnCertificatesTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final Instant END = NOW.plus(Duration.ofDays(730));

    private final Fixture fixture = new Fixture();

    OwnCertificatesTest() {
        fixture.authority.issueHub(HUB, "Kruispunt", List.of());
    }

    private OwnCertificates own(InstitutionId hub) {
        TrustStore trust = fixture.folder.trustStore(InstantSource.fixed(NOW));
        return new OwnCertificates(fixture.folder, trust, hub, Purpose.TLS_SERVER);
    }

    private void assertUnusable(OwnCertificates own, Instant at, String... why) {
        assertThatThrownBy(() -> own.requireUsable(at))
                .isInstanceOf(OwnCertificateUnusable.class)
                .hasMessageContainingAll(why);
        assertThat(own.concerns(at)).singleElement().asString().contains(why);
    }

    @Test
    void bothCount() {
        assertThatCode(() -> own(HUB).requireUsable(NOW)).doesNotThrowAnyException();
        assertThat(own(HUB).concerns(NOW)).isEmpty();
    }

    @Test
    void oneThatHasEnded_orIsNotValidYet() {
        assertUnusable(own(HUB), END.plusSeconds(1), "sign.p12", "is valid from", "start the hub again");
        assertUnusable(own(HUB), NOW.minus(Duration.ofHours(1)), "sign.p12", "is valid from");
    }

    @Test
    void oneOfTheTwoIsEnough() {
        fixture.authority.issue(
                CertificateOrder.server(HUB, "Kruispunt", NOW, List.of("localhost"))
                        .validBetween(NOW.minusSeconds(60), NOW.minusSeconds(1)),
                fixture.folder.hub().resolve("tls.p12"));

        assertUnusable(own(HUB), NOW, "tls.p12", "is valid from");
    }

    @Test
    void oneThatIsRevoked() {
        fixture.authority.revoke(fixture.folder.hubIdentity().certificate());

        assertUnusable(own(HUB), NOW, "sign.p12", "was revoked");
    }

    @Test
    void oneThatNamesAnother() {
        assertUnusable(own(ADEM), NOW, "names BE:0999999922, not LU:0053");
    }

    /** Its authority's list concerns others too, whose messages wait; those of other authorities go on. */
    @Test
    void whetherItIsRevoked_mayBeUnknown() throws IOException {
        Files.delete(fixture.folder.revocationList());

        assertThatCode(() -> own(HUB).requireUsable(NOW)).doesNotThrowAnyException();
    }

    @Test
    void theirEndIsSaidThirtyDaysAhead() {
        assertThat(own(HUB).concerns(END.minus(Duration.ofDays(31)))).isEmpty();
        assertThat(own(HUB).concerns(END.minus(Duration.ofDays(29))))
                .hasSize(2)
                .allSatisfy(concern -> assertThat(concern).contains("ends on 2028-11-21T10:00:00Z"));
    }
}
