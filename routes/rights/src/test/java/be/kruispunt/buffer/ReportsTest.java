package be.kruispunt.buffer;

import static be.kruispunt.buffer.BufferStore.CENTRES;
import static be.kruispunt.buffer.BufferStore.ENERGY;
import static be.kruispunt.buffer.BufferStore.HUB;
import static be.kruispunt.buffer.BufferStore.NOW;
import static be.kruispunt.buffer.BufferStore.REGISTER;
import static be.kruispunt.buffer.BufferStore.RULES;
import static be.kruispunt.buffer.BufferStore.TARIFF;
import static be.kruispunt.buffer.BufferStore.TODAY;
import static be.kruispunt.buffer.BufferStore.WATTS;
import static be.kruispunt.buffer.BufferStore.answers;
import static be.kruispunt.buffer.BufferStore.question;
import static be.kruispunt.buffer.BufferStore.somebody;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.AccessDecision;
import be.kruispunt.access.Register;
import be.kruispunt.buffer.file.ExpireReports;
import be.kruispunt.buffer.report.ReportDesk;
import be.kruispunt.buffer.report.ReportFile;
import be.kruispunt.buffer.report.ReportPolicy;
import be.kruispunt.buffer.report.TakeReport;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.Askers;
import be.kruispunt.store.Curiosity;
import be.kruispunt.store.ReportKind;
import be.kruispunt.store.RightsReport;
import be.kruispunt.store.RightsReport.Grounds;
import be.kruispunt.store.RightsReport.Source;
import be.kruispunt.store.RightsReport.Subject;
import be.kruispunt.store.RightsReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Reports in files, judged line by line on a real store, two lines to a page. */
class ReportsTest {
    @RegisterExtension
    static final BufferStore BUFFER = new BufferStore();

    private static final int PAGE = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RightsReports reports = BUFFER.store().runs().reports();
    private final Insz person = somebody();
    private final Insz other = somebody();
    private final Path folder;
    private Register register = BufferStore.register();

    ReportsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TakeReport take() {
        var desk = new ReportDesk(() -> register, Schemes.standard(), RULES, () -> NOW);
        return new TakeReport(reports, desk, ticket -> folder.resolve(ticket.toString()), PAGE);
    }

    private RightsReport begun(ReportKind kind, InstitutionId sender, String... lines) throws IOException {
        Ticket ticket = Ticket.next(Instant.now(), RANDOM);
        Path file = Files.writeString(
                folder.resolve(ticket.toString()),
                ReportFile.word(kind) + ";1;" + TARIFF + "\r\n" + String.join("\r\n", lines));
        var report = new RightsReport(
                ticket,
                new Subject(kind, sender, TARIFF),
                new Source(ticket.toString(), Digest.of(Files.readAllBytes(file)), lines.length),
                new Grounds("26/100", 7),
                NOW);
        assertThat(reports.begin(report, new byte[] {1})).isTrue();
        return report;
    }

    private List<String> taken(RightsReport report) {
        while (take().next(report).isPresent()) {
            // the next one
        }
        var codes = new ArrayList<String>();
        reports.pages(report.ticket(), page -> IntStream.rangeClosed(1, page.lines())
                .forEach(place -> codes.add(page.refused().getOrDefault(place, "TAKEN"))));
        return codes;
    }

    private static String granted(Insz person, String code) {
        return "GRANTED;d-" + code + person.digits() + ";" + person.digits() + ";" + code + ";2026-05-10;;2026-05-10";
    }

    private List<DerivedRight> energy(Insz somebody) {
        return BUFFER.rights().rights(somebody, BUFFER.rights().moment()).stream()
                .filter(right -> right.scheme().equals(ENERGY))
                .toList();
    }

    @Test
    void statuses_areJudgedOneByOne_andRightsFollow() throws IOException {
        RightsReport report = begun(
                ReportKind.STATUSES,
                CENTRES,
                granted(person, "LIVING_WAGE"),
                granted(other, "INCOME_GUARANTEE_ELDERLY"),
                "x".repeat(10_000),
                granted(other, "EQUIVALENT_LIVING_WAGE"),
                "WITHDRAWN;d-EQUIVALENT_LIVING_WAGE" + other.digits() + ";" + other.digits()
                        + ";EQUIVALENT_LIVING_WAGE",
                granted(person, "LIVING_WAGE").replace("2026-05-10;;", "2026-06-10;;"),
                "CORRECTED;d-nobody;" + person.digits() + ";LIVING_WAGE;2026-05-10;;2026-05-10");
        assertThat(taken(report))
                .containsExactly(
                        "TAKEN",
                        "STATUS_NOT_AUTHORISED",
                        "LINE_INVALID",
                        "TAKEN",
                        "TAKEN",
                        "REFERENCE_TAKEN",
                        "REFERENCE_UNKNOWN");
        assertThat(energy(person)).hasSize(1);
        assertThat(energy(other)).isEmpty();
    }

    @Test
    void whenItsTimeIsOver_theFilesOfAReportGo_andNoOthers(@TempDir Path root) throws IOException {
        String name = person.digits();
        for (String called : List.of(name, name + "-old")) {
            Instant arrived = called.equals(name) ? NOW : NOW.minus(3_700, ChronoUnit.DAYS);
            var report = new RightsReport(
                    Ticket.next(Instant.now(), RANDOM),
                    new Subject(ReportKind.STATUSES, CENTRES, TARIFF),
                    new Source(called, Digest.of(called.getBytes(UTF_8)), 0),
                    new Grounds("26/100", 7),
                    arrived);
            assertThat(reports.begin(report, new byte[] {1})).isTrue();
            Path out = Files.createDirectories(root.resolve("out").resolve(CENTRES.fileName()));
            for (String end : List.of(".result.csv", ".result.csv.p7s", ".result.go", ".receipt.csv", ".receipt.go")) {
                Files.createFile(out.resolve(called + end));
            }
        }
        var ended = new ArrayList<String>();
        var expire = new ExpireReports(BUFFER.rights(), Optional.of(root), InstantSource.system());
        while (expire.next(report -> ended.add(report.source().name()))) {
            // the next one
        }
        assertThat(ended).containsExactly(name + "-old");
        assertThat(root.resolve("out").resolve(CENTRES.fileName()).toFile().list())
                .hasSize(5)
                .noneMatch(file -> file.contains("old"));
    }

    @Test
    void householdsAndDeaths_areTaken_andRightsFollowForAllWhoLiveThere() throws IOException {
        BUFFER.report(CENTRES, new Granted(BufferStore.status(person, "LIVING_WAGE", LocalDate.of(2026, 5, 10))));
        assertThat(energy(other)).isEmpty();
        String household = "HOUSEHOLD;h-" + person.digits() + ";MEMBER;" + person.digits() + ";2020-01-01;;MEMBER;"
                + other.digits() + ";2020-01-01";
        assertThat(taken(begun(
                        ReportKind.HOUSEHOLDS,
                        REGISTER,
                        "DEATH;" + other.digits() + ";2026-03-31",
                        household,
                        "DEATH;" + other.digits() + ";2026-10-31",
                        "PERSON;" + other.digits() + ";;NAME;Verhaegen;Lieve;2020-01-01",
                        "HOUSEHOLD;h-broken;MEMBER;12345678901;2020-01-01")))
                .containsExactly("TAKEN", "TAKEN", "TAKEN", "TAKEN", "LINE_INVALID");
        assertThat(energy(other))
                .as("he lived in May, by the line that was told last")
                .hasSize(1);
    }

    @Test
    void customers_canBeAskedAbout_andWhatIsCuriousIsCounted() throws IOException {
        String reference = "rep-" + person.digits();
        String nine = "810101" + String.format(Locale.ROOT, "%03d", 101);
        List<String> near = IntStream.range(0, 4)
                .mapToObj(i -> Long.toString(Long.parseLong(nine) + 2L * i))
                .map(digits -> digits + String.format(Locale.ROOT, "%02d", 97 - Long.parseLong(digits) % 97))
                .map(digits -> "REGISTERED;near-" + digits + ";" + digits + ";2020-01-01")
                .toList();
        assertThat(taken(begun(
                        ReportKind.CUSTOMERS,
                        WATTS,
                        "REGISTERED;" + reference + ";" + person.digits() + ";2020-01-01",
                        "UNREGISTERED;rep-nobody;;;2026-01-31",
                        near.get(0),
                        near.get(1),
                        near.get(2),
                        near.get(3))))
                .containsExactly("TAKEN", "REFERENCE_UNKNOWN", "TAKEN", "TAKEN", "TAKEN", "TAKEN");
        assertThat(answers(BUFFER.ask(RULES.limits())
                        .ask(question(WATTS, ENERGY, new AskedPerson.ByReference(CustomerReference.of(reference))))))
                .singleElement()
                .satisfies(answer -> assertThat(answer.entitlement()).isEqualTo(Entitlement.NOT_ENTITLED));
        Askers.Standing standing = BUFFER.rights().askers().standing(RULES.limits()).stream()
                .filter(asker -> asker.supplier().equals(WATTS))
                .findFirst()
                .orElseThrow();
        assertThat(standing.counted().get(Curiosity.NEAR_NUMBER)).isEqualTo(3);
    }

    @Test
    void whoMayNotReport_isNotLetIn_norFurtherWhenHeMayNoMore() throws IOException {
        var policy = new ReportPolicy(HUB);
        assertThat(policy.decide(new Subject(ReportKind.STATUSES, WATTS, TARIFF), register, TODAY))
                .isInstanceOf(AccessDecision.Denied.class);
        assertThat(policy.reporters(register, TODAY)).contains(CENTRES, REGISTER, WATTS);
        RightsReport report = begun(
                ReportKind.STATUSES,
                CENTRES,
                granted(person, "LIVING_WAGE"),
                granted(person, "EQUIVALENT_LIVING_WAGE"),
                granted(other, "LIVING_WAGE"));
        take().next(report);
        register = new Register(8, List.copyOf(register.institutions()), List.of());
        assertThat(taken(report)).containsExactly("TAKEN", "TAKEN", "NOT_AUTHORISED");
        assertThat(energy(other)).isEmpty();
    }
}
