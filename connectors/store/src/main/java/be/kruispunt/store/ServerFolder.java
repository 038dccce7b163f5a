package be.kruispunt.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the store's own PostgreSQL, and the processes at work on them.
 *
 * @param root the store's data folder
 */
record ServerFolder(Path root) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);
    private static final int MOST_WORDS = 64 * 1024;
    /** Of the first process alone, which is at work for nobody: what others fail on ends no server. */
    private static final Pattern GAVE_UP = Pattern.compile("] (?:@ )?(?:FATAL|PANIC):(.*)");

    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    Path data() {
        return root.resolve("postgres");
    }

    /** Beside the data and not in the system's temporary folder, where anybody can put a file and cleaners remove some. */
    Path binaries() {
        return root.resolve("postgres-binaries");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    long logSize() throws IOException {
        return Files.isRegularFile(log()) ? Files.size(log()) : 0;
    }

    /** Why the server gave up, as its log says since it had this size: of files and settings, and of no row. */
    Optional<String> lastWords(long since) throws IOException {
        if (!Files.isRegularFile(log())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(log())) {
            in.skipNBytes(since);
            return GAVE_UP.matcher(new String(in.readNBytes(MOST_WORDS), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1).strip())
                    .reduce((first, last) -> last);
        }
    }

    Path lockFile() {
        return root.resolve("postgres.lock");
    }

    Path passwordFile() {
        return root.resolve("postgres.password");
    }

    /** That of the role which the hub works as. */
    private Path hubPasswordFile() {
        return root.resolve("postgres.hub-password");
    }

    private Path readyMark() {
        return data().resolve("kruispunt.ready");
    }

    /** Where the launcher of the server keeps a lock of its own. */
    private Path launcherLock() {
        return data().resolve("epg-lock");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    String password() {
        return read(passwordFile(), "put it back");
    }

    String hubPassword() {
        return read(hubPasswordFile(), "start the hub again");
    }

    private static String read(Path file, String remedy) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException("the file " + file + " cannot be read; " + remedy);
        }
    }

    /**
     * Lets nobody else into the folder, and refuses programs that others could have changed before. The launcher opens the
     * programs' own folder for everybody whenever it starts; inside this one, that lets nobody in.
     */
    static ServerFolder closed(Path root) throws IOException {
        boolean reachable = Files.exists(root) && !OwnerOnly.isClosed(root);
        var folder = new ServerFolder(OwnerOnly.folder(root));
        OwnerOnly.requireUntouched(folder.binaries(), reachable, "remove that folder: the programs are unpacked again");
        OwnerOnly.file(folder.log());
        return folder;
    }

    /** Takes from others what the launcher gave them. */
    void closeAfterLaunch() throws IOException {
        if (Files.exists(binaries())) {
            OwnerOnly.closeAll(binaries());
        }
        if (Files.exists(launcherLock())) {
            OwnerOnly.file(launcherLock());
        }
    }

    /** Makes the folder fit for a start, whatever state the last run left it in. */
    void prepare() throws IOException {
        endWhatWasLeft(Duration.ofSeconds(60));
        if (!Files.exists(hubPasswordFile())) {
            OwnerOnly.write(hubPasswordFile(), secret());
        }
        if (Files.exists(readyMark())) {
            return;
        }
        if (Files.exists(data())) {
            // Its first start was cut off: there is nothing in it that was ever confirmed. Yet nothing is deleted here.
            Path aside = root.resolve("postgres.incomplete-" + Instant.now().toEpochMilli());
            Files.move(data(), aside);
            LOG.warn("An earlier first start was cut off; its files are now in {}", aside);
        }
        OwnerOnly.write(passwordFile(), secret());
    }

    private static String secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes) + "\n";
    }

    void markReady() throws IOException {
        if (!Files.exists(readyMark())) {
            OwnerOnly.file(readyMark());
        }
    }

    /** The port of the server that runs on these files, if one does: the fourth line of {@code postmaster.pid}. */
    Optional<Integer> runningPort() {
        try {
            return isRunning()
                    ? Optional.of(Integer.parseInt(
                            Files.readAllLines(pidFile()).get(3).strip()))
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.debug("postmaster.pid changed while it was read", e);
            return Optional.empty();
        }
    }

    /** Whether the server's first process is alive. */
    boolean isRunning() {
        return ProcessHandle.of(postmaster()).filter(this::worksHere).isPresent();
    }

    /**
     * Waits until no process works on the data any more, and asks a server that does to stop. Only the holder of the
     * folder's lock may call this: then such a server belongs to nobody.
     *
     * <p>PostgreSQL refuses to start while {@code postmaster.pid} names a living process, and that may be any process
     * after the machine was started again; so the file goes once nothing works on the data. So does the launcher's lock:
     * after a start that failed, the launcher holds on to it until the garbage collector comes by, and would refuse every
     * later start until then.
     */
    void endWhatWasLeft(Duration patience) throws IOException {
        Instant end = Instant.now().plus(patience);
        List<ProcessHandle> left = processes();
        left.stream().filter(process -> process.pid() == postmaster()).forEach(ProcessHandle::destroy);
        while (!left.isEmpty()) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("a PostgreSQL still runs on " + data() + ", process "
                        + left.getFirst().pid());
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            left = processes();
        }
        Files.deleteIfExists(pidFile());
        Files.deleteIfExists(launcherLock());
    }

    private long postmaster() {
        try {
            return Files.exists(pidFile())
                    ? Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip())
                    : -1;
        } catch (IOException | RuntimeException e) {
            LOG.debug("postmaster.pid changed while it was read", e);
            return -1;
        }
    }

    /** Every process whose working directory is the data: the server's first process and all that it started. */
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses().filter(this::worksHere).toList();
    }

    private boolean worksHere(ProcessHandle process) {
        try {
            return Path.of("/proc", Long.toString(process.pid()), "cwd")
                    .toRealPath()
                    .equals(data());
        } catch (IOException e) {
            // It has ended, or belongs to somebody else.
            return false;
        }
    }
}
