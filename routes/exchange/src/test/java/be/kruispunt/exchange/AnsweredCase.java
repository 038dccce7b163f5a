package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.access.Register;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.Samples;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.Participant;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.store.Known;
import be.kruispunt.store.Original;
import be.kruispunt.store.StoredDelivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A case of RVA's, in which ADEM answers: what the steps from the look-up to the translation make of each answer. */
final class AnsweredCase {
    static final DocumentType U1 = DocumentCatalogue.U1_1_0;
    static final DocumentType U002 = DocumentCatalogue.U002_4_2;
    static final DocumentType U004 = DocumentType.of("U004", "4.2");

    private static final CaseId CASE = new CaseId(UUID.randomUUID());

    private final Companions companions = new Companions(GivenXml.TRANSLATOR, GivenXml.READER, GivenXml.VALIDATOR);
    private final Translate translate = new Translate(
            Limits.STANDARD,
            GivenXml.TRANSLATOR,
            companions,
            GivenXml.WRITER,
            GivenXml.VALIDATOR,
            InstantSource.fixed(NOW),
            new Random(1));
    private final Map<Ticket, Original> store = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final Ticket question = event("U001", RVA, ADEM, Optional.empty());

    private List<DocumentType> taken = List.of(U1);

    /** A document as RVA gets it. */
    record Got(Ticket ticket, Header header, String text, Translated translated) {
        Optional<InstanceId> replaces() {
            return header.provenance().flatMap(Provenance::replaces);
        }

        List<Ticket> together() {
            return header.provenance().orElseThrow().together().stream()
                    .map(Provenance.Earlier::ticket)
                    .toList();
        }

        List<DocumentType> translatedFrom() {
            return translated.documents().getFirst().loss().orElseThrow().from();
        }
    }

    static String u002() {
        return new String(Samples.template(Samples.Kind.U002), StandardCharsets.UTF_8);
    }

    static String u004() {
        String file = "/be/kruispunt/documents/types/u004/4.2/examples/complete.xml";
        try (var in = DocumentCatalogue.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Ticket> question() {
        return Optional.of(question);
    }

    /** RVA takes this type from now on. */
    void takes(DocumentType type) {
        taken = List.of(type);
    }

    Ticket event(String act, InstitutionId by, InstitutionId to, Optional<Ticket> about) {
        var ticket = new Ticket(UUID.randomUUID());
        events.add(new Event(ticket, act, by, Set.of(to), about, NOW));
        return ticket;
    }

    /** The last act was another's, or to another. */
    void lastWas(InstitutionId by, InstitutionId to) {
        Event last = events.removeLast();
        events.add(new Event(last.ticket(), last.act(), by, Set.of(to), last.about(), last.at()));
    }

    /** The store has no bytes of this message any more, or none that may be used. */
    void gone(Got got) {
        store.computeIfPresent(got.ticket(), (ticket, original) -> original.withheld());
    }

    /** The store has these bytes of this message. */
    void changed(Got got, String xml) {
        store.computeIfPresent(
                got.ticket(),
                (ticket, original) -> new Original(
                        ticket, original.digest(), Optional.of(xml.getBytes(StandardCharsets.UTF_8)), original.sent()));
    }

    Got sent(String xml) {
        return sent(xml, question());
    }

    Got sent(String xml, Optional<Ticket> about) {
        Result<Translated> result = translated(xml, about);
        assertThat(result).isInstanceOf(Result.Passed.class);
        Translated translated = ((Result.Passed<Translated>) result).value();
        Received received = translated.received();
        byte[] out = GivenXml.WRITER.serialise(translated.documents().getFirst().dom());
        DocumentType type = translated.documents().getFirst().type();
        var delivery = new StoredDelivery(new DeliveryId(received.ticket(), RVA, type.code()), false, out);
        byte[] in = xml.getBytes(StandardCharsets.UTF_8);
        store.put(
                received.ticket(),
                new Original(received.ticket(), received.digest(), Optional.of(in), List.of(delivery)));
        String text = new String(out, StandardCharsets.UTF_8);
        return new Got(received.ticket(), GivenXml.read(text).header(), text, translated);
    }

    /** That this is nothing that RVA takes. */
    void refused(String xml) {
        assertThat(translated(xml, question())).isInstanceOf(Result.Refused.class);
        events.removeLast();
    }

    Set<Ticket> wanted(String xml) {
        return companions.wanted(lookedUp(xml));
    }

    private Result<Translated> translated(String xml, Optional<Ticket> about) {
        LookedUp lookedUp = lookedUp(xml);
        var originals = new HashMap<>(store);
        originals.keySet().retainAll(companions.wanted(lookedUp));
        var receiver = new Institution(
                RVA, "RVA", Network.PRIMARY, 18, Period.since(LocalDate.of(2020, 1, 1)), List.of(), taken);
        events.add(new Event(lookedUp.received().ticket(), lookedUp.facts().act(), ADEM, Set.of(RVA), about, NOW));
        return translate.translate(new Correlated(lookedUp.with(originals), List.of(receiver), file()));
    }

    private LookedUp lookedUp(String xml) {
        IncomingDocument document = GivenXml.read(xml);
        ReadDocument content = GivenXml.VALIDATOR.validate(document).document().orElseThrow();
        var known = new Known(
                Optional.empty(),
                Optional.empty(),
                List.of(file()),
                DirectoryExtract.EMPTY,
                new Register(List.of(), List.of()));
        return new LookedUp(Given.validated(Given.received(ADEM, xml), document, content), known);
    }

    private CaseFile file() {
        return new CaseFile(
                CASE,
                "UB_BUC_01",
                RVA,
                List.of(new Participant(RVA, CaseRole.CASE_OWNER), new Participant(ADEM, CaseRole.COUNTERPARTY)),
                Set.of(Given.PERSON),
                events,
                Map.of(),
                Optional.empty(),
                events.size());
    }
}
