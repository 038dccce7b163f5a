package be.kruispunt.buffer.file;

import be.kruispunt.buffer.file.Receipt.Outcome;
import be.kruispunt.buffer.file.Receipt.Wrong;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.store.RefusedFile;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.trust.FileSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the files that sources and suppliers put into their folders, and gives each a receipt. What comes behind a report of the same
 * sender waits until that is taken: else a supplier would ask about customers whom it has just registered, and be told that they are none.
 */
final class FileDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FileDoor.class);

    private final BatchFolder folder;
    private final TakeFile take;
    private final RightsRuns runs;
    private final RunWork answering;
    private final ReportWork reporting;
    private final TripleWriter triples;
    private final InstantSource clock;
    private final Later<Triple> later;
    private final Later<InstitutionId> broken;

    FileDoor(
            BatchFolder folder,
            TakeFile take,
            RightsRuns runs,
            RunWork answering,
            ReportWork reporting,
            FileSigner signer,
            InstantSource clock) {
        this.folder = folder;
        this.take = take;
        this.runs = runs;
        this.answering = answering;
        this.reporting = reporting;
        this.triples = new TripleWriter(signer);
        this.clock = clock;
        this.later = new Later<>(clock);
        this.broken = new Later<>(clock);
    }

    private List<Work> work() {
        return List.of(answering, reporting);
    }

    /**
     * Takes a file of each sender that has one ready, so that one who puts down many holds up nobody else; what breaks one, or one's
     * folder, holds up none of the others, and is tried again after a while.
     *
     * @return whether somebody has another one ready
     */
    boolean look() throws IOException {
        boolean more = false;
        Set<InstitutionId> reporters = reporting.senders();
        for (InstitutionId sender : folder.senders()) {
            if (broken.isDue(sender) && !reporters.contains(sender)) {
                more |= look(sender);
            }
        }
        return more;
    }

    private boolean look(InstitutionId sender) {
        List<Triple> ready;
        try {
            ready = Triple.ready(folder.in(sender)).stream()
                    .filter(later::isDue)
                    .toList();
        } catch (IOException | RuntimeException e) {
            broken.postpone(sender);
            LOG.error("KP5104 file not taken yet folder={} name=- cause={}", sender, e.toString());
            return false;
        }
        if (!ready.isEmpty()) {
            later.attempt(ready.getFirst(), each -> take(sender, each), (each, cause) -> notTaken(sender, each, cause));
        }
        return ready.size() > 1;
    }

    private static void notTaken(InstitutionId sender, Triple triple, String cause) {
        LOG.error("KP5104 file not taken yet folder={} name={} cause={}", sender, triple.fitName(), cause);
    }

    /** Clears copies that no work needs: what was cut off while it was taken. */
    void clear() throws IOException {
        Set<Path> kept = work().stream()
                .flatMap(work -> work.open().stream())
                .map(folder::kept)
                .collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(folder.work())) {
            for (Path file : files.filter(file -> !kept.contains(file)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The receipt stands before the file goes: cut off between the two, the file is found again, and known. */
    private void take(InstitutionId sender, Triple triple) throws IOException {
        Receipt receipt = triple.hasFitName()
                ? take.take(sender::equals, triple)
                : Receipt.refused(triple.fitName(), Optional.empty(), Wrong.of(FileCode.FILE_NAME, 0));
        Instant now = clock.instant();
        triples.write(folder.out(sender), receipt.name() + Receipt.END, receipt.text(now));
        if (receipt.outcome() == Outcome.REFUSED) {
            refused(sender, receipt, now);
            triple.withdrawGo();
        } else {
            UUID number = receipt.number().orElseThrow();
            LOG.info(
                    "KP5101 file taken asker={} name={} run={} lines={}",
                    sender,
                    receipt.name(),
                    number,
                    receipt.look().lines());
            triple.remove();
            for (Work work : work()) { // the answer that was given before, where there is one already
                work.again(number);
            }
        }
    }

    private void refused(InstitutionId sender, Receipt receipt, Instant now) {
        String code = receipt.wrong().getFirst().code();
        LOG.warn("KP5102 file refused folder={} name={} code={}", sender, receipt.name(), code);
        runs.refuse(new RefusedFile(sender, receipt.name(), code, receipt.digest(), now));
    }
}
