package be.kruispunt.buffer;

import static be.kruispunt.buffer.BufferStore.ALWAYS;
import static be.kruispunt.buffer.BufferStore.ENERGY;
import static be.kruispunt.buffer.BufferStore.TARIFF;
import static be.kruispunt.buffer.BufferStore.TODAY;
import static be.kruispunt.buffer.BufferStore.WATER;
import static be.kruispunt.buffer.BufferStore.WATER_TARIFF;
import static be.kruispunt.buffer.BufferStore.WATTS;
import static be.kruispunt.buffer.BufferStore.question;
import static be.kruispunt.buffer.BufferStore.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import be.kruispunt.buffer.file.ExpireRuns;
import be.kruispunt.buffer.run.Quarter;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunKind;
import be.kruispunt.store.StrangerLimits;
import be.kruispunt.store.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What subscribers are told without asking, and when. */
class SubscriptionsTest {
    @RegisterExtension
    static final BufferStore BUFFER = new BufferStore();

    private final TestRuns test;
    private final RightsRuns runs = BUFFER.store().runs();

    SubscriptionsTest(@TempDir Path folder) {
        this.test = new TestRuns(BUFFER, folder);
    }

    @Test
    void aSubscription_isServedTheQuarterAtOnce_andChangesOnLaterDays() {
        var subscription = new Subscription(WATER, WATER_TARIFF, TARIFF, Validity.from(TODAY));
        runs.subscriptions().put(subscription, "a test");
        assertThat(begun()).containsExactly("QUARTER 2026-Q4");
        assertThat(begun()).isEmpty();
        test.aDayPasses();
        assertThat(begun()).as("the quarter is not answered yet").isEmpty();
        answerWhatIsOpen();
        assertThat(begun()).containsExactly("CHANGES 2026-11-27");
        answerWhatIsOpen();
        assertThat(begun()).as("once a day").isEmpty();
        test.itIs(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(begun()).containsExactly("QUARTER 2027-Q1");
        runs.subscriptions().remove(subscription, "a test");
    }

    private void answerWhatIsOpen() {
        for (RightsRun run : runs.undelivered()) {
            test.answered(run);
        }
    }

    private List<String> begun() {
        Function<RightsRun, String> words = run -> run.subject().kind() + " " + run.name();
        return test.due().begin(each -> each.supplier().equals(WATER)).stream()
                .map(words)
                .toList();
    }

    @Test
    void aSubscriptionThatMayNotKnow_isRefused_andTriedAgainAfterADay() {
        var subscription = new Subscription(WATER, ENERGY, TARIFF, ALWAYS);
        runs.subscriptions().put(subscription, "a test");
        assertThat(test.due().begin(subscription::equals))
                .singleElement()
                .satisfies(run -> assertThat(run.grounds().refused()).contains(Reason.NOT_AUTHORISED));
        assertThat(test.due().begin(subscription::equals)).isEmpty();
        test.aDayPasses();
        assertThat(test.due().begin(subscription::equals)).hasSize(1);
        runs.subscriptions().remove(subscription, "a test");
    }

    @Test
    void aQuarterThatIsOver_isAnsweredForItsLastDay_andOneToComeIsNot() {
        var subscription = new Subscription(WATTS, ENERGY, TARIFF, ALWAYS);
        runs.subscriptions().put(subscription, "a test");
        assertThat(test.due().begin(Quarter.of("2026-Q3"), subscription::equals))
                .singleElement()
                .satisfies(run -> assertThat(run.subject().day()).isEqualTo(LocalDate.of(2026, 9, 30)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> test.due().begin(Quarter.of("2027-Q1"), subscription::equals))
                .withMessageContaining("has not begun");
        runs.subscriptions().remove(subscription, "a test");
    }

    /** An operator who has mended what it was refused for does not wait a day. */
    @Test
    void aRunThatWasRefused_isBegun_asSoonAsItWouldBeRefusedNoMore() {
        var subscription = new Subscription(WATTS, ENERGY, TARIFF, ALWAYS);
        runs.subscriptions().put(subscription, "a test");
        test.itIs(Instant.parse("2028-02-01T09:00:00Z"));
        BUFFER.ask(new StrangerLimits(1, 1)).ask(question(WATTS, ENERGY, new AskedPerson.ByNumber(somebody())));
        assertThat(test.due().begin(subscription::equals))
                .singleElement()
                .satisfies(run -> assertThat(run.grounds().refused()).contains(Reason.STOPPED));
        assertThat(test.due().begin(subscription::equals)).isEmpty();
        assertThat(BUFFER.rights().release(WATTS, "a test")).isTrue();
        assertThat(test.due().begin(subscription::equals))
                .singleElement()
                .satisfies(run -> assertThat(run.grounds().refused()).isEmpty());
        assertThat(test.due().begin(subscription::equals)).as("once").isEmpty();
        runs.subscriptions().remove(subscription, "a test");
    }

    @Test
    void whenItsTimeIsOver_theFilesOfARunGo_andNoOthers(@TempDir Path root) throws IOException {
        String name = somebody().digits();
        var quarter = new RightsRun.Subject(RunKind.QUARTER, WATTS, ENERGY, TARIFF, TODAY);
        RightsRun like = test.begun(quarter, name, Optional.empty());
        var over = new RightsRun(
                AnswerId.next(BufferStore.NOW, new SecureRandom()),
                like.subject(),
                name + "over",
                like.moment(),
                Optional.empty(),
                Optional.empty(),
                like.grounds(),
                BufferStore.NOW,
                BufferStore.NOW);
        assertThat(runs.begin(over)).isTrue();
        assertThat(runs.undelivered()).doesNotContain(over);
        Path out = Files.createDirectories(root.resolve("out/BE-0403019261"));
        String result = ENERGY + "." + TARIFF + "." + name;
        for (String end : List.of(".csv", ".csv.p7s", ".go")) {
            Files.createFile(out.resolve(result + "over.quarter" + end));
            Files.createFile(out.resolve(result + ".quarter" + end));
        }
        var ended = new ArrayList<AnswerId>();
        var expire = new ExpireRuns(BUFFER.rights(), Optional.of(root), InstantSource.system());
        while (expire.next(run -> ended.add(run.id()))) {
            // the next one
        }
        assertThat(ended).containsExactly(over.id());
        assertThat(out.toFile().list()).hasSize(3).noneMatch(file -> file.contains("over"));
    }
}
