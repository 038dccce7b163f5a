package be.kruispunt.trust;

import be.kruispunt.trust.RevocationFile.Signed;
import be.kruispunt.trust.RevocationFile.Stamp;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revocation lists in the files {@code revoked*.crl} of a folder, which may be replaced at any time. They are read
 * when this is made, and afterwards aside, while what was read before serves.
 */
final class RevocationFiles {
    /** How far this machine's clock may be behind an authority's. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(RevocationFiles.class);
    private static final long LOOK_INTERVAL = Duration.ofSeconds(1).toNanos();
    private static final String NAMES = "revoked*.crl";

    /**
     * What is known.
     *
     * @param lists those that are no older than one that was seen; of a series there may be more than one
     * @param remarks what was not taken, and why
     */
    record Known(Map<Path, RevocationFile> files, List<Signed> lists, List<String> remarks) {}

    private final Path folder;
    private final List<Issuer> issuers;
    private final InstantSource clock;
    private final SeenLists seen;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong nextLook = new AtomicLong(System.nanoTime() + LOOK_INTERVAL);
    private volatile Known known = new Known(Map.of(), List.of(), List.of());

    RevocationFiles(Path folder, List<Issuer> issuers, InstantSource clock) {
        this.folder = folder;
        this.issuers = issuers;
        this.clock = clock;
        this.seen = new SeenLists(folder.resolve("revoked.seen"));
        reload();
    }

    Known known() {
        return known;
    }

    /** Reads now what changed. */
    void reload() {
        reading.lock();
        try {
            readWhatChanged();
        } finally {
            reading.unlock();
        }
    }

    /** Has a thread of its own read what changed, at most once a second, and waits for nothing. */
    void look() {
        long due = nextLook.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextLook.compareAndSet(due, now + LOOK_INTERVAL)) {
            Thread.ofVirtual().name("revocation-lists").start(() -> {
                if (reading.tryLock()) {
                    try {
                        readWhatChanged();
                    } finally {
                        reading.unlock();
                    }
                }
            });
        }
    }

    boolean isFromTheFuture(RevocationList list) {
        return list.age().thisUpdate().isAfter(clock.instant().plus(CLOCK_SKEW));
    }

    private void readWhatChanged() {
        try {
            Known before = known;
            Map<Path, Stamp> stamps = stamps();
            Map<Path, RevocationFile> files = new TreeMap<>();
            stamps.forEach((file, stamp) -> files.put(file, read(file, stamp, before)));
            if (!files.equals(before.files()) || files.isEmpty()) {
                Known now = merged(files, before);
                say(now, before);
                known = now;
                seen.save();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the revocation lists cannot be looked at: {}", e.toString());
        }
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAMES)) {
            for (Path file : files) {
                stamps.put(file, Stamp.of(file));
            }
        }
        return stamps;
    }

    private RevocationFile read(Path file, Stamp stamp, Known before) {
        Optional<RevocationFile> earlier = Optional.ofNullable(before.files().get(file));
        return earlier.filter(read -> read.stamp().equals(stamp))
                .orElseGet(() -> RevocationFile.read(file, stamp, issuers, earlier));
    }

    /** What the files hold now, without what is older than a list that was seen; such a one stays in force instead. */
    private Known merged(Map<Path, RevocationFile> files, Known before) {
        List<Signed> found =
                files.values().stream().flatMap(file -> file.lists().stream()).toList();
        List<String> remarks = new ArrayList<>(
                files.values().stream().flatMap(file -> file.remarks().stream()).toList());
        if (files.isEmpty()) {
            remarks.add("there is no file " + NAMES);
        }
        found.stream()
                .filter(signed -> !isFromTheFuture(signed.list()))
                .forEach(signed -> seen.note(signed.series(), signed.list().age()));
        List<Signed> lists = new ArrayList<>();
        for (Signed signed : found) {
            Instant begin = signed.list().age().thisUpdate();
            if (isFromTheFuture(signed.list())) {
                lists.add(signed);
                remarks.add("a list of " + signed.signer() + " is from the future, and not used before " + begin);
            } else if (isNewest(signed)) {
                lists.add(signed);
            } else if (found.stream().noneMatch(other -> other.series().equals(signed.series()) && isNewest(other))) {
                remarks.add(
                        "a list of " + signed.signer() + ", " + signed.list().age() + ", is not used: one "
                                + seen.newest(signed.series()).orElseThrow() + " was seen before");
                before.lists().stream()
                        .filter(other -> other.series().equals(signed.series()) && isNewest(other))
                        .forEach(lists::add);
            }
        }
        return new Known(files, List.copyOf(lists), List.copyOf(remarks));
    }

    private boolean isNewest(Signed signed) {
        return !isFromTheFuture(signed.list())
                && seen.newest(signed.series())
                        .filter(newest -> !signed.list().age().isOlderThan(newest))
                        .isPresent();
    }

    private static void say(Known now, Known before) {
        if (!now.files().equals(before.files())) {
            now.lists()
                    .forEach(signed -> LOG.info(
                            "revocation list of {}, {}: {} entries",
                            signed.signer(),
                            signed.list().age(),
                            signed.list().size()));
        }
        now.remarks().stream()
                .filter(remark -> !before.remarks().contains(remark))
                .forEach(remark -> LOG.warn("revocation lists: {}", remark));
    }
}
