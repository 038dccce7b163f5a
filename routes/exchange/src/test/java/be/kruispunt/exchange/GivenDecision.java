package be.kruispunt.exchange;

import static be.kruispunt.exchange.Given.ADEM;
import static be.kruispunt.exchange.Given.NOW;
import static be.kruispunt.exchange.Given.PERSON;
import static be.kruispunt.exchange.Given.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.broker.Content;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseFile.Event;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.Participant;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.Handled;
import be.kruispunt.store.OutgoingDocument;
import be.kruispunt.store.RecordEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decisions on messages of ADEM's that open a case of their own: what goes to RVA, and the receipt, are bare words. */
final class GivenDecision {
    private GivenDecision() {}

    static Received received() {
        return Given.received(ADEM, "of ADEM " + UUID.randomUUID());
    }

    static RecordEntry.Taken taken(Received received, String trail, String... documents) {
        var caseId = new CaseId(UUID.randomUUID());
        var opening = new Event(received.ticket(), "U001", ADEM, Set.of(RVA), Optional.empty(), NOW);
        var file = new CaseFile(
                caseId,
                "UB_BUC_01",
                ADEM,
                List.of(new Participant(ADEM, CaseRole.CASE_OWNER), new Participant(RVA, CaseRole.COUNTERPARTY)),
                Set.of(PERSON),
                List.of(opening),
                Map.of(),
                Optional.empty(),
                1);
        byte[] body = body(received);
        var handled = new Handled(
                received.ticket(),
                ADEM,
                Digest.of(body),
                NOW,
                Optional.of(body),
                receipt(received.ticket()).getBytes(UTF_8),
                List.of(AuditEntry.passed(Step.RECEIVE, NOW, trail)));
        List<OutgoingDocument> outgoing = List.of(documents).stream()
                .map(document -> new OutgoingDocument(RVA, DocumentCatalogue.U001_4_2, document.getBytes(UTF_8)))
                .toList();
        return new RecordEntry.Taken(
                handled, Given.header(ADEM, "UB_BUC_01", Optional.of(caseId)), true, outgoing, file, List.of(PERSON));
    }

    static byte[] body(Received received) {
        return ((Content.Body) received.origin().content()).bytes();
    }

    static String receipt(Ticket ticket) {
        return "receipt for " + ticket;
    }
}
