package be.kruispunt.exchange;

import static be.kruispunt.documents.DocumentCatalogue.N901_1_0;
import static be.kruispunt.documents.DocumentCatalogue.RECEIPT_1_0;
import static be.kruispunt.documents.DocumentCatalogue.REFUSAL_1_0;

import be.kruispunt.broker.Content;
import be.kruispunt.documents.AnswerRoom;
import be.kruispunt.documents.Answers;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.RefusalContent;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.Handled;
import be.kruispunt.store.OutgoingDocument;
import be.kruispunt.store.RecordEntry;
import be.kruispunt.trust.DocumentSigner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.w3c.dom.Document;

/**
 * Puts the hub's signature on every outgoing document and on the answer: a receipt for what goes on, a refusal for what
 * does not. After this step a message is decided.
 */
public final class Sign {
    /** Process and purpose of an answer to something whose header could not be read or believed. */
    private static final String ANSWER = "ANSWER";

    private final InstitutionId hub;
    private final DocumentSigner signer;
    private final MessageWriter writer;
    private final Answers answers;
    private final InstantSource clock;
    private final RandomGenerator random;

    public Sign(Signing signing, InstantSource clock, RandomGenerator random) {
        this.hub = signing.hub();
        this.signer = signing.signer();
        this.writer = signing.writer();
        this.answers = signing.answers();
        this.clock = clock;
        this.random = random;
    }

    /** Who signs, and with what the answers are written. */
    public record Signing(InstitutionId hub, DocumentSigner signer, MessageWriter writer, Answers answers) {}

    /** The passage with everything that it is to leave behind; what is neither translated nor refused stays as it is. */
    public Passage sign(Passage passage) {
        return switch (passage) {
            case Passage.Underway(Translated translated, List<AuditEntry> trail) -> accepted(translated, trail);
            case Passage.Aside(Considered considered, List<AuditEntry> trail) -> kept(considered, trail);
            case Passage.Refused refused -> refused(refused);
            default -> passage;
        };
    }

    private Passage accepted(Translated translated, List<AuditEntry> trail) {
        Received received = translated.received();
        List<OutgoingDocument> outgoing =
                translated.documents().stream().map(this::signed).toList();
        CaseFile caseAfter = translated.caseAfter();
        Header in = translated.header();
        var content = new ReceiptContent(
                received.ticket(),
                in.instance(),
                received.digest(),
                received.at(),
                caseAfter.id(),
                translated.documents().stream()
                        .map(d -> new ReceiptContent.Delivery(d.receiver(), d.type(), d.loss()))
                        .toList(),
                translated.validated().warnings());
        byte[] receipt = signed(answers.receipt(
                answerHeader(RECEIPT_1_0, received, Optional.of(in), Optional.of(caseAfter)), content, room(received)));
        return new Passage.Ready(
                received,
                new RecordEntry.Taken(
                        handled(received, receipt, signedTrail(trail, receipt, outgoing)),
                        in,
                        !translated.holdsIdentifier(),
                        outgoing,
                        caseAfter,
                        translated.persons()));
    }

    private Passage kept(Considered considered, List<AuditEntry> trail) {
        Received received = considered.received();
        Header in = considered.header();
        List<OutgoingDocument> outgoing = considered.decision().answer().stream()
                .map(answer -> new OutgoingDocument(
                        received.user(), N901_1_0, signed(answers.rights(rightsHeader(considered), answer))))
                .toList();
        var content = new ReceiptContent(
                received.ticket(),
                in.instance(),
                received.digest(),
                received.at(),
                Optional.empty(),
                outgoing.stream()
                        .map(o -> new ReceiptContent.Delivery(o.receiver(), o.type(), Optional.empty()))
                        .toList(),
                Optional.of(considered.decision().lines()),
                considered.validated().warnings());
        byte[] receipt = signed(answers.receipt(
                answerHeader(RECEIPT_1_0, received, Optional.of(in), Optional.empty()), content, room(received)));
        return new Passage.Ready(
                received,
                new RecordEntry.Kept(
                        handled(received, receipt, signedTrail(trail, receipt, outgoing)),
                        in,
                        !considered.holdsIdentifier(),
                        outgoing,
                        considered.decision().effect(),
                        considered.persons()));
    }

    /** An answer names the question that it answers, as whatever the hub makes of a message does. */
    private Header rightsHeader(Considered considered) {
        Received received = considered.received();
        return answerHeader(N901_1_0, received, Optional.of(considered.header()), Optional.empty())
                .withProvenance(new Provenance(
                        received.ticket(),
                        received.digest(),
                        considered.header().type()));
    }

    private Passage refused(Passage.Refused refused) {
        Received received = refused.received();
        Optional<Header> believed = refused.believed();
        RefusalCode code = refused.refusal().code();
        var content = new RefusalContent(
                received.ticket(), refused.instance(), received.digest(), received.at(), refused.refusal());
        byte[] refusal = signed(answers.refusal(
                answerHeader(REFUSAL_1_0, received, believed, Optional.empty()), content, room(received)));
        return new Passage.Ready(
                received,
                new RecordEntry.Refused(
                        handled(received, refusal, signedTrail(refused.trail(), refusal, List.of())),
                        believed,
                        believed.isPresent() && code != RefusalCode.DUPLICATE_IDENTIFIER && !refused.holdsIdentifier(),
                        code,
                        refused.effect(),
                        refused.stage().persons()));
    }

    private static Handled handled(Received received, byte[] answer, List<AuditEntry> trail) {
        return new Handled(
                received.ticket(), received.user(), received.digest(), received.at(), body(received), answer, trail);
    }

    private Header answerHeader(
            DocumentType type, Received received, Optional<Header> in, Optional<CaseFile> caseFile) {
        Instant now = clock.instant();
        return new Header(
                hub,
                List.of(received.user()),
                type,
                new InstanceId(Ticket.next(now, random).value()),
                now,
                in.map(Header::process).orElse(ANSWER),
                caseFile.map(CaseFile::id).or(() -> in.flatMap(Header::caseId)),
                in.map(Header::legalContext).orElse(LegalContext.of(ANSWER)),
                Optional.empty());
    }

    private OutgoingDocument signed(Translated.ForReceiver document) {
        return new OutgoingDocument(document.receiver(), document.type(), signed(document.dom()));
    }

    private byte[] signed(Document dom) {
        return signer.signed(dom, signature -> writer.serialise(dom, signature));
    }

    private List<AuditEntry> signedTrail(List<AuditEntry> trail, byte[] answer, List<OutgoingDocument> outgoing) {
        var detail = new StringBuilder("answer sha256 ").append(Digest.of(answer));
        outgoing.forEach(
                o -> detail.append("; ").append(o.receiver()).append(" sha256 ").append(o.digest()));
        return Journey.plus(trail, AuditEntry.passed(Step.SIGN, clock.instant(), detail.toString()));
    }

    private static AnswerRoom room(Received received) {
        return AnswerRoom.answering(body(received).map(xml -> xml.length).orElse(0));
    }

    private static Optional<byte[]> body(Received received) {
        return received.origin().content() instanceof Content.Body body ? Optional.of(body.bytes()) : Optional.empty();
    }
}
