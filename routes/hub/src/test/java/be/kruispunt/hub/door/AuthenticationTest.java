package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_EXPIRED;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_REVOKED;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_UNTRUSTED;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_INVALID;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_MISSING;
import static be.kruispunt.model.outcome.RefusalCode.SIGNER_MISMATCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.broker.BrokerException;
import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.Settings;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.SigningIdentity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whose message it is: the broker's user, the header's sender and the signer must be one. */
@ExtendWith(SharedHub.class)
class AuthenticationTest {
    private final Door door;
    private final String text;

    AuthenticationTest(Door door) {
        this.door = door;
        this.text = door.messages().text(Kind.U1);
    }

    private byte[] signedWith(SigningIdentity identity) {
        return door.messages().signed(identity, text);
    }

    @Test
    void aMessageWithoutSignature() {
        door.refuses(ADEM, text.getBytes(UTF_8), SIGNATURE_MISSING);
    }

    @Test
    void aValueThatWasChangedAfterwards() {
        byte[] xml = Messages.changed(door.messages().signed(ADEM, text), "<amount>3412.50<", "<amount>9412.50<");
        assertThat(door.refuses(ADEM, xml, SIGNATURE_INVALID).detail())
                .isEqualTo("the document was changed after it was signed");
    }

    @Test
    void aHeaderThatWasChangedAfterwards() {
        byte[] xml = Messages.changed(
                door.messages().signed(ADEM, text), ">BE:0206737484</sbdh:Identifier>", ">NL:NL2000</sbdh:Identifier>");
        door.refuses(ADEM, xml, SIGNATURE_INVALID);
    }

    @Test
    void aSpaceThatWasAddedAfterwards() {
        byte[] xml = Messages.changed(door.messages().signed(ADEM, text), "<Person>", "<Person> ");
        door.refuses(ADEM, xml, SIGNATURE_INVALID);
    }

    @Test
    void aSignatureValueThatIsNone() {
        String signed = new String(door.messages().signed(ADEM, text), UTF_8);
        int begin = signed.indexOf("<ds:SignatureValue");
        int value = signed.indexOf('>', begin) + 1;
        String other = signed.charAt(value) == 'A' ? "B" : "A";
        byte[] xml = (signed.substring(0, value) + other + signed.substring(value + 1)).getBytes(UTF_8);
        door.refuses(ADEM, xml, SIGNATURE_INVALID);
    }

    @Test
    void anotherInstitutionSigned() {
        assertThat(door.refuses(ADEM, door.messages().signed(UWV, text), SIGNER_MISMATCH)
                        .detail())
                .isEqualTo("the header names LU:0053, NL:NL2000 signed");
    }

    @Test
    void anotherInstitutionSent_evenWhatTheSenderSigned() {
        assertThat(door.refuses(UWV, door.messages().signed(ADEM, text), SENDER_MISMATCH)
                        .detail())
                .isEqualTo("the header names LU:0053, the broker user is NL:NL2000");
    }

    @Test
    void theHubsOwnDocumentsAreNotTakenFromOthers() {
        byte[] receipt =
                door.accepts(ADEM, door.messages().signed(ADEM, text)).receipt().xml();
        door.refuses(ADEM, receipt, SENDER_MISMATCH);
    }

    @Test
    void aCertificateThatHasExpired() {
        door.refuses(ADEM, signedWith(door.hub().keys().expired()), CERTIFICATE_EXPIRED);
    }

    @Test
    void aCertificateThatWasRevoked() {
        door.refuses(ADEM, signedWith(door.hub().keys().revoked()), CERTIFICATE_REVOKED);
    }

    @Test
    void aCertificateOfAnotherAuthorityWithTheSameName() {
        door.refuses(ADEM, signedWith(door.hub().keys().otherAuthority()), CERTIFICATE_UNTRUSTED);
    }

    @Test
    void aCertificateForConnections() {
        door.refuses(ADEM, signedWith(door.hub().keys().connection()), CERTIFICATE_UNTRUSTED);
    }

    /** Another authority that is trusted could certify anybody as the hub. */
    @Test
    void aCertificateInTheHubsNameThatIsNotTheHubs_neitherSignsNorConnects() {
        InstitutionId hub = Settings.defaults().hub();
        SecondAuthority second = door.hub().keys().second();
        assertThat(door.refuses(ADEM, signedWith(second.identity(hub)), CERTIFICATE_UNTRUSTED)
                        .detail())
                .contains("another key than its own");
        assertThatThrownBy(() -> new InstitutionClient(door.hub().broker(), second.tls(hub), ADEM))
                .isInstanceOf(BrokerException.class);
    }

    @Test
    void aSigningTimeBeforeTheCertificate() {
        byte[] xml = door.messages().signed(door.hub().trust().identity(ADEM), text, () -> Instant.EPOCH);
        assertThat(door.refuses(ADEM, xml, SIGNATURE_INVALID).detail()).contains("outside the certificate's time");
    }

    @Test
    void anAlgorithmThatIsNotAccepted_isToldWithThoseThatAre() {
        byte[] xml = Messages.changed(
                door.messages().signed(ADEM, text),
                "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
                "http://www.w3.org/2001/04/xmldsig-more#rsa-sha1");
        assertThat(door.refuses(ADEM, xml, SIGNATURE_INVALID).detail())
                .contains("accepted: ")
                .contains("http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256");
    }

    @Test
    void somethingUnsignedWithinTheSignature() {
        byte[] xml = Messages.changed(
                door.messages().signed(ADEM, text), "<ds:KeyInfo>", "<ds:KeyInfo xmlns:note='urn:example:anything'>");
        assertThat(door.refuses(ADEM, xml, SIGNATURE_INVALID).detail()).contains("a namespace that is not needed");
    }

    @Test
    void aMessageThatItsSenderIsNotKnownToHaveSigned_takesNoIdentifier() {
        byte[] signed = door.messages().signed(ADEM, text);
        door.refuses(ADEM, Messages.changed(signed, "Lambermont", "Lambermond"), SIGNATURE_INVALID);
        door.accepts(ADEM, signed);
    }
}
