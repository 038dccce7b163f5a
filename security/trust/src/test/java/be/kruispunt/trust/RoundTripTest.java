package be.kruispunt.trust;

import static be.kruispunt.trust.Fixture.ADEM;
import static be.kruispunt.trust.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RoundTripTest {
    private final Fixture fixture = new Fixture();

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aSignedDocumentVerifies_afterItWasWrittenAndRead(KeyKind kind) throws NotVerified {
        SigningIdentity identity =
                fixture.identity(CertificateOrder.signing(ADEM, "ADEM", NOW).withKey(kind));
        Document dom = Fixture.rewritten(fixture.signed(identity));

        VerifiedSignature verified = fixture.verify(dom);

        assertThat(verified.signer()).isEqualTo(ADEM);
        assertThat(verified.certificate()).isEqualTo(identity.certificate());
        assertThat(verified.signedAt()).isEqualTo(NOW);
        assertThat(verified.signedRoot()).isSameAs(dom.getDocumentElement());
    }

    @Test
    void theSignatureIsTheLastChildOfTheRoot_andHoldsNoCarriageReturns() {
        Document dom = fixture.signed(fixture.adem());

        assertThat(dom.getDocumentElement().getLastChild().getNodeName()).isEqualTo("ds:Signature");
        assertThat(Fixture.write(dom)).doesNotContain("&#13;").doesNotContain("\r");
    }

    @Test
    void aDocumentThatIsSignedAlready_isNotSignedAgain() {
        Document dom = fixture.signed(fixture.adem());

        assertThatThrownBy(() -> fixture.signer(fixture.adem()).sign(dom)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoSignaturesOfOneSigner_haveIdsOfTheirOwn() {
        SigningIdentity adem = fixture.adem();
        assertThat(signatureId(fixture.signed(adem))).isNotEqualTo(signatureId(fixture.signed(adem)));
    }

    private static String signatureId(Document dom) {
        return ((Element) dom.getDocumentElement().getLastChild()).getAttribute("Id");
    }

    @Test
    void theSignerNamesItsInstitution() {
        DocumentSigner signer = new DocumentSigner(fixture.adem(), fixture.providers, InstantSource.fixed(NOW));

        assertThat(signer.identity().institution()).isEqualTo(ADEM);
        assertThat(signer.identity()).hasToString("SigningIdentity[LU:0053]");
    }
}
