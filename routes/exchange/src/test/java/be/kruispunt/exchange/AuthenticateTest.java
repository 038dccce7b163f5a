package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.CNS;
import static be.kruispunt.exchange.Given.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Content;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.GivenTrust;
import be.kruispunt.trust.RevocationUnknown;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Whether a message is its sender's. Which signatures hold has tests of its own. */
class AuthenticateTest {
    private static final GivenTrust TRUST = new GivenTrust(NOW);
    private static final DocumentSigner SIGNER = TRUST.signer(ADEM);
    private static final String SIGNED = signed(SIGNER);

    private final Authenticate authenticate = new Authenticate(TRUST.verifier());

    /** ADEM's U1. */
    private static String signed(DocumentSigner signer) {
        Document dom = GivenXml.read(GivenXml.u1()).dom();
        return new String(signer.signed(dom, signature -> GivenXml.WRITER.serialise(dom, signature)), UTF_8);
    }

    private static Parsed parsed(String xml, InstitutionId user, Instant at) {
        byte[] bytes = xml.getBytes(UTF_8);
        var origin = new BrokerMessage(user, new Content.Body(bytes), 0, at);
        return new Parsed(
                new Received(new Ticket(UUID.randomUUID()), user, Digest.of(bytes), at, origin), GivenXml.read(bytes));
    }

    private Refusal refused(String xml, InstitutionId user, Instant at) {
        Result<Authenticated> result = authenticate.authenticate(parsed(xml, user, at));
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Authenticated>) result).refusal();
    }

    @Test
    void whatItsSenderSignedAndHandedIn_isBelieved_inTheTreeThatWasVerified() {
        Parsed parsed = parsed(SIGNED, ADEM, NOW);
        Result<Authenticated> result = authenticate.authenticate(parsed);
        assertThat(result).isInstanceOf(Result.Passed.class);
        Authenticated authenticated = ((Result.Passed<Authenticated>) result).value();
        assertThat(authenticated.header().header()).isEqualTo(parsed.document().header());
        assertThat(authenticated.payload()).isSameAs(parsed.document().payload());
        assertThat(authenticated.signature().signedRoot())
                .isSameAs(parsed.document().dom().getDocumentElement());
        assertThat(authenticated.received()).isEqualTo(parsed.received());
    }

    /** By the serial number an auditor finds the certificate. */
    @Test
    void theAuditSaysWhoSigned_withWhichCertificate_andWhen() {
        var passed = (Result.Passed<Authenticated>) authenticate.authenticate(parsed(SIGNED, ADEM, NOW));
        String serial = SIGNER.identity().certificate().getSerialNumber().toString(16);
        assertThat(passed.value().auditDetail())
                .isEqualTo("signed by LU:0053, certificate " + serial + ", at 2026-11-22T10:00:00Z");
    }

    @Test
    void withoutASignature_andWithABrokenOne_itIsRefusedInTheWordsOfTheVerifier() {
        assertThat(refused(GivenXml.u1(), ADEM, NOW).code()).isEqualTo(RefusalCode.SIGNATURE_MISSING);
        assertThat(refused(SIGNED.replace("Lambermont", "Lambermond"), ADEM, NOW))
                .isEqualTo(Refusal.of(RefusalCode.SIGNATURE_INVALID, "the document was changed after it was signed"));
    }

    /** A long queue must not let an old certificate in, nor keep a valid one out. */
    @Test
    void theCertificateIsJudgedAtTheTimeOfReceipt() {
        assertThat(refused(SIGNED, ADEM, NOW.plusSeconds(40L * 366 * 24 * 3600)).code())
                .isEqualTo(RefusalCode.CERTIFICATE_EXPIRED);
    }

    @Test
    void whatAnotherHandsIn_orSigned_isRefused() {
        assertThat(refused(SIGNED, CNS, NOW).code()).isEqualTo(RefusalCode.SENDER_MISMATCH);
        assertThat(refused(signed(TRUST.signer(CNS)), ADEM, NOW))
                .isEqualTo(
                        Refusal.of(RefusalCode.SIGNER_MISMATCH, "the header names " + ADEM + ", " + CNS + " signed"));
    }

    /** Of what nobody vouches for, nothing is compared. */
    @Test
    void aBrokenSignature_isRefusedBeforeTheNamesAreCompared() {
        assertThat(refused(SIGNED.replace("Lambermont", "Lambermond"), CNS, NOW).code())
                .isEqualTo(RefusalCode.SIGNATURE_INVALID);
    }

    /** Nobody is refused for a list that the operator has to put in place. */
    @Test
    void whereItCannotBeToldWhetherTheCertificateWasRevoked_thatIsNoRefusal() {
        var late = new GivenTrust(NOW);
        String signed = signed(late.signer(ADEM));
        late.loseRevocationList();
        var step = new Authenticate(late.verifier());
        assertThatThrownBy(() -> step.authenticate(parsed(signed, ADEM, NOW))).isInstanceOf(RevocationUnknown.class);
    }

    @Test
    void aDocumentOfAnotherTree_isNotCoveredByTheSignature() {
        var passed = (Result.Passed<Authenticated>) authenticate.authenticate(parsed(SIGNED, ADEM, NOW));
        Authenticated it = passed.value();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Authenticated(
                        it.received(), it.header(), GivenXml.read(SIGNED).payload(), it.signature()));
    }
}
