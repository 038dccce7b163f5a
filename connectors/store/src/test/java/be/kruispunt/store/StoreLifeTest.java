package be.kruispunt.store;

import static be.kruispunt.store.Samples.keyOf;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import be.kruispunt.store.RecordEntry.Taken;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store's own PostgreSQL: starts, stops, and what happens when it or the hub is killed. */
class StoreLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    // JUnit fills it before the first test.
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    /** The launcher unpacks its binaries once per virtual machine: into a folder that stays. */
    @BeforeAll
    static void unpackBinaries() {
        TestStore.sharedServer();
    }

    @Test
    void keepsItsContentOverARestart_andLeavesNoProcess() throws IOException {
        Taken entry = taken();
        try (Store store = open("calm")) {
            store.record(List.of(entry), List.of());
            assertThat(store.isAvailable()).isTrue();
        }
        assertThat(isRunning("calm")).isFalse();

        try (Store store = open("calm")) {
            assertThat(store.lookUp(List.of(keyOf(entry))).getFirst().sameContent())
                    .isPresent();
        }
        assertThat(isRunning("calm")).isFalse();
    }

    @Test
    void secondHubOnTheSameFolder_isRefused() {
        try (Store store = open("calm")) {
            assertThatThrownBy(() -> open("calm"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another hub");
            assertThat(store.isAvailable()).isTrue();
        }
    }

    @Test
    void firstStartThatWasCutOff_isPutAside() throws IOException {
        Path data = Files.createDirectories(folder.resolve("cut").resolve("postgres"));
        Files.writeString(data.resolve("postgresql.conf"), "half a li");

        try (Store store = open("cut")) {
            assertThat(store.isAvailable()).isTrue();
        }
        try (var files = Files.list(folder.resolve("cut"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("postgres.incomplete-"));
        }
    }

    @Test
    void pidOfAnotherProcess_isNoHindrance() throws IOException {
        open("calm").close();
        // After a restart of the machine, postmaster.pid may name any process; here, this one.
        Files.writeString(
                folder.resolve("calm/postgres/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (Store store = open("calm")) {
            assertThat(store.isAvailable()).isTrue();
        }
    }

    @Test
    void killedHub_isFollowedByOneThatFindsWhatWasRecorded() throws Exception {
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        RecordingHub.class.getName(),
                        folder.resolve("killed").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var recorded = new ArrayList<String>();
        try (var lines = hub.inputReader()) {
            while (recorded.size() < 20) {
                recorded.add(lines.readLine());
            }
            hub.toHandle().destroyForcibly();
            hub.waitFor();
            assertThat(isRunning("killed")).as("it was left behind").isTrue();
            lines.lines().filter(line -> line.length() == 36).forEach(recorded::add);
        }

        try (Store store = open("killed")) {
            assertThat(recorded)
                    .allSatisfy(ticket -> assertThat(store.evidence(be.kruispunt.model.id.Ticket.of(ticket)))
                            .isPresent());
            store.record(List.of(taken()), List.of());
        }
        assertThat(isRunning("killed")).isFalse();
    }

    @Test
    void killedPostgres_isNobodysFault_isRevived_andHoldsNoHalfBatch() throws Exception {
        try (Store store = open("revived")) {
            List<List<RecordEntry>> confirmed = Collections.synchronizedList(new ArrayList<>());
            List<List<RecordEntry>> all = Collections.synchronizedList(new ArrayList<>());
            List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
            var stop = new AtomicBoolean();
            try (var threads = Executors.newFixedThreadPool(2)) {
                for (int i = 0; i < 2; i++) {
                    threads.execute(() -> {
                        while (!stop.get()) {
                            List<RecordEntry> batch = List.of(taken(), taken(), taken());
                            all.add(batch);
                            try {
                                store.record(batch, List.of());
                                confirmed.add(batch);
                            } catch (RuntimeException e) {
                                failures.add(e);
                                await().atMost(PATIENCE).until(() -> stop.get() || store.isAvailable());
                            }
                        }
                    });
                }
                try {
                    await().atMost(PATIENCE).until(() -> confirmed.size() > 50);
                    ProcessHandle.of(postmaster("revived")).orElseThrow().destroyForcibly();
                    await().atMost(PATIENCE).until(() -> !failures.isEmpty());
                    int before = confirmed.size();
                    await().atMost(PATIENCE).until(() -> confirmed.size() > before + 50);
                } finally {
                    stop.set(true);
                }
            }
            assertThat(failures).hasOnlyElementsOfType(StoreUnavailable.class);
            assertThat(confirmed)
                    .allSatisfy(batch -> assertThat(found(store, batch)).isEqualTo(3));
            assertThat(all).allSatisfy(batch -> assertThat(found(store, batch)).isIn(0L, 3L));
        }
    }

    @Test
    void postgresThatMayForget_isRefused() throws IOException {
        // The launcher of this PostgreSQL passes -F unless told otherwise.
        try (EmbeddedPostgres forgetful = EmbeddedPostgres.builder().start()) {
            var settings = new StoreSettings(
                    Optional.of(forgetful.getJdbcUrl("postgres", "postgres")),
                    Optional.of("postgres"),
                    Optional.empty(),
                    folder,
                    1);
            assertThatThrownBy(() -> Store.open(settings))
                    .isInstanceOf(StoreNotDurable.class)
                    .hasMessageContaining("fsync = off");
        }
    }

    @Test
    void whatKeepsTheHubFromItsPostgres_isSaid() {
        Database.Address hub = TestStore.sharedServer().hub();
        String there = hub.jdbcUrl()
                .substring("jdbc:postgresql://".length(), hub.jdbcUrl().lastIndexOf('/'));
        assertUnreached(
                "jdbc:postgresql://localhost:1/none",
                "kruispunt",
                "",
                "localhost:1 cannot be reached: nothing listens there");
        assertUnreached(
                "jdbc:postgresql://no-such-host.invalid/none",
                "kruispunt",
                "",
                "no-such-host.invalid:5432 cannot be reached: no such host");
        assertUnreached(hub.jdbcUrl(), hub.user(), "wrong", there + " does not take the password of user kruispunt");
        assertUnreached(hub.jdbcUrl(), "nobody", "wrong", there + " does not take the password of user nobody");
        assertUnreached(
                hub.jdbcUrl().replace("/postgres", "/nowhere"),
                hub.user(),
                hub.password(),
                there + " has no database nowhere");
        assertUnreached("mysql://localhost", "kruispunt", "", "store.url is no address of a PostgreSQL");
    }

    private static void assertUnreached(String url, String user, String password, String text) {
        var settings = new StoreSettings(Optional.of(url), Optional.of(user), Optional.of(password), folder, 1);
        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(text);
        assertThatThrownBy(() -> Store.attach(settings))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(text);
    }

    @Test
    void everythingInTheFolderIsForTheOwnerOnly_andChangesOfTablesLeaveATrace() throws Exception {
        try (Store store = open("calm")) {
            store.record(List.of(taken()), List.of());
            try (var files = Files.walk(folder.resolve("calm"))) {
                assertThat(files.filter(file -> !Files.isSymbolicLink(file))).allSatisfy(file -> assertThat(
                                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as("%s", file)
                        .endsWith("------"));
            }
            String port = Files.readAllLines(folder.resolve("calm/postgres/postmaster.pid"))
                    .get(3)
                    .strip();
            String password =
                    Files.readString(folder.resolve("calm/postgres.password")).strip();
            try (var connection = DriverManager.getConnection(
                            "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", password);
                    var statement = connection.createStatement()) {
                statement.execute("alter table message disable trigger message_is_kept");
                statement.execute("delete from message");
            }
        }
        assertThat(Files.readString(folder.resolve("calm/postgres.log")))
                .contains("postgres@postgres LOG:  execute <unnamed>: alter table message disable trigger"
                        + " message_is_kept")
                .as("no row, and no statement that holds one")
                .doesNotContain(Samples.MARIE.digits())
                .doesNotContain("execute <unnamed>: with entry")
                .doesNotContain(Files.readString(folder.resolve("calm/postgres.hub-password"))
                        .strip());
    }

    @Test
    void programsThatOthersCouldHaveChanged_areNotRun() throws IOException {
        Path store = OwnerOnly.folder(folder.resolve("planted"));
        Path planted =
                Files.createDirectories(store.resolve("postgres-binaries")).resolve("postgres");
        Files.writeString(planted, "anything");
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> open("planted"))
                .hasMessage("others can change " + planted
                        + ", which would run with the hub's rights; remove that folder: the programs are"
                        + " unpacked again");
    }

    @Test
    void passwordStaysOutOfTheText() {
        var settings = new StoreSettings(
                Optional.of("jdbc:postgresql://host/db?password=hidden"),
                Optional.of("user"),
                Optional.of("hidden"),
                folder,
                1);
        assertThat(settings.toString()).doesNotContain("hidden");
    }

    private static Store open(String name) {
        return Store.open(StoreSettings.embedded(folder.resolve(name), 3));
    }

    private static boolean isRunning(String name) throws IOException {
        return Files.exists(folder.resolve(name).resolve("postgres/postmaster.pid"))
                && ProcessHandle.of(postmaster(name))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    private static long postmaster(String name) throws IOException {
        Path pid = folder.resolve(name).resolve("postgres/postmaster.pid");
        return Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    }

    private static long found(Store store, List<RecordEntry> batch) {
        return store.lookUp(batch.stream().map(Samples::keyOf).toList()).stream()
                .filter(known -> known.sameContent().isPresent())
                .count();
    }
}
