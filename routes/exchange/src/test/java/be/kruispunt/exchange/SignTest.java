package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.PERSON;
import static be.kruispunt.exchange.Given.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Content;
import be.kruispunt.documents.Answer;
import be.kruispunt.documents.AnswerReader;
import be.kruispunt.documents.AnswerRoom;
import be.kruispunt.documents.Answers;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.RefusalContent;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Severity;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.OutgoingDocument;
import be.kruispunt.store.RecordEntry;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.GivenTrust;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.VerifiedSignature;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is left behind of a message that is decided. */
class SignTest {
    static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final GivenTrust TRUST = new GivenTrust(NOW);
    static final DocumentSigner SIGNER = TRUST.hubSigner(HUB);
    private static final DocumentVerifier VERIFIER = TRUST.verifier();
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final List<AuditEntry> TRAIL = List.of(AuditEntry.passed(Step.RECEIVE, NOW, "as it came"));

    private final Sign sign = new Sign(
            new Sign.Signing(HUB, SIGNER, GivenXml.WRITER, new Answers(GivenXml.WRITER)), () -> NOW, new Random(1));

    /** ADEM's U1, which goes to RVA as it is. */
    private static Translated translated(List<Finding> warnings, boolean holdsIdentifier) {
        Validated read = GivenXml.validated(GivenXml.u1());
        var validated = new Validated(read.signed(), read.content(), warnings);
        Received received = validated.received();
        DocumentType type = validated.header().type();
        var provenance = new Provenance(received.ticket(), received.digest(), type);
        var forRva = new Translated.ForReceiver(
                RVA,
                type,
                GivenXml.WRITER.write(validated.header(), validated.document().payload()),
                provenance,
                new Sources(received.ticket(), List.of(validated.document()), List.of()),
                Optional.empty());
        CaseFile file = CaseFile.opening(CASE, "PD_U1", ADEM, List.of(RVA), Set.of(PERSON));
        return new Translated(validated, holdsIdentifier, file, List.of(forRva));
    }

    private RecordEntry.Taken taken(Translated translated) {
        return (RecordEntry.Taken)
                ready(new Passage.Underway(translated, TRAIL)).entry();
    }

    private Passage.Ready ready(Passage passage) {
        Passage signed = sign.sign(passage);
        assertThat(signed).isInstanceOf(Passage.Ready.class);
        assertThat(signed.received()).isSameAs(passage.received());
        return (Passage.Ready) signed;
    }

    private RecordEntry.Refused refused(Stage stage, Refusal refusal) {
        return refused(new Passage.Refused(stage, refusal, Optional.empty(), false, TRAIL));
    }

    private RecordEntry.Refused refused(Passage.Refused passage) {
        return (RecordEntry.Refused) ready(passage).entry();
    }

    static VerifiedSignature verified(byte[] xml) {
        try {
            return VERIFIER.verify(GivenXml.read(xml).dom(), NOW);
        } catch (NotVerified e) {
            throw new AssertionError(e);
        }
    }

    /** As its addressee reads it: signed by the hub, and valid by its own schema. */
    static <T extends Answer> T answer(RecordEntry entry, Class<T> kind) {
        byte[] xml = entry.handled().answer();
        assertThat(verified(xml).signer()).isEqualTo(HUB);
        IncomingDocument document = GivenXml.read(xml);
        assertThat(document.header().sender()).isEqualTo(HUB);
        assertThat(document.header().receivers()).containsExactly(entry.user());
        return kind.cast(AnswerReader.read(
                        GivenXml.VALIDATOR.validate(document).document().orElseThrow())
                .orElseThrow());
    }

    private static Header header(RecordEntry entry) {
        return GivenXml.read(entry.handled().answer()).header();
    }

    private static Finding warning(String code) {
        return new Finding(code, Severity.WARNING, "1.2", "/U1/Person/sex", 7, "what is odd", "look at it");
    }

    @Test
    void whatGoesOnIsSignedByTheHub_andSaysWhatItSaid() {
        Translated translated = translated(List.of(), false);
        RecordEntry.Taken entry = taken(translated);
        assertThat(entry.outgoing()).singleElement().satisfies(document -> {
            assertThat(document.receiver()).isEqualTo(RVA);
            assertThat(document.type()).isEqualTo(DocumentCatalogue.U1_1_0);
            assertThat(verified(document.xml()).signer()).isEqualTo(HUB);
            assertThat(GivenXml.read(document.xml())
                            .payload()
                            .isEqualNode(translated.document().payload()))
                    .isTrue();
        });
        assertThat(entry.caseAfter()).isEqualTo(translated.caseAfter());
        assertThat(entry.header()).isEqualTo(translated.header());
        assertThat(entry.persons()).contains(PERSON);
    }

    @Test
    void itsSenderGetsAReceipt_forTheseBytes_inItsCase() {
        Translated translated = translated(List.of(warning("PERSON-SEX")), false);
        RecordEntry.Taken entry = taken(translated);
        ReceiptContent receipt = answer(entry, ReceiptContent.class);
        assertThat(receipt)
                .returns(translated.received().ticket(), ReceiptContent::ticket)
                .returns(translated.header().instance(), ReceiptContent::instance)
                .returns(translated.received().digest(), ReceiptContent::received)
                .returns(NOW, ReceiptContent::receivedAt)
                .returns(List.of(warning("PERSON-SEX")), ReceiptContent::warnings);
        assertThat(receipt.deliveries())
                .containsExactly(new ReceiptContent.Delivery(RVA, DocumentCatalogue.U1_1_0, Optional.empty()));
        assertThat(header(entry))
                .returns(Optional.of(CASE), Header::caseId)
                .returns("PD_U1", Header::process)
                .returns(translated.header().legalContext(), Header::legalContext);
    }

    @Test
    void theTrailEndsWithTheDigestsOfAllThatWasSigned() {
        RecordEntry.Taken entry = taken(translated(List.of(), false));
        OutgoingDocument document = entry.outgoing().getFirst();
        assertThat(document.digest()).isEqualTo(Digest.of(document.xml()));
        String detail =
                "answer sha256 " + Digest.of(entry.handled().answer()) + "; " + RVA + " sha256 " + document.digest();
        assertThat(entry.handled().audit())
                .containsExactly(TRAIL.getFirst(), AuditEntry.passed(Step.SIGN, NOW, detail));
    }

    @Test
    void theBytesThatCameInAreKept_unlessTheDoorKeptNone() {
        Translated translated = translated(List.of(), false);
        assertThat(taken(translated).handled().received()).hasValueSatisfying(bytes -> assertThat(bytes)
                .isEqualTo(((Content.Body) translated.received().origin().content()).bytes()));

        var large = new Content.TooLarge(15_000_000, Digest.of(new byte[0]));
        var received = new Received(
                new Ticket(UUID.randomUUID()), ADEM, large.digest(), NOW, new BrokerMessage(ADEM, large, 0, NOW));
        RecordEntry.Refused entry = refused(received, Refusal.of(RefusalCode.TOO_LARGE, "15000000 bytes came in"));
        assertThat(entry.handled().received()).isEmpty();
        assertThat(answer(entry, RefusalContent.class).received()).isEqualTo(large.digest());
    }

    @Test
    void whatGoesOnTakesItsIdentifier_onceOnly() {
        assertThat(taken(translated(List.of(), false)).takesIdentifier()).isTrue();
        assertThat(taken(translated(List.of(), true)).takesIdentifier()).isFalse();
    }

    @Test
    void whatDoesNotGoOnIsAnsweredWithTheReason_andWithAllThatWasFound() {
        Authenticated stage = GivenXml.authenticated(GivenXml.u1());
        var refusal = new Refusal(RefusalCode.RULE, "2 findings", List.of(warning("ONE"), warning("OTHER")));
        RecordEntry.Refused entry = refused(stage, refusal);
        RefusalContent told = answer(entry, RefusalContent.class);
        assertThat(told)
                .returns(refusal, RefusalContent::refusal)
                .returns(stage.received().ticket(), RefusalContent::ticket)
                .returns(stage.received().digest(), RefusalContent::received)
                .returns(Optional.of(stage.header().header().instance()), RefusalContent::instance);
        assertThat(entry.code()).isEqualTo(RefusalCode.RULE);
        assertThat(header(entry).process()).isEqualTo("PD_U1");
        assertThat(entry.handled().audit())
                .extracting(AuditEntry::step)
                .as("the refusal stands there already")
                .containsExactly(Step.RECEIVE, Step.SIGN);
    }

    /** Its sender finds it by the identifier; but a stranger must not take another's identifier, or see into its case. */
    @Test
    void whatWasNotAuthenticatedIsAnsweredUnderItsIdentifier_andTakesNothingByIt() {
        byte[] xml = GivenXml.u1().getBytes(UTF_8);
        var stage = new Parsed(Given.received(ADEM, GivenXml.u1()), GivenXml.read(xml));
        RecordEntry.Refused entry = refused(stage, Refusal.of(RefusalCode.SIGNATURE_MISSING, "no signature"));
        assertThat(answer(entry, RefusalContent.class).instance())
                .contains(stage.document().header().instance());
        assertThat(entry.believed()).isEmpty();
        assertThat(entry.takesIdentifier()).isFalse();
        assertThat(header(entry))
                .returns("ANSWER", Header::process)
                .returns(LegalContext.of("ANSWER"), Header::legalContext)
                .returns(Optional.empty(), Header::caseId);
    }

    @Test
    void whatCouldNotBeReadIsAnsweredUnderTheIdentifierThatWasFound_orUnderNone() {
        var found = new InstanceId(UUID.randomUUID());
        Received received = Given.received(ADEM, "<broken");
        Refusal malformed = Refusal.of(RefusalCode.MALFORMED, "line 1");
        assertThat(answer(
                                refused(new Passage.Refused(received, malformed, Optional.of(found), false, TRAIL)),
                                RefusalContent.class)
                        .instance())
                .contains(found);
        assertThat(answer(refused(received, malformed), RefusalContent.class).instance())
                .isEmpty();
    }

    @Test
    void whatIsRefusedTakesItsIdentifier_unlessItIsAnothersOrItsOwnAlready() {
        Authenticated stage = GivenXml.authenticated(GivenXml.u1());
        Refusal forNow = Refusal.of(RefusalCode.SENDER_NOT_INTEGRATED, "no line");
        assertThat(refused(stage, forNow).takesIdentifier()).isTrue();
        assertThat(refused(new Passage.Refused(stage, forNow, Optional.empty(), true, TRAIL))
                        .takesIdentifier())
                .isFalse();
        assertThat(refused(stage, Refusal.of(RefusalCode.DUPLICATE_IDENTIFIER, "another's"))
                        .takesIdentifier())
                .isFalse();
    }

    /** Nobody has the hub sign and send much for little. */
    @Test
    void anAnswerIsNotMuchLargerThanWhatItAnswers() {
        List<Finding> many =
                IntStream.range(0, 100).mapToObj(i -> warning("FINDING-" + i)).toList();
        Received small = Given.received(ADEM, "<broken");
        RecordEntry.Refused entry = refused(small, new Refusal(RefusalCode.SCHEMA, "100 findings", many));
        assertThat(entry.handled().answer()).hasSizeLessThan("<broken".length() + AnswerRoom.BESIDE);
        List<Finding> told = answer(entry, RefusalContent.class).refusal().findings();
        assertThat(told).hasSizeBetween(2, 99);
        assertThat(told.getLast().code()).isEqualTo("ANSWER-MORE");
        Received large = Given.received(ADEM, "<broken".repeat(10_000));
        assertThat(answer(refused(large, new Refusal(RefusalCode.SCHEMA, "100 findings", many)), RefusalContent.class)
                        .refusal()
                        .findings())
                .isEqualTo(many);
    }

    @Test
    void whatIsNotDecidedYet_orWasLongAgo_staysAsItIs() {
        Received received = Given.received(ADEM, "not yet");
        var underway = new Passage.Underway(received, TRAIL);
        var done = new Passage.Done(received);
        assertThat(sign.sign(new Passage.Waiting(underway))).isEqualTo(new Passage.Waiting(underway));
        assertThat(sign.sign(done)).isSameAs(done);
    }
}
