package be.kruispunt.hub.door;

import static be.kruispunt.hub.demo.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.demo.DemonstrationRegister.UWV;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_EXPIRED;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_REVOKED;
import static be.kruispunt.model.outcome.RefusalCode.CERTIFICATE_UNTRUSTED;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_INVALID;
import static be.kruispunt.model.outcome.RefusalCode.SIGNATURE_MISSING;
import static be.kruispunt.model.outcome.RefusalCode.SIGNER_MISMATCH;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.trust.SigningIdentity;
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

    @Test
    void aMessageThatItsSenderIsNotKnownToHaveSigned_takesNoIdentifier() {
        byte[] signed = door.messages().signed(ADEM, text);
        door.refuses(ADEM, Messages.changed(signed, "Lambermont", "Lambermond"), SIGNATURE_INVALID);
        door.accepts(ADEM, signed);
    }
}
