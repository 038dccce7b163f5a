package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.store.RightsReport.Grounds;
import be.kruispunt.store.RightsReport.Source;
import be.kruispunt.store.RightsReport.Subject;
import be.kruispunt.store.RightsReports.PageWork;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reports in files, page by page. */
class RightsReportsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PAGE = 3;

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final RightsReports reports = TEST.store().runs().reports();
    private final List<Insz> people = Persons.next(7);
    private final String name = people.getFirst().digits();

    /** A source of this test's own, which grants seven decisions. */
    private final InstitutionId source = InstitutionId.of("LU:" + name.substring(1));

    private RightsReport report(String called, Instant arrived) {
        return new RightsReport(
                Ticket.next(Instant.now(), RANDOM),
                new Subject(ReportKind.STATUSES, source, LegalContext.of("SOCIAL_RIGHTS")),
                new Source(called, Digest.of((source + called).getBytes(UTF_8)), people.size()),
                new Grounds("26/100", 7),
                arrived.truncatedTo(ChronoUnit.MICROS));
    }

    private RightsReport begun() {
        RightsReport report = report(name, Instant.now());
        assertThat(reports.begin(report, new byte[] {1})).isTrue();
        return report;
    }

    private StatusChange granted(Insz person) {
        return new Granted(status(person, "LIVING_WAGE", MAY, "rep" + person.digits()));
    }

    /** Three people at a time; how many were told before stands for how many bytes were read. */
    private ReportPage three(ReportWriter writer) {
        int from = (int) writer.reached();
        int to = Math.min(people.size(), from + PAGE);
        List<ChangeOutcome> outcomes = writer.statuses(
                people.subList(from, to).stream().map(this::granted).toList(), DERIVER);
        SortedMap<Integer, String> refused = new TreeMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            int place = i + 1;
            outcomes.get(i).refusal().ifPresent(code -> refused.put(place, code.name()));
        }
        return new ReportPage(to - from, refused, to, to == people.size());
    }

    private Optional<ReportPage> next(RightsReport report) {
        return reports.next(report, this::three);
    }

    private void finish(RightsReport report) {
        while (next(report).isPresent()) {
            // the next one
        }
    }

    private long entitled() {
        return rights.rights(people, rights.moment()).values().stream()
                .filter(held -> held.stream().anyMatch(right -> right.scheme().equals(ENERGY)))
                .count();
    }

    private List<String> toldBy(RightsReport report) {
        return TEST.ask("select count(*) from social_status where told_by = '" + report.ticket() + "'");
    }

    @Test
    void whatAPageTells_isThereWithThePage_andAnotherGoesOnWhereItEnded() {
        RightsReport report = begun();
        assertThat(next(report)).isPresent();
        assertThat(entitled()).isEqualTo(3);
        try (Database database = Database.connectByKeyWhenAsked(TEST.hub())) {
            assertThat(new RightsReports(database).next(report, this::three)).isPresent();
        }
        assertThat(next(report))
                .hasValueSatisfying(page -> assertThat(page.lines()).isEqualTo(1));
        assertThat(next(report)).isEmpty();
        assertThat(entitled()).isEqualTo(7);
        assertThat(toldBy(report)).containsExactly("7");
    }

    @Test
    void twoWhoWorkOnAReport_takeEachLineOnce() {
        RightsReport report = begun();
        try (Database database = Database.connectByKeyWhenAsked(TEST.hub())) {
            var another = new RightsReports(database);
            var beside = CompletableFuture.runAsync(() -> {
                while (another.next(report, this::three).isPresent()) {
                    // the next one
                }
            });
            finish(report);
            beside.join();
        }
        assertThat(toldBy(report)).containsExactly("7");
        var lines = new ArrayList<Integer>();
        reports.pages(report.ticket(), page -> lines.add(page.lines()));
        assertThat(lines).containsExactly(3, 3, 1);
    }

    @Test
    void aPageThatIsCutOff_leavesNothing_andComesAgain() {
        RightsReport report = begun();
        next(report);
        PageWork broken = writer -> {
            three(writer);
            throw new IllegalStateException("broken");
        };
        assertThat(catchThrowable(() -> reports.next(report, broken))).hasMessage("broken");
        assertThat(entitled()).isEqualTo(3);
        finish(report);
        assertThat(toldBy(report)).containsExactly("7");
    }

    /** Before, somebody of whom the rest of the file tells could be told no. */
    @Test
    void aSourceHasReported_whenItsFileIsTakenToItsEnd_andAsOfItsArrival() {
        RightsReport report = begun();
        next(report);
        assertThat(rights.audit().sources()).doesNotContainKey(source);
        finish(report);
        assertThat(rights.audit().sources()).containsEntry(source, report.arrived());
        rights.report(new StatusReport(source, "a test", List.of()), DERIVER);
        Instant later = rights.audit().sources().get(source);
        RightsReport older = report(name + "older", report.arrived().minusSeconds(1));
        reports.begin(older, new byte[] {1});
        finish(older);
        assertThat(rights.audit().sources()).containsEntry(source, later);
    }

    @Test
    void aFileOfWhichNothingIsTaken_isNoReport_andOneWithoutLinesIs() {
        RightsReport none = begun();
        reports.next(none, writer -> {
            writer.statuses(List.of(), DERIVER);
            return new ReportPage(1, new TreeMap<>(Map.of(1, "LINE_INVALID")), 20, true);
        });
        assertThat(rights.audit().sources()).doesNotContainKey(source);
        RightsReport empty = report(name + "empty", Instant.now());
        reports.begin(empty, new byte[] {1});
        reports.next(empty, writer -> {
            writer.statuses(List.of(), DERIVER);
            return new ReportPage(0, new TreeMap<>(), 20, true);
        });
        assertThat(rights.audit().sources()).containsEntry(source, empty.arrived());
    }

    @Test
    void whatAMessageToldAfterTheFileCame_isNotUndoneByIt() {
        RightsReport report = begun();
        rights.report(
                new StatusReport(
                        source,
                        "a message",
                        Optional.of(report.arrived().plusMillis(1)),
                        List.of(granted(people.get(4)))),
                DERIVER);
        next(report);
        assertThat(next(report))
                .hasValueSatisfying(page -> assertThat(page.refused()).isEqualTo(Map.of(2, "REPORT_OVERTAKEN")));
    }

    @Test
    void aFile_isFoundByNameAndByContent_andBegunOnce() {
        RightsReport report = begun();
        assertThat(reports.begin(report(name, Instant.now()), new byte[] {1})).isFalse();
        assertThat(reports.ofFile(source, name)).contains(report);
        assertThat(reports.ofFile(source, report.source().digest())).contains(report);
        assertThat(reports.ofFile(Samples.RVA, name)).isEmpty();
        assertThat(reports.undelivered()).contains(report);
    }

    /** That it was told stays, and by whom, and how much of it was not taken. */
    @Test
    void whenItsTimeIsOver_whichLinesWereNotTaken_isForgotten_andItsNameIsFree() {
        RightsReport young = begun();
        RightsReport old = report(
                name + "-old", Instant.now().minus(3_653, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS));
        assertThat(reports.begin(old, new byte[] {1})).isTrue();
        assertThat(reports.undelivered()).contains(young).doesNotContain(old);
        TEST.run("insert into rights_report_page (report, page, lines, refused, reached, last, codes, taken_at) values"
                + " ('"
                + old.ticket() + "', 0, 3, 2, 90, true, 'which and why', now())");
        assertThat(rights.expiry().dueReports(1_000)).contains(old).doesNotContain(young);
        assertThat(reports.begin(report(name + "-old", Instant.now()), new byte[] {1}))
                .isFalse();
        assertThat(rights.expiry().endReport(old.ticket())).isTrue();
        assertThat(rights.expiry().endReport(old.ticket())).as("once").isFalse();
        assertThat(rights.expiry().endReport(young.ticket())).as("too early").isFalse();
        assertThat(rights.expiry().dueReports(1_000)).doesNotContain(old);
        assertThat(TEST.ask(
                        "select lines || ' ' || refused || ' ' || length(codes) from rights_report_page where report ="
                                + " '"
                                + old.ticket() + "'"))
                .containsExactly("3 2 0");
        assertThat(reports.ofFile(source, name + "-old")).isEmpty();
        assertThat(reports.begin(report(name + "-old", Instant.now()), new byte[] {1}))
                .isTrue();
        assertThat(TEST.run("update rights_report set expired_at = now() where ticket = '" + young.ticket() + "'"))
                .contains("23001");
    }

    @Test
    void aReportEndsOnce_andItsRefusedLinesStay() {
        rights.report(
                new StatusReport(
                        source,
                        "a test",
                        List.of(new Granted(status(
                                people.get(1),
                                "LIVING_WAGE",
                                MAY.plusDays(1),
                                "rep" + people.get(1).digits())))),
                DERIVER);
        RightsReport report = begun();
        finish(report);
        reports.delivered(report.ticket());
        assertThat(reports.undelivered()).doesNotContain(report);
        assertThat(TEST.runAsHub("update rights_report set ended_at = null where name = '" + name + "'"))
                .contains("23001");
        var refused = new ArrayList<Map<Integer, String>>();
        reports.pages(report.ticket(), page -> refused.add(page.refused()));
        assertThat(refused).containsExactly(Map.of(2, "REFERENCE_TAKEN"), Map.of(), Map.of());
        assertThat(reports.standing(1_000)).anySatisfy(each -> {
            assertThat(each.report()).isEqualTo(report);
            assertThat(each.lines()).isEqualTo(7);
            assertThat(each.refused()).isEqualTo(1);
            assertThat(each.delivered()).isPresent();
        });
    }
}
