package be.kruispunt.exchange;

import be.kruispunt.access.AccessDecision.Granted;
import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.access.Register;
import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Content;
import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.GivenDocument;
import be.kruispunt.documents.IncomingDocument;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.XmlReader;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.store.Known;
import be.kruispunt.trust.GivenSignature;
import be.kruispunt.trust.VerifiedSignature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Messages at a stage of the path, with nothing in them but what the next step looks at. */
final class Given {
    static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    static final InstitutionId CNS = InstitutionId.of("LU:0021");
    static final InstitutionId RVA = InstitutionId.of("BE:0206737484");
    static final Insz PERSON = Insz.of("79041203729");
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Given() {}

    static Received received(InstitutionId user, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Received(
                new Ticket(UUID.randomUUID()),
                user,
                Digest.of(bytes),
                NOW,
                new BrokerMessage(user, new Content.Body(bytes), 0, NOW));
    }

    static Header header(InstitutionId sender, String process, Optional<CaseId> caseId) {
        return new Header(
                sender,
                List.of(),
                DocumentCatalogue.U001_4_2,
                new InstanceId(UUID.randomUUID()),
                NOW,
                process,
                caseId,
                LegalContext.of("UNEMPLOYMENT_BENEFIT"),
                Optional.empty());
    }

    static Validated validated(Received received, Header header, DocumentFacts facts) {
        Document dom = new XmlReader(Limits.STANDARD).emptyDocument();
        Element root = dom.createElement("message");
        Element payload = dom.createElement("empty");
        dom.appendChild(root).appendChild(payload);
        return validated(
                received,
                new IncomingDocument(header, dom, payload),
                GivenDocument.read(header.type(), payload, facts));
    }

    static Validated validated(Received received, IncomingDocument document, ReadDocument content) {
        Header header = document.header();
        VerifiedSignature signature =
                GivenSignature.by(header.sender(), NOW, document.dom().getDocumentElement());
        var believed = (Result.Passed<BelievedHeader>)
                BelievedHeader.of(new ClaimedHeader(header), signature, received.user());
        return new Validated(
                new Authenticated(received, believed.value(), document.payload(), signature), content, List.of());
    }

    /** A message of this act, about the one person, that may go to these receivers. */
    static Authorised authorised(Header header, String act, Optional<CaseFile> file, InstitutionId... receivers) {
        return authorised(
                header, new DocumentFacts(act, List.of(PERSON), Map.of(), Map.of()), file, List.of(receivers));
    }

    static Authorised authorised(
            Header header, DocumentFacts facts, Optional<CaseFile> file, List<InstitutionId> receivers) {
        return authorised(header, facts, file, receivers, DirectoryExtract.EMPTY);
    }

    static Authorised authorised(
            Header header,
            DocumentFacts facts,
            Optional<CaseFile> file,
            List<InstitutionId> receivers,
            DirectoryExtract directory) {
        Validated validated =
                validated(received(header.sender(), header.instance().toString()), header, facts);
        var known = new Known(
                Optional.empty(),
                Optional.empty(),
                file.stream().toList(),
                directory,
                new Register(List.of(), List.of()));
        List<Institution> institutions = receivers.stream()
                .map(id -> new Institution(
                        id, "name", Network.FOREIGN, 0, Period.since(LocalDate.of(2020, 1, 1)), List.of(), List.of()))
                .toList();
        return new Authorised(new LookedUp(validated, known), new Granted(institutions, List.of("26/001")));
    }
}
