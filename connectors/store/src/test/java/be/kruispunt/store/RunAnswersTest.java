package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.ALWAYS;
import static be.kruispunt.store.CustomersTest.WATTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.evidence.MerkleTree;
import be.kruispunt.evidence.NotIncluded;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange.Registered;
import be.kruispunt.model.rights.CustomerReference;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lines of runs are found, told to whom they are about, and proved as lines of their file. */
class RunAnswersTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final AnswerAudit answers = rights.audit().answers();
    private final List<Insz> people = Persons.next(3);
    private final UUID run = UUID.randomUUID();
    private final Look look = new Look(Instant.now(), "Jan", "a test");

    private static AnswerId number() {
        return AnswerId.next(Instant.now(), new SecureRandom());
    }

    private static String line(String reference, AnswerId id) {
        return reference + ";ENTITLED;2026-10-01;2026-12-31;2026-11-26T05:00:00Z;" + id;
    }

    private void begin(String kind) {
        begin(kind, "1 day");
    }

    private void begin(String kind, String kept) {
        assertThat(TEST.run("insert into rights_run (id, kind, asker, scheme, purpose, name, day, today, known_at,"
                        + " authorisation, register, reason, started_at, expires_at) values ('" + run + "', '" + kind
                        + "', '"
                        + WATTS
                        + "', 'ENERGY_SOCIAL_TARIFF', 'SOCIAL_TARIFF', 'F" + run
                        + "', '2026-11-26', '2026-11-26', clock_timestamp(), '26/100', 1, '', clock_timestamp(),"
                        + " clock_timestamp() + interval '" + kept + "')"))
                .isEmpty();
    }

    private void page(int number, String reached, int strangers, List<String> lines, List<String> persons) {
        assertThat(TEST.run("insert into rights_run_page (run, page, lines, strangers, reached, last, answers, persons,"
                        + " answered_at)"
                        + " values"
                        + " ('" + run + "', " + number + ", " + lines.size() + ", " + strangers + ", '"
                        + reached + "', false, '" + compressed(lines) + "', '" + compressed(persons)
                        + "', clock_timestamp())"))
                .isEmpty();
    }

    private static String compressed(List<String> lines) {
        if (lines.isEmpty()) {
            return ""; // as a page without lines is kept
        }
        try (var compression = new Compression()) {
            return "\\x"
                    + HexFormat.of().formatHex(compression.compress((String.join("\n", lines) + '\n').getBytes(UTF_8)));
        }
    }

    private void end(List<String> lines) {
        var tree = new MerkleTree();
        tree.add(TEST.store()
                .runs()
                .find(new AnswerId(run))
                .orElseThrow()
                .firstLine()
                .getBytes(UTF_8));
        lines.forEach(line -> tree.add(line.getBytes(UTF_8)));
        assertThat(TEST.run("update rights_run set ended_at = clock_timestamp(), lines = " + lines.size()
                        + ", strangers = 0, root = '\\x" + tree.root() + "' where id = '" + run + "'"))
                .isEmpty();
    }

    private void customer(Insz person, String reference) {
        rights.report(new CustomerReport(
                WATTS,
                "a test",
                List.of(new Registered(
                        new Customer(CustomerReference.of(reference), Optional.of(person), ALWAYS, true)))));
    }

    @Test
    void aLineOfARun_isFoundByItsNumber_toldToThePerson_andProvedAsALineOfTheFile() throws NotIncluded {
        String prefix = people.getFirst().digits();
        customer(people.get(1), prefix + "-b");
        AnswerId wanted = number();
        List<String> first = List.of(line(prefix + "-a", number()), line(prefix + "-b", wanted));
        List<String> second = List.of(line(prefix + "-c", number()));
        begin("QUARTER");
        page(0, prefix + "-b", 0, first, List.of(prefix, people.get(1).digits()));
        page(1, prefix + "-b", 0, List.of(), List.of());
        page(2, prefix + "-c", 0, second, List.of(people.get(2).digits()));

        GivenAnswer answer = answers.answer(wanted, look).orElseThrow();
        assertThat(answer.question().trace()).isEqualTo("QUARTER F" + run);
        assertThat(answer.content().orElseThrow().person()).contains(people.get(1));
        assertThat(answer.content().orElseThrow().told().orElseThrow().customer())
                .isEqualTo(CustomerReference.of(prefix + "-b"));
        assertThat(answers.about(people.get(1), look).answers())
                .extracting(GivenAnswer::id)
                .containsExactly(wanted);
        assertThat(answers.proof(answer)).as("before every page stands").isEmpty();

        end(List.of(first.get(0), first.get(1), second.get(0)));
        AnswerProof proof = answers.proof(answer).orElseThrow();
        proof.verify();
        assertThat(proof.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.text()).contains(first.get(1));
            assertThat(entry.proof().index()).isEqualTo(2);
            assertThat(entry.proof().size()).isEqualTo(4);
        });
    }

    @Test
    void whoWasAskedAboutInAFile_andIsNoCustomer_isToldToo() {
        AnswerId id = number();
        begin("FILE");
        page(
                0,
                "100",
                1,
                List.of(";NOT_YOUR_CUSTOMER;;;;" + id),
                List.of(people.getFirst().digits()));
        assertThat(answers.about(people.getFirst(), look).answers())
                .singleElement()
                .satisfies(answer -> {
                    assertThat(answer.id()).isEqualTo(id);
                    assertThat(answer.content().orElseThrow().word()).isEqualTo("NOT_YOUR_CUSTOMER");
                });
        assertThat(answers.about(people.get(1), look).answers()).isEmpty();
    }

    private static final String EMPTY_PAGE = "update rights_run_page set answers = null, persons = null, reached = '',"
            + " leaves = '\\x%s' where run = '%s' and page = 0";

    private final RightsExpiry expiry = rights.expiry();

    @Test
    void whenItsTimeIsOver_aRunKeepsNothingOfWhatItTold_andWhoHasALineProvesIt() throws NotIncluded {
        String prefix = people.getFirst().digits();
        customer(people.get(1), prefix + "-b");
        AnswerId wanted = number();
        String kept = line(prefix + "-b", wanted);
        begin("QUARTER", "1 second");
        List<String> lines = List.of(line(prefix + "-a", number()), kept, line(prefix + "-c", number()));
        page(0, prefix + "-b", 0, lines.subList(0, 2), List.of("", people.get(1).digits()));
        page(1, prefix + "-c", 0, lines.subList(2, 3), List.of(""));
        end(lines);
        TEST.run("select pg_sleep(1)");
        assertThat(expiry.dueRuns(10)).extracting(each -> each.id().value()).contains(run);
        var id = new AnswerId(run);
        assertThat(expiry.end(id)).as("while pages are left").isFalse();
        assertThat(expiry.emptyPage(id)).isTrue();
        assertThat(expiry.emptyPage(id)).isTrue();
        assertThat(expiry.emptyPage(id)).isFalse();
        assertThat(expiry.end(id)).isTrue();

        assertThat(expiry.dueRuns(10)).extracting(each -> each.id().value()).doesNotContain(run);
        assertThat(answers.answer(wanted, look)).isEmpty();
        assertThat(answers.about(people.get(1), look).answers()).isEmpty();
        assertThat(TEST.ask("select to_jsonb(p)::text from rights_run_page p where run = '" + run + "'"))
                .hasSize(2)
                .noneMatch(row -> row.contains(prefix));
        assertThat(answers.proof(wanted, kept + "x")).isEmpty();
        AnswerProof proof = answers.proof(wanted, kept).orElseThrow();
        assertThat(proof.entries().getFirst().text()).contains(kept);
        proof.verify();
    }

    @Test
    void beforeItsTimeIsOver_nobodyEmptiesARun_norOtherwiseThanToTheHashesOfItsLines() {
        begin("QUARTER", "1 day");
        page(0, "x", 0, List.of(line("x", number())), List.of(""));
        String hashes = "00".repeat(32);
        assertThat(TEST.run(EMPTY_PAGE.formatted(hashes, run))).contains("23001");
        assertThat(TEST.runAsHub(EMPTY_PAGE.formatted(hashes, run))).contains("42501");
        assertThat(TEST.runAsHub("select expire_page('" + run + "', 0, '\\x" + hashes + "')"))
                .contains("23001");
        assertThat(TEST.run("update rights_run set expired_at = now() where id = '" + run + "'"))
                .contains("23001");
        assertThat(TEST.run("update rights_run set expires_at = now() where id = '" + run + "'"))
                .contains("23001");
    }
}
