package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.ALWAYS;
import static be.kruispunt.store.CustomersTest.FOUR;
import static be.kruispunt.store.CustomersTest.WATTS;
import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange.Registered;
import be.kruispunt.model.rights.CustomerChange.Unregistered;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.store.RightsRun.Grounds;
import be.kruispunt.store.RightsRun.Moment;
import be.kruispunt.store.RightsRun.Subject;
import be.kruispunt.store.RightsRuns.PageWork;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs, page by page, for one moment. */
class RightsRunsTest {
    private static final LegalContext TARIFF = LegalContext.of("SOCIAL_TARIFF");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PAGE = 3;

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final RightsRuns runs = TEST.store().runs();
    private final List<Insz> people = Persons.next(7);
    private final String name = people.getFirst().digits();

    /** A supplier of this test's own, with seven customers. */
    private final InstitutionId supplier =
            InstitutionId.of("LU:" + people.getFirst().digits().substring(1));

    private CustomerReference reference(int i) {
        return CustomerReference.of("r-" + i);
    }

    private void register(int i) {
        rights.report(new CustomerReport(
                supplier,
                "a test",
                List.of(new Registered(new Customer(reference(i), Optional.of(people.get(i)), ALWAYS, true)))));
    }

    private void living(Insz person) {
        rights.report(
                new StatusReport(
                        RVA,
                        "a test",
                        List.of(new Granted(status(person, "LIVING_WAGE", MAY, "run" + person.digits())))),
                DERIVER);
    }

    private RightsRun run(RunKind kind, String called, Optional<Digest> digest) {
        return new RightsRun(
                AnswerId.next(Instant.now(), RANDOM),
                new Subject(kind, supplier, ENERGY, TARIFF, MAY),
                called,
                new Moment(rights.moment(), MAY, Optional.of(Instant.now())),
                Optional.empty(),
                digest,
                new Grounds("26/100", 7, Optional.empty()),
                Instant.now(),
                Instant.now().plus(1, ChronoUnit.DAYS));
    }

    private RightsRun begunForAll() {
        IntStream.range(0, people.size()).forEach(this::register);
        return begun();
    }

    private RightsRun begun() {
        RightsRun run = run(RunKind.QUARTER, name, Optional.empty());
        assertThat(runs.begin(run)).isTrue();
        return run;
    }

    /** As a quarter is answered, but three at a time, with the number of rights for an answer. */
    private static AnsweredPage answer(PageFacts facts) {
        List<CustomerRights> page = facts.next(PAGE);
        String reached = page.isEmpty()
                ? facts.after()
                : page.getLast().customer().reference().value();
        return new AnsweredPage(
                page.stream()
                        .map(each -> new AnsweredPage.Line(
                                each.customer().reference() + ";"
                                        + each.rights().size(),
                                each.customer().person()))
                        .toList(),
                0,
                reached,
                page.size() < PAGE);
    }

    private Optional<AnsweredPage> next(RightsRun run) {
        return runs.next(run, RightsRunsTest::answer, FOUR);
    }

    private void finish(RightsRun run) {
        while (next(run).isPresent()) {
            // the next one
        }
    }

    private List<String> lines(RightsRun run) {
        var lines = new ArrayList<String>();
        runs.answers(run.id(), page -> new String(page, UTF_8).lines().forEach(lines::add));
        return lines;
    }

    @Test
    void everyLineIsAnsweredOnce_pageByPage_alsoByAnotherWhoGoesOn() {
        RightsRun run = begunForAll();
        assertThat(next(run)).isPresent();
        try (Database database = Database.connectByKeyWhenAsked(TEST.hub())) {
            assertThat(new RightsRuns(database).next(run, RightsRunsTest::answer, FOUR))
                    .isPresent();
        }
        assertThat(next(run))
                .hasValueSatisfying(page -> assertThat(page.lines()).hasSize(1));
        assertThat(next(run)).isEmpty();
        assertThat(lines(run)).containsExactly("r-0;0", "r-1;0", "r-2;0", "r-3;0", "r-4;0", "r-5;0", "r-6;0");
        assertThat(runs.page(run.id(), 0).orElseThrow().lines())
                .extracting(line -> line.person().orElseThrow())
                .containsExactlyElementsOf(people.subList(0, 3));
    }

    @Test
    void twoWhoWorkOnARun_answerEachPageOnce() {
        RightsRun run = begunForAll();
        try (Database database = Database.connectByKeyWhenAsked(TEST.hub())) {
            var another = new RightsRuns(database);
            var beside = CompletableFuture.runAsync(() -> {
                while (another.next(run, RightsRunsTest::answer, FOUR).isPresent()) {
                    // the next one
                }
            });
            while (next(run).isPresent()) {
                // the next one
            }
            beside.join();
        }
        assertThat(lines(run)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void whatChangesDuringARun_isNotInIt_andIsInTheNextOne() {
        RightsRun run = begunForAll();
        next(run);
        living(people.get(0));
        living(people.get(4));
        rights.report(new CustomerReport(
                supplier, "a test", List.of(new Unregistered(reference(5), LocalDate.of(2019, 12, 31)))));
        finish(run);
        assertThat(lines(run)).containsExactly("r-0;0", "r-1;0", "r-2;0", "r-3;0", "r-4;0", "r-5;0", "r-6;0");
        RightsRun later = run(RunKind.QUARTER, name + "later", Optional.empty());
        runs.begin(later);
        finish(later);
        assertThat(lines(later)).containsExactly("r-0;1", "r-1;0", "r-2;0", "r-3;0", "r-4;1", "r-6;0");
    }

    @Test
    void aPageThatBreaks_leavesNothing_andComesAgain() {
        RightsRun run = begunForAll();
        next(run);
        PageWork broken = facts -> {
            facts.next(PAGE);
            throw new IllegalStateException("broken");
        };
        assertThat(catchThrowable(() -> runs.next(run, broken, FOUR))).hasMessage("broken");
        finish(run);
        assertThat(lines(run)).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void aQuarterIsBegunOnce_unlessItWasRefused() {
        RightsRun refused = run(RunKind.QUARTER, name, Optional.empty());
        var because = new Grounds("", 7, Optional.of(Reason.STOPPED));
        assertThat(runs.begin(new RightsRun(
                        refused.id(),
                        refused.subject(),
                        refused.name(),
                        refused.moment(),
                        Optional.empty(),
                        Optional.empty(),
                        because,
                        refused.started(),
                        refused.expires())))
                .isTrue();
        begun();
        assertThat(runs.begin(run(RunKind.QUARTER, name, Optional.empty()))).isFalse();
        assertThat(runs.undelivered())
                .filteredOn(run -> run.subject().asker().equals(supplier))
                .hasSize(1);
    }

    @Test
    void aFile_isFoundByNameAndByContent() {
        Digest digest = Digest.of(name.getBytes(UTF_8));
        RightsRun run = run(RunKind.FILE, name, Optional.of(digest));
        assertThat(runs.begin(run, new byte[] {1})).isTrue();
        assertThat(runs.begin(run(RunKind.FILE, name, Optional.empty()))).isFalse();
        assertThat(runs.ofFile(supplier, name).map(RightsRun::id)).contains(run.id());
        assertThat(runs.ofFile(supplier, digest)).isEqualTo(runs.find(run.id()));
        assertThat(runs.ofFile(WATTS, digest)).isEmpty();
    }

    @Test
    void strangers_areCounted_andTheNextPageKnowsThatTheAskerIsStopped() {
        RightsRun run = begun();
        var stopped = new ArrayList<Boolean>();
        PageWork strangers = facts -> {
            stopped.add(facts.stopped());
            return new AnsweredPage(List.of(), 4, "x", false);
        };
        runs.next(run, strangers, FOUR);
        runs.next(run, strangers, FOUR);
        assertThat(stopped).containsExactly(false, true);
        assertThat(rights.audit().askers())
                .filteredOn(asker -> asker.asker().equals(supplier))
                .singleElement()
                .satisfies(asker -> assertThat(asker.strangers()).isEqualTo(8));
    }

    @Test
    void aRunEndsOnce_andIsNotChangedAfterwards() {
        RightsRun run = begunForAll();
        finish(run);
        runs.end(run.id(), new byte[] {1});
        runs.end(run.id(), new byte[] {2});
        runs.delivered(run.id());
        assertThat(TEST.ask("select lines || encode(root, 'hex') from rights_run where name = '" + name + "'"))
                .containsExactly("701");
        assertThat(runs.undelivered()).noneMatch(each -> each.id().equals(run.id()));
        assertThat(TEST.runAsHub("update rights_run set root = null where name = '" + name + "'"))
                .contains("23001");
        assertThat(runs.standing(100)).anySatisfy(each -> {
            assertThat(each.run()).isEqualTo(runs.find(run.id()).orElseThrow());
            assertThat(each.lines()).isEqualTo(7);
            assertThat(each.delivered()).isPresent();
        });
    }

    @Test
    void whoCameAndWhoLeft_standsAmongTheReferencesOfBothMoments() {
        register(0);
        register(1);
        Instant earlier = rights.moment();
        rights.report(new CustomerReport(
                supplier, "a test", List.of(new Unregistered(reference(0), LocalDate.of(2019, 12, 31)))));
        register(2);
        RightsRun run = begun();
        var found = new ArrayList<CustomerReference>();
        runs.next(
                run,
                facts -> {
                    found.addAll(facts.references(earlier, 10));
                    return new AnsweredPage(List.of(), 0, "", true);
                },
                FOUR);
        assertThat(found).containsExactly(reference(0), reference(1), reference(2));
    }
}
