package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.kruispunt.model.outcome.RefusalCode;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** When it was signed, by the signer's own word, and what is asked in which order. */
class SigningTimeTest {
    private final Fixture fixture = new Fixture();

    private Document signedAt(SigningIdentity identity, String time) {
        OtherSigner signer = new OtherSigner(identity);
        signer.signingTime = time;
        return Fixture.rewritten(signer.sign(Fixture.parse(Fixture.DOCUMENT)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:06:00Z, in the future",
        "2026-11-22T10:00:00, offset from UTC",
        "1970-01-01T00:00:00Z, outside the certificate's time",
        "2026-11-22T09:44:00Z, outside the certificate's time",
    })
    void aTimeAtWhichTheSignerCannotHaveSigned(String time, String why) {
        NotVerified refusal =
                catchThrowableOfType(NotVerified.class, () -> fixture.verify(signedAt(fixture.adem(), time)));
        assertThat(refusal.code()).isEqualTo(RefusalCode.SIGNATURE_INVALID);
        assertThat(refusal.detail()).contains(why);
    }

    @Test
    void clocksMayDifferByFiveMinutes() throws NotVerified {
        assertThat(fixture.verify(signedAt(fixture.adem(), "2026-11-22T11:04:00+01:00"))
                        .signedAt())
                .isEqualTo(NOW.plus(Duration.ofMinutes(4)));
        assertThatCode(() -> fixture.verify(signedAt(fixture.adem(), "2026-11-22T09:46:00Z")))
                .doesNotThrowAnyException();
    }

    /** Anybody can paste a public certificate into a message: that must not make the hub wait for a list. */
    @Test
    void aSignatureThatDoesNotHold_isRefused_beforeItIsAskedWhetherTheCertificateWasRevoked() throws Exception {
        Document good = fixture.signed(fixture.adem());
        Document nonsense = fixture.signed(fixture.adem());
        Element value = (Element)
                nonsense.getElementsByTagNameNS(Names.DS, "SignatureValue").item(0);
        value.setTextContent("AAAA" + value.getTextContent().substring(4));
        Files.delete(fixture.folder.revocationList());
        fixture.trust.reload();

        assertThatThrownBy(() -> fixture.verify(good)).isInstanceOf(RevocationUnknown.class);
        assertThatThrownBy(() -> fixture.verify(nonsense)).isInstanceOf(NotVerified.class);
    }
}
