package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import be.kruispunt.trust.CryptoProviders.Engine;
import java.security.Provider;
import java.security.Security;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class CryptoProvidersTest {
    private final Fixture fixture = new Fixture();

    @Test
    void whatOneLibrarySigns_everyOtherVerifies() {
        List<CryptoProviders> all = Arrays.stream(Engine.values())
                .map(CryptoProviders::only)
                .flatMap(Optional::stream)
                .toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(2);
        for (KeyKind kind : KeyKind.values()) {
            SigningIdentity identity =
                    fixture.identity(CertificateOrder.signing(ADEM, "ADEM", NOW).withKey(kind));
            for (CryptoProviders signing : all) {
                Document dom = Fixture.parse(Fixture.DOCUMENT);
                new DocumentSigner(identity, signing, InstantSource.fixed(NOW)).sign(dom);
                for (CryptoProviders verifying : all) {
                    assertThatCode(() -> new DocumentVerifier(fixture.trust, verifying).verify(dom, NOW))
                            .as("%s signs, %s verifies, %s", signing.describe(), verifying.describe(), kind)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void theJdkAlwaysServes_andBouncyCastleIsAlwaysThere() {
        assertThat(CryptoProviders.only(Engine.JDK).orElseThrow().describe())
                .contains("EC by SunEC", "RSA by SunRsaSign");
        assertThat(CryptoProviders.only(Engine.BOUNCY_CASTLE).orElseThrow().describe())
                .contains("EC by BC");
    }

    @Test
    void theNativeLibraryIsChosen_whereItIsBuiltFor() {
        boolean built = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("amd64|x86_64");
        Assumptions.assumeTrue(built, "no native library for this machine");

        assertThat(CryptoProviders.best().describe()).contains("EC by AmazonCorrettoCryptoProvider");
    }

    @Test
    void withoutTheNativeLibrary_bouncyCastleServesCurvesAndTheJdkServesRsa() {
        assertThat(CryptoProviders.bestOf(List.of(Engine.BOUNCY_CASTLE, Engine.JDK))
                        .describe())
                .contains("EC by BC", "RSA by SunRsaSign");
        assertThat(CryptoProviders.bestOf(List.of(Engine.JDK)).describe()).contains("EC by SunEC");
    }

    @Test
    void noProviderIsInstalled() {
        CryptoProviders.best();

        assertThat(Security.getProviders())
                .extracting(Provider::getName)
                .doesNotContain("BC", "AmazonCorrettoCryptoProvider");
    }
}
