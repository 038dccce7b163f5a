package be.kruispunt.hub.bench;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.hub.demo.DemonstrationRegister;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRules;
import be.kruispunt.model.cases.ProcessCatalogue;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.CaseLink;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.LookUpKey;
import be.kruispunt.store.OutgoingDocument;
import be.kruispunt.store.RecordEntry;
import be.kruispunt.store.Store;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Measures the look-up and the audit write, in batches as the hub makes them, with documents of the real size. */
final class StoreParts {
    private final Store store;
    private final PartsBench documents;
    private final BenchRegister register;
    private final int batch;
    private final SecureRandom random = new SecureRandom();
    private final byte[] receipt;
    private final byte[] document;
    private final Header was;
    private final CaseRules rules;

    StoreParts(Environment environment, PartsBench documents) {
        this.store = environment.hub().store();
        this.documents = documents;
        this.register = environment.register();
        this.batch = environment.settings().batch();
        this.receipt = documents.receipt();
        this.document = documents.document();
        this.was = documents.incoming().header();
        this.rules =
                new CaseRules(ProcessCatalogue.standard().find(was.process()).orElseThrow());
    }

    Map<String, Double> measure(Stopwatch stopwatch) throws InterruptedException {
        var parts = new LinkedHashMap<String, Double>();
        parts.put("look-up", stopwatch.micros(batch, this::keys, store::lookUp));
        parts.put("audit write", stopwatch.micros(batch, this::entries, entries -> store.record(entries, List.of())));
        return parts;
    }

    private List<LookUpKey> keys() {
        return Stream.generate(() -> new LookUpKey(
                        register.senders().getFirst(),
                        randomDigest(),
                        Optional.of(new InstanceId(UUID.randomUUID())),
                        Optional.empty(),
                        Set.of(person())))
                .limit(batch)
                .toList();
    }

    private List<RecordEntry> entries() {
        return Stream.generate(this::entry).limit(batch).toList();
    }

    private RecordEntry entry() {
        Instant now = Instant.now();
        Ticket ticket = Ticket.next(now, random);
        var header = new Header(
                was.sender(),
                was.receivers(),
                was.type(),
                new InstanceId(UUID.randomUUID()),
                was.createdAt(),
                was.process(),
                was.caseId(),
                was.legalContext(),
                was.provenance());
        Insz person = person();
        CaseFile opened = rules.after(
                CaseFile.opening(
                        new CaseId(ticket.value()),
                        was.process(),
                        was.sender(),
                        List.of(DemonstrationRegister.RVA),
                        Set.of(person)),
                new CaseFile.Event(
                        ticket, "U1", was.sender(), Set.of(DemonstrationRegister.RVA), Optional.empty(), now),
                CaseLink.NONE,
                Map.of());
        List<AuditEntry> audit = Arrays.stream(Step.values())
                .filter(step -> step != Step.DELIVER)
                .map(step -> AuditEntry.passed(step, now, "sha256 " + Digest.of(receipt)))
                .toList();
        return new RecordEntry(
                ticket,
                was.sender(),
                randomDigest(),
                now,
                Optional.of(header),
                true,
                Optional.empty(),
                Optional.of(documents.message()),
                receipt,
                List.of(new OutgoingDocument(DemonstrationRegister.RVA, DocumentCatalogue.U002_4_2, document)),
                Optional.of(opened),
                List.of(person),
                audit);
    }

    private Insz person() {
        return register.persons().get(random.nextInt(register.persons().size()));
    }

    private Digest randomDigest() {
        var hash = new byte[32];
        random.nextBytes(hash);
        return Digest.ofHash(hash);
    }
}
