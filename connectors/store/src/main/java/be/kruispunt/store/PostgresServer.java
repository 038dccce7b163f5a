package be.kruispunt.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The store's own PostgreSQL: a process beside the hub's, with its files in the data folder. It stops with the hub, and
 * a hub that was killed finds the one that it left behind and ends it first.
 */
final class PostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How long the virtual machine's own shutdown leaves the hub the time to close the store in good order. */
    private static final long GRACE_SECONDS = 10;

    private final ServerFolder folder;
    private final FileChannel lock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean begun;
    private @Nullable EmbeddedPostgres process;

    private PostgresServer(ServerFolder folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static PostgresServer start(Path dataFolder) {
        try {
            var folder = ServerFolder.closed(dataFolder);
            var server = new PostgresServer(folder, lock(folder.lockFile()));
            try {
                // Before there is a process: a hub that is ended while it starts leaves none behind.
                Runtime.getRuntime().addShutdownHook(new Thread(server::stopAtLast, "store-last-stop"));
                server.begin();
                return server;
            } catch (IOException | RuntimeException e) {
                server.abandon(e);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL does not start in " + dataFolder + ": " + FolderTrouble.of(e), e);
        }
    }

    private synchronized void begin() throws IOException {
        if (closed.getCount() == 0) {
            throw new IllegalStateException("the hub is being ended");
        }
        folder.prepare();
        begun = true;
        process = new PostgresLauncher(folder).launch(0, PATIENCE);
        ServerRoles.prepare(superuser(), folder.hubPassword());
        folder.markReady();
    }

    /** Where the server is that another process, a running hub, has started on this folder. */
    static Optional<Database.Address> running(Path dataFolder) {
        if (!Files.isDirectory(dataFolder)) {
            return Optional.empty();
        }
        try {
            var folder = new ServerFolder(dataFolder.toRealPath());
            return folder.runningPort().map(port -> address(port, ServerRoles.HUB, folder.hubPassword()));
        } catch (IOException e) {
            throw new UncheckedIOException(FolderTrouble.of(e), e);
        }
    }

    /** Whether a hub holds this folder now; a server that a killed one left behind is nobody's. */
    static boolean isHeld(Path dataFolder) {
        Path file = new ServerFolder(dataFolder).lockFile();
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return !isLocked(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(FolderTrouble.of(e), e);
        }
    }

    /** Whether nobody holds this folder, or who holds it lets go in time: a command that looks into a hub that is stopped does so for a moment. */
    static boolean comesFree(Path dataFolder, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (isHeld(dataFolder)) {
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            LockSupport.parkNanos(HubLock.LOOK_AGAIN_NANOS);
        }
        return true;
    }

    /** Where the hub works. */
    Database.Address hub() {
        return address(port(), ServerRoles.HUB, folder.hubPassword());
    }

    /** Where the tables are made: by the superuser, in the name of their owner. */
    Schema schema() {
        Database.Address superuser = superuser();
        var owner = new Database.Address(
                superuser.jdbcUrl() + "?options=-c%20role%3D" + ServerRoles.OWNER,
                superuser.user(),
                superuser.password());
        return new Schema(owner, Optional.of(ServerRoles.HUB));
    }

    Database.Address superuser() {
        return address(port(), SUPERUSER, folder.password());
    }

    private int port() {
        return started().getPort();
    }

    private EmbeddedPostgres started() {
        return Objects.requireNonNull(process, "not started");
    }

    private static Database.Address address(int port, String user, String password) {
        return new Database.Address("jdbc:postgresql://localhost:" + port + "/postgres", user, password);
    }

    /** Whether it has ended by itself, or at somebody else's hand. */
    boolean hasEnded() {
        return closed.getCount() > 0 && !folder.isRunning();
    }

    /** What it says of itself. */
    Path log() {
        return folder.log();
    }

    /** Starts the server again, at the same address, if its process has ended. */
    synchronized void revive() {
        if (!hasEnded()) {
            return;
        }
        try {
            // The launcher's own close would first wait for a process that is gone, and then complain of it.
            folder.endWhatWasLeft(PATIENCE);
            process = new PostgresLauncher(folder).launch(port(), PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(FolderTrouble.of(e), e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed.getCount() == 0) {
            return;
        }
        try {
            if (process != null) {
                process.close();
            }
            if (begun) { // the launcher waits five seconds only; a last checkpoint can take longer
                folder.endWhatWasLeft(PATIENCE);
            }
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closed.countDown();
        }
    }

    private void abandon(Exception cause) {
        try {
            close();
        } catch (UncheckedIOException e) {
            cause.addSuppressed(e);
        }
    }

    private void stopAtLast() {
        try {
            if (!closed.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = OwnerOnly.open(file);
        if (!isLocked(channel)) {
            channel.close();
            throw new IllegalStateException("another hub runs on the folder " + file.getParent());
        }
        return channel;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable Object held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
