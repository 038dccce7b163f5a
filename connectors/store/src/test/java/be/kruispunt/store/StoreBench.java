package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.CNS;
import static be.kruispunt.store.Samples.MARIE;
import static be.kruispunt.store.Samples.NOW;
import static be.kruispunt.store.Samples.RVA;
import static be.kruispunt.store.Samples.bytes;

import be.kruispunt.model.cases.CaseFile;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.AuditEntry;
import be.kruispunt.model.outcome.Step;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the store costs: batches of 32 with 5 kB received, 5 kB sent and 2 kB answered, two writers, after a warm-up.
 * Prints figures and asserts nothing about them.
 */
@Tag("long")
class StoreBench {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 32;
    private static final int BATCHES = Integer.getInteger("bench.batches", 600);
    private static final int LINES = 200_000;
    private static final List<Insz> PEOPLE = People.some(LINES).toList();

    @TempDir
    // JUnit fills it before the test.
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void figures() throws Exception {
        long start = System.nanoTime();
        Store.open(StoreSettings.embedded(folder, 4)).close();
        say("first start and stop %.0f ms", millisSince(start));
        start = System.nanoTime();
        try (Store store = Store.open(StoreSettings.embedded(folder, 4))) {
            say("start when initialised %.0f ms", millisSince(start));
            start = System.nanoTime();
            store.registerWriter()
                    .putDirectoryLines(
                            PEOPLE.stream().map(p -> Samples.line(p, RVA)).toList());
            say("%d directory lines in %.0f ms", LINES, millisSince(start));
            run(store, BATCHES / 4);
            long before = store.sizeOnDisk();
            run(store, BATCHES);
            long messages = 2L * BATCHES * BATCH;
            say("%d bytes per message on disk", (store.sizeOnDisk() - before) / messages);
            start = System.nanoTime();
        }
        say("stop %.0f ms", millisSince(start));
    }

    private void run(Store store, int batches) throws Exception {
        long start = System.nanoTime();
        var cpu = new LongAdder();
        long postgres = postgresNanos();
        var recordNanos = new long[2 * batches];
        var lookUpNanos = new long[2 * batches];
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = IntStream.range(0, 2)
                    .mapToObj(writer -> threads.submit(() -> {
                        for (int i = writer; i < 2 * batches; i += 2) {
                            List<RecordEntry> batch = IntStream.range(0, BATCH)
                                    .mapToObj(n -> entry())
                                    .toList();
                            List<LookUpKey> keys =
                                    batch.stream().map(StoreBench::key).toList();
                            long cpu0 = THREADS.getCurrentThreadCpuTime();
                            long t0 = System.nanoTime();
                            store.lookUp(keys);
                            long t1 = System.nanoTime();
                            store.record(batch, List.of());
                            long t2 = System.nanoTime();
                            lookUpNanos[i] = t1 - t0;
                            recordNanos[i] = t2 - t1;
                            // As a hub would: the marks of this batch with the next; here at once.
                            store.markDelivered(
                                    batch.stream().map(RecordEntry::ticket).toList());
                            cpu.add(THREADS.getCurrentThreadCpuTime() - cpu0);
                        }
                        return true;
                    }))
                    .toList();
            for (var one : both) {
                one.get();
            }
        }
        double seconds = millisSince(start) / 1000;
        say(
                "two writers, %d batches: %.0f messages/s; per batch: look-up median %d us, record median %d us, 99th"
                        + " %d us; record per message %d us",
                2 * batches,
                2 * batches * BATCH / seconds,
                at(lookUpNanos, 50),
                at(recordNanos, 50),
                at(recordNanos, 99),
                at(recordNanos, 50) / BATCH);
        say(
                "CPU per message: hub %d us, PostgreSQL %d us",
                cpu.sum() / (2_000L * batches * BATCH), (postgresNanos() - postgres) / (2_000L * batches * BATCH));
    }

    private long postgresNanos() throws IOException {
        return new ServerFolder(folder.toRealPath())
                .processes().stream()
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toNanos)
                        .sum();
    }

    private static LookUpKey key(RecordEntry entry) {
        Insz one = PEOPLE.get(ThreadLocalRandom.current().nextInt(LINES));
        Insz other = PEOPLE.get(ThreadLocalRandom.current().nextInt(LINES));
        return new LookUpKey(
                entry.user(),
                entry.digest(),
                entry.header().map(h -> h.instance()),
                entry.caseAfter().map(CaseFile::id),
                one.equals(other) ? Set.of(one) : Set.of(one, other));
    }

    private static RecordEntry entry() {
        Ticket ticket = Samples.ticket();
        byte[] received = document(5_000);
        var file = new CaseFile(
                new CaseId(UUID.randomUUID()),
                "UB_BUC_01",
                ADEM,
                RVA,
                Set.of(MARIE),
                List.of(new CaseFile.Event("U001", CaseRole.CASE_OWNER, ticket)),
                Map.of(),
                1);
        var audit = new ArrayList<AuditEntry>();
        for (Step step : Step.values()) {
            audit.add(AuditEntry.passed(
                    step, NOW, step == Step.RECEIVE ? Digest.of(received).hex() : "detail"));
        }
        return new RecordEntry(
                ticket,
                ADEM,
                Digest.of(received),
                NOW,
                Optional.of(Samples.header(new InstanceId(UUID.randomUUID()), Optional.empty())),
                true,
                Optional.empty(),
                Optional.of(received),
                document(2_000),
                List.of(new OutgoingDocument(CNS, Samples.U1, document(5_000))),
                Optional.of(file),
                List.of(PEOPLE.get(ThreadLocalRandom.current().nextInt(LINES))),
                audit);
    }

    /** XML about as repetitive as a signed message: a fifth is signature, certificate and digests, which do not shrink. */
    private static byte[] document(int size) {
        var random = new byte[size * 3 / 20];
        ThreadLocalRandom.current().nextBytes(random);
        var text = new StringBuilder("<StandardBusinessDocument xmlns='urn:example'><SignatureValue>")
                .append(Base64.getEncoder().encodeToString(random))
                .append("</SignatureValue>");
        while (text.length() < size - 30) {
            text.append("<PeriodOfInsurance><From>")
                    .append(2000 + ThreadLocalRandom.current().nextInt(25))
                    .append("-01-01</From><Activity>")
                    .append(ThreadLocalRandom.current().nextInt(100_000))
                    .append("</Activity></PeriodOfInsurance>");
        }
        return bytes(text.append("</StandardBusinessDocument>").toString());
    }

    private static long at(long[] nanos, int percentile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percentile / 100)] / 1_000;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void say(String format, Object... values) {
        System.out.println("FIGURE " + String.format(Locale.ROOT, format, values));
    }
}
