package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.FOUR;
import static be.kruispunt.store.CustomersTest.by;
import static be.kruispunt.store.CustomersTest.question;
import static be.kruispunt.store.CustomersTest.recorded;
import static be.kruispunt.store.Samples.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.store.RecordEntry.Taken;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** One hub at a time works on a store. */
class HubLockTest {
    private static final String CUT =
            """
            select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
            where l.locktype = 'advisory' and d.datname = current_database()
            """;

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final Store store = TEST.store();
    private final SideDoor side = store.sideDoor(1);

    @Test
    void aSecondHubIsRefused_andToldWhoWorksThere_butQuestionsAreAnswered() {
        assertThatThrownBy(() -> Store.open(TEST.settings(), Duration.ZERO))
                .isInstanceOf(StoreInUse.class)
                .hasMessageContaining("another hub works on this store: 127.0.0.1, since ");
        try (Store beside = Store.attach(TEST.settings())) {
            assertThat(beside.register().institutions()).isEmpty();
            assertThatThrownBy(() -> beside.record(List.of(taken()), List.of()))
                    .as("it is no hub")
                    .isInstanceOf(StoreUnavailable.class);
        }
        assertThat(store.isAvailable()).isTrue();
    }

    @Test
    void aHubThatLosesItsLock_takesItAgain() {
        TEST.ask(CUT);
        Taken before = taken();
        store.record(List.of(before), List.of());

        assertThat(store.isAvailable()).isTrue();
        store.record(List.of(taken()), List.of());
        assertThatThrownBy(() -> HubLock.take(TEST.hub(), Duration.ZERO)).isInstanceOf(StoreInUse.class);
    }

    @Test
    void aHubWhoseStoreIsTakenOver_recordsNothing_andStandsBy_untilTheOtherEnds() {
        TEST.ask(CUT);
        Taken late = taken();
        try (HubLock other = HubLock.take(TEST.hub(), HubLock.PATIENCE)) {
            assertThatThrownBy(() -> store.record(List.of(late), List.of()))
                    .as("it does not know yet")
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessage("another hub has taken over this store");
            assertThat(count(late.ticket())).containsExactly("0");
            assertThatThrownBy(this::answer).as("nor does it answer").isInstanceOf(StoreUnavailable.class);
            assertThat(TEST.ask("select count(*) from rights_question")).containsExactly("0");
            assertThat(store.isAvailable()).isFalse();
            assertThat(other.isHeld()).isTrue();
        }
        assertThat(store.isAvailable()).isTrue();
        store.record(List.of(late), List.of());
        assertThat(count(late.ticket())).containsExactly("1");
        answer();
        assertThat(TEST.ask("select count(*) from rights_question")).containsExactly("1");
    }

    /** As {@code hub rights status} holds the folder of a hub that is stopped, while that hub is started. */
    @Test
    void aFolderThatACommandLooksInto_isWaitedFor(@TempDir Path folder) throws IOException {
        StoreSettings settings = StoreSettings.embedded(folder, 1);
        FileChannel command = OwnerOnly.open(new ServerFolder(folder).lockFile());
        command.lock();
        assertThatThrownBy(() -> settings.requireFree(Duration.ZERO)).isInstanceOf(StoreInUse.class);
        CompletableFuture<Void> ends = CompletableFuture.runAsync(
                () -> assertThatCode(command::close).doesNotThrowAnyException(),
                CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        settings.requireFree(Duration.ofSeconds(30));
        ends.join();
    }

    /** As the HTTP door does: what is said is recorded before. */
    private void answer() {
        var asked = by(CustomerReference.of("somebody"));
        side.rights().record(recorded(question(asked), new Line.NotACustomer(asked)), FOUR);
    }

    private static List<String> count(Ticket ticket) {
        return TEST.ask("select count(*) from message where ticket = '" + ticket + "'");
    }
}
