package be.kruispunt.store;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts the store's own PostgreSQL, and says why it did not start as soon as its log does. */
record PostgresLauncher(ServerFolder folder) {
    private static final long LOOK_MILLIS = 200;

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @throws IOException when it does not come up; the text says why, as far as its log does, and names the log
     */
    EmbeddedPostgres launch(int port, Duration patience) throws IOException {
        long before = folder.logSize();
        var starting = new FutureTask<>(builder(port, patience)::start);
        Thread.ofPlatform().daemon().name("store-launch").start(starting);
        EmbeddedPostgres launched = await(starting, before);
        folder.closeAfterLaunch();
        return launched;
    }

    /** The launcher would go on asking one that gave up at once. */
    private EmbeddedPostgres await(FutureTask<EmbeddedPostgres> starting, long before) throws IOException {
        try {
            while (true) {
                try {
                    return starting.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    Optional<String> lastWords = folder.lastWords(before);
                    if (lastWords.isPresent()) {
                        throw failed(lastWords.get());
                    }
                }
            }
        } catch (ExecutionException e) {
            String launcher =
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
            throw failed(folder.lastWords(before).orElse(launcher));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("its start was broken off");
        } finally {
            starting.cancel(true);
        }
    }

    private IOException failed(String why) {
        return new IOException(why + "; see " + folder.log());
    }

    private EmbeddedPostgres.Builder builder(int port, Duration patience) {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver(PostgresLauncher::archive)
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(patience)
                .setLocaleConfig("locale", "C")
                // Otherwise anybody with an account on this machine could read everything.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", folder.passwordFile().toString())
                .setConnectConfig("password", folder.password())
                .setServerConfig("unix_socket_directories", "''")
                // The launcher turns it off.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "100")
                // Errors quote values of rows, and statements hold them; the hub gets their codes.
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_min_error_statement", "panic")
                // Who changes a table, or switches off what protects its rows, leaves a trace; such commands hold no
                // rows.
                .setServerConfig("log_statement", "ddl")
                .setServerConfig("log_line_prefix", "'%m [%p] %u@%d '")
                .setOutputRedirector(Redirect.appendTo(folder.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(folder.log().toFile()));
    }

    /** What comes with the hub, at once: the launcher's own search runs a script each time, to learn which Linux this is. */
    private static InputStream archive(String system, String machine) throws IOException {
        String name = "/postgres-%s-%s.txz".formatted(system, machine).toLowerCase(Locale.ROOT);
        InputStream own = EmbeddedPostgres.class.getResourceAsStream(name);
        return own != null ? own : DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    }
}
