package be.kruispunt.buffer;

import static be.kruispunt.buffer.BufferStore.NOW;
import static be.kruispunt.buffer.BufferStore.TARIFF;
import static be.kruispunt.buffer.BufferStore.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.buffer.run.AnswerRun;
import be.kruispunt.buffer.run.BeginRun;
import be.kruispunt.buffer.run.DueRuns;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRun.Subject;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunKind;
import be.kruispunt.store.StrangerLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs on a buffer store, two lines to a page, on a day that can pass. */
final class TestRuns {
    private static final int PAGE = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RightsRuns runs;
    private final Path folder;
    private final Answering answering = new Answering(Schemes.standard(), BufferStore.RULES, RANDOM);
    private final BeginRun begin;
    private final DueRuns due;
    private Instant now = NOW;

    TestRuns(BufferStore buffer, Path folder) {
        this.runs = buffer.store().runs();
        this.folder = folder;
        this.begin = new BeginRun(BufferStore.RULES, BufferStore::register, runs, answering, () -> now, RANDOM);
        this.due = new DueRuns(runs, begin, () -> now);
    }

    RightsRuns runs() {
        return runs;
    }

    DueRuns due() {
        return due;
    }

    void itIs(Instant later) {
        now = later;
    }

    void aDayPasses() {
        now = now.plus(Duration.ofDays(1)).plusSeconds(1);
    }

    /** Over all customers, or over those who changed since another. */
    RightsRun begun(Subject subject, String name, Optional<RightsRun> before) {
        return begin.begin(subject, name, before.map(RightsRun::id)).orElseThrow();
    }

    /** Over a file with these lines. */
    RightsRun file(InstitutionId asker, SchemeCode scheme, String... lines) throws IOException {
        AnswerId id = begin.number();
        Path file = folder.resolve(id.toString());
        Files.writeString(
                file, "rights-question;1;" + scheme + ";" + TARIFF + ";" + TODAY + "\r\n" + String.join("\r\n", lines));
        return begin.begin(
                        id,
                        new Subject(RunKind.FILE, asker, scheme, TARIFF, TODAY),
                        UUID.randomUUID().toString(),
                        Digest.of(Files.readAllBytes(file)),
                        new byte[] {1})
                .orElseThrow();
    }

    /** Each line without what differs between any two: how fresh, and the identifier. */
    List<String> answered(RightsRun run) {
        return answered(run, new StrangerLimits(1_000, 2_000));
    }

    List<String> answered(RightsRun run, StrangerLimits limits) {
        var answer = new AnswerRun(runs, answering, limits, () -> now, id -> folder.resolve(id.toString()), PAGE);
        while (answer.next(run).isPresent()) {
            // the next one
        }
        runs.end(run.id(), new byte[0]);
        var lines = new ArrayList<String>();
        runs.answers(run.id(), page -> new String(page, UTF_8)
                .lines()
                .forEach(line -> lines.add(line.replaceFirst(";[^;]*;[0-9a-f-]{36}$", ""))));
        return lines;
    }
}
