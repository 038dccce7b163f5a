package be.kruispunt.hub.bench;

import be.kruispunt.documents.AnswerRoom;
import be.kruispunt.documents.Answers;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.demo.DemonstrationRegister;
import be.kruispunt.hub.demo.Party;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.translation.Issue;
import be.kruispunt.translation.Translation;
import be.kruispunt.translation.Translator;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.NotVerified;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Measures the parts that work on documents, on real ones: in the process, on the library code and with the thread count
 * of the hub. The parts that reach the store and the broker are in {@link StoreParts} and {@link DurableHop}.
 */
final class PartsBench {
    private final MessageReader reader;
    private final DocumentValidator validator;
    private final MessageWriter writer;
    private final Answers answers;
    private final Translator translator;
    private final DocumentVerifier verifier;
    private final DocumentSigner signer;
    private final byte[] message;
    private final Header incomingHeader;
    private final Stopwatch stopwatch;

    PartsBench(Environment environment, Stopwatch stopwatch) {
        DocumentCatalogue catalogue = DocumentCatalogue.standard();
        this.reader = new MessageReader(catalogue, Limits.STANDARD);
        this.validator = new DocumentValidator(catalogue);
        this.writer = new MessageWriter(catalogue);
        this.answers = new Answers(writer);
        this.translator = Translator.standard(catalogue);
        this.verifier = new DocumentVerifier(environment.trust().trustStore(), environment.crypto());
        this.signer =
                new DocumentSigner(environment.trust().hubIdentity(), environment.crypto(), InstantSource.system());
        this.stopwatch = stopwatch;
        try (Party sender = environment.party(environment.register().senders().getFirst())) {
            this.message = new Load(environment).message(sender, DemonstrationRegister.RVA, 0);
        }
        this.incomingHeader = read(message).header();
    }

    byte[] message() {
        return message;
    }

    /** Each part by name, in microseconds of the machine per message. */
    Map<String, Double> measure() throws InterruptedException {
        var parts = new LinkedHashMap<String, Double>();
        parts.put("parse", stopwatch.micros(() -> message, this::read));
        parts.put("verify", stopwatch.micros(() -> read(message), this::verify));
        parts.put("validate", stopwatch.micros(() -> read(message), validator::validate));
        parts.put("translate", stopwatch.micros(() -> valid(read(message)), this::translate));
        parts.put("sign", stopwatch.micros(() -> translate(valid(read(message))), this::sign));
        parts.put("receipt", stopwatch.micros(() -> translation(valid(read(message))), this::receipt));
        return parts;
    }

    private IncomingDocument read(byte[] xml) {
        try {
            return reader.read(xml);
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private Element verify(IncomingDocument document) {
        try {
            return verifier.verify(document.dom(), Instant.now()).signedRoot();
        } catch (NotVerified e) {
            throw new IllegalStateException(e);
        }
    }

    /** A document with its header. */
    private record Valid(Header header, ReadDocument content) {}

    private Valid valid(IncomingDocument document) {
        return new Valid(
                document.header(), validator.validate(document).document().orElseThrow());
    }

    private Translation translation(Valid valid) {
        return translator.translate(
                List.of(valid.content()),
                List.of(DocumentCatalogue.U002_4_2),
                Optional.of(Issue.of(valid.header())));
    }

    /** Mapping, writing, and validation of the result, as the route does. */
    private Document translate(Valid valid) {
        Header header = valid.header().withType(DocumentCatalogue.U002_4_2);
        Document dom = writer.write(header, translation(valid).documents().getFirst().payload());
        Element payload = (Element) dom.getDocumentElement().getLastChild();
        if (!validator.validate(header, payload).accepted()) {
            throw new IllegalStateException("the translation is not valid");
        }
        return dom;
    }

    byte[] sign(Document dom) {
        signer.sign(dom);
        return writer.serialise(dom);
    }

    /** Writing, signing and serialising the sender's receipt, loss report included. */
    private byte[] receipt(Translation translation) {
        Header header = incomingHeader.withType(DocumentCatalogue.RECEIPT_1_0);
        var delivery = new ReceiptContent.Delivery(
                DemonstrationRegister.RVA, translation.report().to(), Optional.of(translation.report().summary()));
        return sign(answers.receipt(
                header,
                new ReceiptContent(
                        new Ticket(UUID.randomUUID()),
                        new InstanceId(UUID.randomUUID()),
                        Digest.of(message),
                        Instant.now(),
                        new CaseId(UUID.randomUUID()),
                        List.of(delivery),
                        List.of()),
                AnswerRoom.answering(message.length)));
    }

    byte[] receipt() {
        return receipt(translation(valid(read(message))));
    }

    byte[] document() {
        return sign(translate(valid(read(message))));
    }

    IncomingDocument incoming() {
        return read(message);
    }
}
