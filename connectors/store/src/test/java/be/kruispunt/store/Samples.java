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
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.RecordEntry.Refused;
import be.kruispunt.store.RecordEntry.Taken;
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

    /** A message of ADEM that is taken and goes to RVA, in a case that it opens; content, identifier and case are its own. */
    static Taken taken() {
        return taken("<content>" + UUID.randomUUID() + "</content>", new InstanceId(UUID.randomUUID()));
    }

    static Taken taken(String content, InstanceId instance) {
        Ticket ticket = ticket();
        return new Taken(
                new Handled(
                        ticket,
                        ADEM,
                        Digest.of(bytes(content)),
                        NOW,
                        Optional.of(bytes(content)),
                        bytes("<receipt for='" + ticket + "'/>"),
                        List.of(
                                AuditEntry.passed(Step.RECEIVE, NOW, ""),
                                AuditEntry.passed(Step.PARSE, NOW, "U002 4.2"))),
                header(instance, Optional.empty()),
                true,
                List.of(new OutgoingDocument(RVA, U1, bytes("<sent for='" + ticket + "'/>"))),
                opened(caseId()),
                List.of(MARIE, LUCAS));
    }

    /** The same, and goes to RVA as several documents. */
    static Taken takenAs(DocumentType... types) {
        Taken entry = taken();
        return new Taken(
                entry.handled(),
                entry.header(),
                true,
                Stream.of(types)
                        .map(type -> new OutgoingDocument(
                                RVA, type, bytes("<" + type.code() + " for='" + entry.ticket() + "'/>")))
                        .toList(),
                entry.caseAfter(),
                entry.persons());
    }

    static Taken in(CaseFile after, Taken entry) {
        return new Taken(
                entry.handled(), entry.header(), entry.takesIdentifier(), entry.outgoing(), after, entry.persons());
    }

    static Taken audited(String detail, Taken entry) {
        return entry.plus(AuditEntry.passed(Step.PARSE, NOW, detail));
    }

    /** The same bytes again, taken, by an identifier that is theirs already. */
    static Taken takenLater(RecordEntry entry) {
        return new Taken(
                again(entry), entry.believed().orElseThrow(), false, List.of(), opened(caseId()), entry.persons());
    }

    /** The same bytes again, refused. */
    static Refused refused(RecordEntry entry, RefusalCode code, boolean takesIdentifier) {
        return new Refused(again(entry), entry.believed(), takesIdentifier, code, entry.persons());
    }

    private static Handled again(RecordEntry entry) {
        Handled handled = entry.handled();
        return new Handled(
                ticket(), entry.user(), entry.digest(), NOW, handled.received(), handled.answer(), handled.audit());
    }

    static Refused refused(RefusalCode code, Optional<Header> believed, List<PersonNumber> persons) {
        return new Refused(taken().handled(), believed, false, code, persons);
    }

    /** A message that nothing could be read of, nor kept. */
    static Refused unreadable(InstitutionId user, Ticket ticket) {
        var handled = new Handled(
                ticket, user, Digest.of(bytes("" + ticket)), NOW, Optional.empty(), bytes("<refusal/>"), List.of());
        return new Refused(handled, Optional.empty(), false, RefusalCode.TOO_LARGE, List.of());
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
                entry.believed().map(Header::instance),
                entry instanceof Taken taken ? Optional.of(taken.caseAfter().id()) : Optional.empty(),
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
}
