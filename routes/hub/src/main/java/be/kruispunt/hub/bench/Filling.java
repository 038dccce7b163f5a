package be.kruispunt.hub.bench;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.hub.sample.Party;
import be.kruispunt.hub.text.Progress;
import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import be.kruispunt.store.Handled;
import be.kruispunt.store.OutgoingDocument;
import be.kruispunt.store.RecordEntry;
import be.kruispunt.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Fills the store with what years of messages leave in it, as the hub itself records them: what is measured then is a full one. */
final class Filling {
    private static final String PROCESS = "PD_U1";
    private static final int AT_A_TIME = 500;
    private static final Duration AGO = Duration.ofDays(365);

    private final Store store;
    private final BenchRegister register;
    private final byte[] document;
    private final SecureRandom random = new SecureRandom();

    Filling(Environment environment) {
        this.store = environment.hub().store();
        this.register = environment.register();
        try (Party sender = environment.site().party(register.senders().getFirst())) {
            this.document = new Load(environment.site(), Mix.of("U1")).message(sender, DemonstrationRegister.RVA, 0);
        }
    }

    void fill(int messages, Progress progress) {
        List<Ticket> recorded = List.of();
        for (int done = 0; done < messages; done += AT_A_TIME) {
            List<RecordEntry> entries = Stream.generate(this::entry)
                    .limit(Math.min(AT_A_TIME, messages - done))
                    .toList();
            store.record(entries, recorded);
            recorded = entries.stream().map(RecordEntry::ticket).toList();
            progress.at(done, messages);
        }
        store.markDelivered(recorded);
    }

    private RecordEntry entry() {
        Instant then = Instant.now().minus(AGO);
        Ticket ticket = Ticket.next(then, random);
        InstitutionId sender =
                register.senders().get(random.nextInt(register.senders().size()));
        Insz person = register.persons().get(random.nextInt(register.persons().size()));
        return new RecordEntry.Taken(
                new Handled(ticket, sender, randomDigest(), then, Optional.of(document), document, audit(then)),
                header(sender, then),
                true,
                List.of(new OutgoingDocument(DemonstrationRegister.RVA, DocumentCatalogue.U002_4_2, document)),
                opened(ticket, sender, person, then),
                List.of(person));
    }

    private static Header header(InstitutionId sender, Instant then) {
        return new Header(
                sender,
                List.of(DemonstrationRegister.RVA),
                DocumentCatalogue.U1_1_0,
                new InstanceId(UUID.randomUUID()),
                then,
                PROCESS,
                Optional.empty(),
                DemonstrationRegister.UNEMPLOYMENT,
                Optional.empty());
    }

    private static CaseFile opened(Ticket ticket, InstitutionId sender, Insz person, Instant then) {
        CaseFile opening = CaseFile.opening(
                new CaseId(ticket.value()), PROCESS, sender, List.of(DemonstrationRegister.RVA), Set.of(person));
        var event = new CaseFile.Event(ticket, "U1", sender, Set.of(DemonstrationRegister.RVA), Optional.empty(), then);
        return new CaseFile(
                opening.id(),
                opening.process(),
                sender,
                opening.participants(),
                opening.persons(),
                List.of(event),
                Map.of(),
                Optional.empty(),
                1);
    }

    private List<AuditEntry> audit(Instant then) {
        Digest digest = randomDigest();
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.DELIVER)
                .map(step -> AuditEntry.passed(step, then, "sha256 " + digest))
                .toList();
    }

    private Digest randomDigest() {
        var hash = new byte[32];
        random.nextBytes(hash);
        return Digest.ofHash(hash);
    }
}
