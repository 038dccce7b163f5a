package be.kruispunt.hub.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.MessageReader;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.hub.Settings;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.store.Evidence;
import be.kruispunt.store.Store;
import be.kruispunt.store.TraceQuery;
import be.kruispunt.store.TracedMessage;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DocumentVerifier;
import be.kruispunt.trust.NotVerified;
import be.kruispunt.trust.VerifiedSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;

/** Sends as an institution, and holds what must be so of every answer, whatever the test is about. */
final class Door {
    /** How long an answer may take before the test gives up; nothing is measured. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Well-formed and no message: refused, and refused again with the first answer. It marks a place in every queue. */
    private static final byte[] MARKER = "<marker/>".getBytes(UTF_8);

    private final TestHub hub;
    private final Messages messages;
    private final MessageReader reader = new MessageReader(DocumentCatalogue.standard(), Limits.OF_WHAT_THE_HUB_SENDS);
    private final DocumentVerifier verifier;
    private final ProvokedCodes provoked = new ProvokedCodes();

    Door(TestHub hub) {
        this.hub = hub;
        this.messages = new Messages(hub.trust());
        this.verifier = new DocumentVerifier(hub.trust().trustStore(), CryptoProviders.best());
    }

    /** What came of a message that was taken. */
    record Accepted(Mail.Receipt receipt, List<Mail.Letter> letters) {
        ReceiptContent content() {
            return receipt.content();
        }

        Ticket ticket() {
            return receipt.content().ticket();
        }

        Mail.Letter letter() {
            assertThat(letters).hasSize(1);
            return letters.getFirst();
        }
    }

    /** The codes that tests expected here, and got. */
    Set<RefusalCode> provoked() {
        return provoked.all();
    }

    Messages messages() {
        return messages;
    }

    TestHub hub() {
        return hub;
    }

    Store store() {
        return hub.hub().store();
    }

    Party party(InstitutionId id) {
        Party party = hub.parties().get(id);
        return party == null ? fail("not connected: " + id) : party;
    }

    /** Sends, and takes what the receivers get; the receipt and the documents must be the hub's and about these bytes. */
    Accepted accepts(InstitutionId from, byte[] xml) {
        party(from).send(xml);
        Mail answer = next(from);
        if (!(answer instanceof Mail.Receipt receipt)) {
            return fail("a receipt was expected: " + ((Mail.Refusal) answer).content());
        }
        assertThat(signature(receipt.xml()).signer())
                .isEqualTo(Settings.defaults().hub());
        assertThat(receipt.content().received()).isEqualTo(Digest.of(xml));
        var letters = new ArrayList<Mail.Letter>();
        for (ReceiptContent.Delivery delivery : receipt.content().deliveries()) {
            Mail mail = next(delivery.receiver());
            assertThat(mail).isInstanceOf(Mail.Letter.class);
            var letter = (Mail.Letter) mail;
            assertThat(letter.header().type()).isEqualTo(delivery.type());
            assertThat(signature(letter.xml()).signer())
                    .isEqualTo(Settings.defaults().hub());
            letters.add(letter);
        }
        nothingElseMoved();
        return new Accepted(receipt, letters);
    }

    /** Sends, and holds everything that must be so of a refusal. */
    Refusal refuses(InstitutionId from, byte[] xml, RefusalCode code) {
        party(from).send(xml);
        Mail.Refusal refusal = refused(from, code);
        assertThat(refusal.content().received()).isEqualTo(Digest.of(xml));
        return refusal.content().refusal();
    }

    /** The refusal of what was sent by other means: signed by the hub, traced, and nothing else moved. */
    Mail.Refusal refused(InstitutionId from, RefusalCode code) {
        Mail answer = next(from);
        if (!(answer instanceof Mail.Refusal refusal)) {
            return fail("a refusal with " + code + " was expected and a receipt came");
        }
        Refusal why = refusal.content().refusal();
        assertThat(why.code()).as("%s %s", why.detail(), why.findings()).isEqualTo(code);
        assertThat(signature(refusal.xml()).signer())
                .isEqualTo(Settings.defaults().hub());
        assertThat(refusal.header().sender()).isEqualTo(Settings.defaults().hub());
        assertThat(refusal.header().receivers()).containsExactly(from);
        nothingElseMoved();
        traced(from, refusal, code);
        provoked.add(code);
        return refusal;
    }

    private void traced(InstitutionId from, Mail.Refusal refusal, RefusalCode code) {
        TracedMessage message = trace(refusal.content().ticket());
        assertThat(message.user()).isEqualTo(from);
        assertThat(message.digest()).isEqualTo(refusal.content().received());
        assertThat(message.refusal()).contains(code);
        assertThat(message.deliveries()).isEmpty();
        assertThat(message.audit())
                .filteredOn(entry -> !entry.passed())
                .singleElement()
                .returns(code.step(), AuditEntry::step)
                .returns(code.name(), AuditEntry::code)
                .returns(refusal.content().refusal().detail(), AuditEntry::detail);
        Evidence evidence =
                store().evidence(refusal.content().ticket()).orElseThrow(() -> new AssertionError("no evidence"));
        assertThat(evidence.answer()).isEqualTo(refusal.xml());
        assertThat(evidence.sent()).isEmpty();
    }

    TracedMessage trace(Ticket ticket) {
        List<TracedMessage> found = store().trace(new TraceQuery.ByTicket(ticket));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /** The oldest thing that waits for this institution, or will in a moment. */
    Mail next(InstitutionId id) {
        return party(id).await(mail -> true, PATIENCE).orElseThrow(() -> new AssertionError("nothing came for " + id));
    }

    /**
     * That no queue holds anything. Every institution sends a marker; since messages are worked on in the order in which
     * they came, whatever an earlier one had set in motion would lie before the marker's answer.
     */
    void nothingElseMoved() {
        hub.parties().values().forEach(party -> party.send(MARKER));
        hub.parties().keySet().forEach(id -> assertThat(next(id))
                .as("what lies in the queue of %s", id)
                .isInstanceOfSatisfying(
                        Mail.Refusal.class,
                        refusal -> assertThat(refusal.content().received()).isEqualTo(Digest.of(MARKER))));
    }

    /** The signature, which must hold. */
    VerifiedSignature signature(byte[] xml) {
        try {
            return verifier.verify(dom(xml), Instant.now());
        } catch (NotVerified e) {
            return fail("a signature that does not hold", e);
        }
    }

    private Document dom(byte[] xml) {
        try {
            return reader.read(xml).dom();
        } catch (Unreadable e) {
            return fail("a message that cannot be read", e);
        }
    }
}
