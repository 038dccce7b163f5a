package be.kruispunt.hub.sample;

import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.documents.Answer;
import be.kruispunt.documents.AnswerReader;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentValidator;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.MessageWriter;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.RefusalContent;
import be.kruispunt.documents.RightsAnswerContent;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.message.Header;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentSigner;
import be.kruispunt.trust.TrustFolder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Document;

/** An institution's own side of the exchange: signs, sends, and reads its queue. Belongs to one thread. */
public final class Party implements AutoCloseable {
    /** Something that came into the institution's queue. */
    public sealed interface Mail {
        byte[] xml();

        /** A receipt. */
        @SuppressWarnings("ArrayRecordComponent") // signed bytes, passed on as they are
        record Receipt(Header header, ReceiptContent content, byte[] xml) implements Mail {}

        /** A refusal. */
        @SuppressWarnings("ArrayRecordComponent") // signed bytes, passed on as they are
        record Refusal(Header header, RefusalContent content, byte[] xml) implements Mail {}

        /** A document of another institution. */
        @SuppressWarnings("ArrayRecordComponent") // signed bytes, passed on as they are
        record Letter(Header header, byte[] xml) implements Mail {}
    }

    private final InstitutionId id;
    private final InstitutionClient client;
    private final DocumentSigner signer;
    private final MessageReader reader;
    private final MessageWriter writer;
    private final DocumentValidator validator;
    private final Deque<Mail> unread = new ArrayDeque<>();

    public Party(InstitutionId id, TrustFolder trust, InstitutionClient client, CryptoProviders crypto) {
        DocumentCatalogue catalogue = DocumentCatalogue.standard();
        this.id = id;
        this.client = client;
        this.signer = new DocumentSigner(trust.identity(id), crypto, InstantSource.system());
        this.reader = new MessageReader(catalogue, Limits.OF_WHAT_THE_HUB_SENDS);
        this.writer = new MessageWriter(catalogue);
        this.validator = new DocumentValidator(catalogue);
    }

    public InstitutionId id() {
        return id;
    }

    /** Signs the document with this institution's key. */
    public byte[] sign(Document document) {
        return signer.signed(document, signature -> writer.serialise(document, signature));
    }

    /** Hands bytes to the broker, which has them when this returns. */
    public void send(byte[] xml) {
        client.send(xml);
    }

    /** Signs, sends, and waits for the hub's answer. */
    public Mail exchange(Document document, Duration patience) {
        return exchange(sign(document), patience);
    }

    /** Sends, and waits for the hub's answer to these very bytes. */
    public Mail exchange(byte[] xml, Duration patience) {
        send(xml);
        Digest digest = Digest.of(xml);
        return await(mail -> isAnswerTo(mail, digest), patience)
                .orElseThrow(() -> new IllegalStateException("no answer to " + digest + " within " + patience));
    }

    /** Waits for a document of another institution. */
    public Optional<Mail.Letter> letter(Duration patience) {
        return await(Mail.Letter.class::isInstance, patience).map(Mail.Letter.class::cast);
    }

    /** What a letter says, where it answers a question for rights. */
    public Optional<RightsAnswerContent> rights(Mail.Letter letter) {
        try {
            return validator.validate(reader.read(letter.xml())).document().flatMap(AnswerReader::rights);
        } catch (Unreadable e) {
            throw new IllegalStateException("the hub sent something that cannot be read", e);
        }
    }

    /** Waits for something that fits; what does not stays unread. */
    public Optional<Mail> await(Predicate<Mail> wanted, Duration patience) {
        for (Iterator<Mail> mails = unread.iterator(); mails.hasNext(); ) {
            Mail mail = mails.next();
            if (wanted.test(mail)) {
                mails.remove();
                return Optional.of(mail);
            }
        }
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            client.receive(Duration.between(Instant.now(), end).plusMillis(1), xml -> unread.add(read(xml)));
            Mail last = unread.peekLast();
            if (last != null && wanted.test(last)) {
                return Optional.of(unread.removeLast());
            }
        }
        return Optional.empty();
    }

    private static boolean isAnswerTo(Mail mail, Digest digest) {
        return switch (mail) {
            case Mail.Receipt receipt -> receipt.content().received().equals(digest);
            case Mail.Refusal refusal -> refusal.content().received().equals(digest);
            case Mail.Letter letter -> false;
        };
    }

    private Mail read(byte[] xml) {
        try {
            IncomingDocument document = reader.read(xml);
            Optional<Answer> answer = validator.validate(document).document().flatMap(AnswerReader::read);
            return answer.<Mail>map(content -> switch (content) {
                        case ReceiptContent receipt -> new Mail.Receipt(document.header(), receipt, xml);
                        case RefusalContent refusal -> new Mail.Refusal(document.header(), refusal, xml);
                    })
                    .orElseGet(() -> new Mail.Letter(document.header(), xml));
        } catch (Unreadable e) {
            throw new IllegalStateException("the hub sent something that cannot be read", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
