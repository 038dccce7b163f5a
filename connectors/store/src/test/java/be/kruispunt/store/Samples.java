package be.kruispunt.store;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Competence;
import be.kruispunt.access.DirectoryLine;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.cases.CaseRules;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Step;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Invented messages of invented people. */
final class Samples {
    static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    static final InstitutionId CNS = InstitutionId.of("LU:0021");
    static final InstitutionId RVA = InstitutionId.of("BE:0206737484");
    static final DocumentType U1 = DocumentType.of("U1", "1.0");
    static final DocumentType U002 = DocumentType.of("U002", "4.2");
    static final LegalContext UNEMPLOYMENT = LegalContext.of("UNEMPLOYMENT");
    static final Insz MARIE = Insz.of("85073003328");
    static final Insz LUCAS = Insz.of("17073003384");
    static final Instant NOW = Instant.parse("2026-03-02T09:30:15.123456Z");
    // Several threads draw from it; the default generator would give two of them the same ticket.
    private static final RandomGenerator RANDOM = new SecureRandom();

    private static final CaseRules RULES =
            new CaseRules(ProcessCatalogue.standard().find("UB_BUC_01").orElseThrow());

    private Samples() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Ticket ticket() {
        return Ticket.next(Instant.now(), RANDOM);
    }

    static CaseId caseId() {
        return new CaseId(UUID.randomUUID());
    }

    static Header header(InstanceId instance, Optional<CaseId> caseId) {
        return new Header(
                ADEM, List.of(RVA, CNS), U002, instance, NOW, "UB_BUC_01", caseId, UNEMPLOYMENT, Optional.empty());
    }

    /** A message of ADEM that is taken and goes to RVA; content and identifier are its own. */
    static RecordEntry taken() {
        return taken("<content>" + UUID.randomUUID() + "</content>", new InstanceId(UUID.randomUUID()));
    }

    static RecordEntry taken(String content, InstanceId instance) {
        Ticket ticket = ticket();
        return new RecordEntry(
                ticket,
                ADEM,
                Digest.of(bytes(content)),
                NOW,
                Optional.of(header(instance, Optional.empty())),
                true,
                Optional.empty(),
                Optional.of(bytes(content)),
                bytes("<receipt for='" + ticket + "'/>"),
                List.of(new OutgoingDocument(RVA, U1, bytes("<sent for='" + ticket + "'/>"))),
                Optional.empty(),
                List.of(MARIE, LUCAS),
                List.of(AuditEntry.passed(Step.RECEIVE, NOW, ""), AuditEntry.passed(Step.PARSE, NOW, "U002 4.2")));
    }

    /** The same, and goes to RVA as several documents. */
    static RecordEntry takenAs(DocumentType... types) {
        RecordEntry entry = taken();
        return new RecordEntry(
                entry.ticket(),
                entry.user(),
                entry.digest(),
                entry.receivedAt(),
                entry.header(),
                entry.ownsIdentifier(),
                entry.refusal(),
                entry.received(),
                entry.answer(),
                Stream.of(types)
                        .map(type -> new OutgoingDocument(
                                RVA, type, bytes("<" + type.code() + " for='" + entry.ticket() + "'/>")))
                        .toList(),
                entry.caseAfter(),
                entry.persons(),
                entry.audit());
    }

    static RecordEntry in(CaseFile after, RecordEntry entry) {
        return new RecordEntry(
                entry.ticket(),
                entry.user(),
                entry.digest(),
                entry.receivedAt(),
                entry.header(),
                entry.ownsIdentifier(),
                entry.refusal(),
                entry.received(),
                entry.answer(),
                entry.outgoing(),
                Optional.of(after),
                entry.persons(),
                entry.audit());
    }

    static RecordEntry audited(String detail, RecordEntry entry) {
        return new RecordEntry(
                entry.ticket(),
                entry.user(),
                entry.digest(),
                entry.receivedAt(),
                entry.header(),
                entry.ownsIdentifier(),
                entry.refusal(),
                entry.received(),
                entry.answer(),
                entry.outgoing(),
                entry.caseAfter(),
                entry.persons(),
                List.of(AuditEntry.passed(Step.PARSE, NOW, detail)));
    }

    static CaseFile opened(CaseId id) {
        return opened(id, RVA);
    }

    /** An institution asked ADEM. */
    static CaseFile opened(CaseId id, InstitutionId owner) {
        return RULES.after(
                CaseFile.opening(id, "UB_BUC_01", owner, List.of(ADEM), Set.of(MARIE)),
                event("U001", owner, ADEM, Optional.empty()),
                CaseLink.NONE,
                Map.of("1.1", "digest-of-box"));
    }

    /** ADEM answered. */
    static CaseFile advanced(CaseFile file) {
        Optional<Ticket> asked = Optional.of(file.events().getFirst().ticket());
        return RULES.after(file, event("U002", ADEM, file.owner(), asked), CaseLink.NONE, Map.of("2.1", "another"));
    }

    private static CaseFile.Event event(String act, InstitutionId by, InstitutionId to, Optional<Ticket> about) {
        return new CaseFile.Event(ticket(), act, by, Set.of(to), about, NOW);
    }

    static LookUpKey keyOf(RecordEntry entry) {
        return new LookUpKey(
                entry.user(),
                entry.digest(),
                entry.header().map(Header::instance),
                entry.caseAfter().map(CaseFile::id),
                Set.of());
    }

    static Institution institution(InstitutionId id, String name) {
        return new Institution(
                id,
                name,
                Network.PRIMARY,
                18,
                Period.since(LocalDate.of(2020, 1, 1)),
                List.of(new Competence(
                        "UB_BUC_01",
                        CaseRole.CASE_OWNER,
                        new Period(LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2030, 12, 31))))),
                List.of(U1, U002));
    }

    static Authorisation authorisation(String number) {
        return new Authorisation(
                number,
                ADEM,
                RVA,
                "U002",
                UNEMPLOYMENT,
                Set.of(),
                Set.of("1", "4"),
                2,
                Period.since(LocalDate.of(2020, 1, 1)));
    }

    static DirectoryLine line(Insz insz, InstitutionId institution) {
        return new DirectoryLine(
                insz, institution, 18, "1", 3, Period.since(LocalDate.of(2024, 5, 1)), LocalDate.of(2026, 2, 1));
    }

    static RecordEntry refusedForARule(Optional<Header> header) {
        RecordEntry entry = taken();
        return new RecordEntry(
                entry.ticket(),
                ADEM,
                entry.digest(),
                entry.receivedAt(),
                header,
                false,
                Optional.of(RefusalCode.RULE),
                Optional.empty(),
                entry.answer(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
