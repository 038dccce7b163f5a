package be.kruispunt.buffer;

import static be.kruispunt.buffer.BufferStore.CENTRES;
import static be.kruispunt.buffer.BufferStore.ENERGY;
import static be.kruispunt.buffer.BufferStore.TARIFF;
import static be.kruispunt.buffer.BufferStore.TODAY;
import static be.kruispunt.buffer.BufferStore.WATER;
import static be.kruispunt.buffer.BufferStore.WATER_TARIFF;
import static be.kruispunt.buffer.BufferStore.WATTS;
import static be.kruispunt.buffer.BufferStore.answers;
import static be.kruispunt.buffer.BufferStore.question;
import static be.kruispunt.buffer.BufferStore.somebody;
import static be.kruispunt.buffer.BufferStore.status;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.buffer.file.Batch;
import be.kruispunt.buffer.file.BatchFolder;
import be.kruispunt.buffer.file.BatchWork;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerChange.Unregistered;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.AnsweredPage;
import be.kruispunt.store.CustomerReport;
import be.kruispunt.store.RightsRun;
import be.kruispunt.store.RightsRun.Subject;
import be.kruispunt.store.RightsRuns;
import be.kruispunt.store.RunKind;
import be.kruispunt.store.StrangerLimits;
import be.kruispunt.trust.CryptoProviders;
import be.kruispunt.trust.DemonstrationAuthority;
import be.kruispunt.trust.FileSigner;
import be.kruispunt.trust.FileVerifier;
import be.kruispunt.trust.TrustFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files and subscriptions, answered page by page on a real store. */
class RunsTest {
    @RegisterExtension
    static final BufferStore BUFFER = new BufferStore();

    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private final TestRuns test;
    private final RightsRuns runs = BUFFER.store().runs();
    private final Insz entitled = somebody();
    private final Insz other = somebody();
    private final String name = entitled.digits();

    RunsTest(@TempDir Path folder) {
        this.test = new TestRuns(BUFFER, folder);
    }

    private void living(Insz person) {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
    }

    private static CustomerReference reference(Insz person) {
        return CustomerReference.of("customer-" + person.digits());
    }

    private void leaves(Insz person) {
        BUFFER.rights()
                .report(new CustomerReport(
                        WATTS, "a test", List.of(new Unregistered(reference(person), LocalDate.of(2026, 10, 31)))));
    }

    private RightsRun quarter(String called) {
        return test.begun(new Subject(RunKind.QUARTER, WATTS, ENERGY, TARIFF, TODAY), called, Optional.empty());
    }

    @Test
    void aQuarter_answersEveryCustomer_inTheWordsOfAQuestion() {
        living(entitled);
        AskedPerson asked = BUFFER.customer(WATTS, entitled, true);
        BUFFER.customer(WATTS, other, true);
        Insz forbids = somebody();
        living(forbids);
        BUFFER.customer(WATTS, forbids, false);
        BUFFER.customer(WATER, somebody(), true);
        RightAnswer told = answers(BUFFER.ask(new StrangerLimits(1_000, 2_000)).ask(question(WATTS, ENERGY, asked)))
                .getFirst();
        assertThat(test.answered(quarter(name)))
                .contains(
                        reference(entitled) + ";" + told.entitlement() + ";"
                                + told.from().orElseThrow() + ";"
                                + told.until().orElseThrow(),
                        reference(other) + ";NOT_ENTITLED;;",
                        reference(forbids) + ";NOT_DETERMINED;;")
                .allMatch(line -> line.startsWith("customer-"))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyLine_hasItsFreshnessAndAnIdentifierOfItsOwn() {
        living(entitled);
        BUFFER.customer(WATTS, entitled, true);
        RightsRun run = quarter(name);
        test.answered(run);
        Instant asOf = run.moment().asOf().orElseThrow();
        assertThat(runs.page(run.id(), 0).orElseThrow().lines())
                .allMatch(line -> line.text().contains(";" + asOf + ";"))
                .extracting(
                        line -> AnswerId.of(line.text().substring(line.text().lastIndexOf(';') + 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void changes_areThoseOfWhomSomethingElseIsSaid_whoCameAndWhoLeft_andNobodyElse() {
        Insz same = somebody();
        Insz comes = somebody();
        BUFFER.customer(WATTS, entitled, true);
        BUFFER.customer(WATTS, other, true);
        BUFFER.customer(WATTS, same, true);
        RightsRun before = quarter(name);
        test.answered(before);
        living(entitled);
        leaves(other);
        BUFFER.customer(WATTS, comes, true);
        RightsRun changes =
                test.begun(new Subject(RunKind.CHANGES, WATTS, ENERGY, TARIFF, TODAY), name, Optional.of(before));
        assertThat(test.answered(changes))
                .containsExactlyInAnyOrder(
                        reference(entitled) + ";ENTITLED;2026-04-01;2026-12-31",
                        reference(other) + ";NOT_YOUR_CUSTOMER;;",
                        reference(comes) + ";NOT_ENTITLED;;");
    }

    @Test
    void aFile_isAnsweredLineByLine_alsoBesideLinesThatDoNotHold() throws IOException {
        living(entitled);
        BUFFER.customer(WATTS, entitled, true);
        BUFFER.customer(WATTS, other, true);
        Insz stranger = somebody();
        living(stranger);
        BUFFER.customer(WATER, stranger, true);
        String yes = reference(entitled) + ";ENTITLED;2026-04-01;2026-12-31";
        RightsRun run = test.file(
                WATTS,
                ENERGY,
                reference(entitled).value(),
                ";" + entitled.digits(),
                reference(entitled) + ";" + entitled.digits(),
                reference(entitled) + ";" + other.digits(),
                ";" + stranger.digits(),
                reference(stranger).value(),
                "",
                ";12345678901",
                "a b",
                "x".repeat(100_000),
                "one;two;three",
                reference(other).value());
        assertThat(test.answered(run))
                .containsExactly(
                        yes,
                        yes,
                        yes,
                        reference(entitled) + ";NOT_YOUR_CUSTOMER;;",
                        ";NOT_YOUR_CUSTOMER;;",
                        reference(stranger) + ";NOT_YOUR_CUSTOMER;;",
                        ";LINE_INVALID;;",
                        ";LINE_INVALID;;",
                        ";LINE_INVALID;;",
                        ";LINE_INVALID;;",
                        ";LINE_INVALID;;",
                        reference(other) + ";NOT_ENTITLED;;");
        assertThat(runs.standing(1_000))
                .filteredOn(each -> each.run().equals(run))
                .singleElement()
                .satisfies(each -> assertThat(each.strangers()).isEqualTo(3));
    }

    /** So that he can be told who asked about him. */
    @Test
    void aLineWithANumber_isAboutWhoHasTheNumber_whoeverHasTheReference() throws IOException {
        BUFFER.customer(WATTS, entitled, true);
        Insz stranger = somebody();
        RightsRun run = test.file(WATTS, ENERGY, reference(entitled) + ";" + stranger.digits());
        assertThat(test.answered(run)).containsExactly(reference(entitled) + ";NOT_YOUR_CUSTOMER;;");
        assertThat(runs.page(run.id(), 0).orElseThrow().lines())
                .extracting(AnsweredPage.Line::person)
                .containsExactly(Optional.of(stranger));
    }

    @Test
    void whoAsksAboutManyStrangersInAFile_isStoppedInIt_andNobodyMoreIsLookedUp() throws IOException {
        BUFFER.customer(WATER, entitled, true);
        RightsRun run =
                test.file(WATER, WATER_TARIFF, "n-1", "n-2", reference(entitled).value());
        assertThat(test.answered(run, new StrangerLimits(1, 2)))
                .containsExactly(
                        "n-1;NOT_YOUR_CUSTOMER;;",
                        "n-2;NOT_YOUR_CUSTOMER;;",
                        reference(entitled) + ";QUESTIONS_STOPPED;;");
        assertThat(test.file(WATER, WATER_TARIFF, reference(entitled).value())
                        .grounds()
                        .refused())
                .contains(Reason.STOPPED);
        assertThat(BUFFER.rights().release(WATER, "a test")).isTrue();
    }

    @Test
    void whoMayNotAsk_isRefused_whicheverTheRun() throws IOException {
        assertThat(test.file(WATTS, WATER_TARIFF, "x").grounds().refused()).contains(Reason.NOT_AUTHORISED);
    }

    /** However long it takes, and however often it is cut off: which source is late is judged of when it began. */
    @Test
    void aSourceThatGetsLateDuringARun_changesNoneOfItsLines() {
        for (int i = 0; i < 3; i++) {
            BUFFER.customer(WATTS, somebody(), true);
        }
        RightsRun like = quarter(name + "like");
        var began = new RightsRun.Moment(like.moment().known(), TODAY, Optional.of(BufferStore.NOW));
        var run = new RightsRun(
                AnswerId.next(BufferStore.NOW, new SecureRandom()),
                like.subject(),
                name + "late",
                began,
                Optional.empty(),
                Optional.empty(),
                like.grounds(),
                BufferStore.NOW,
                like.expires());
        assertThat(runs.begin(run)).isTrue();
        test.itIs(BufferStore.NOW.plus(Duration.ofDays(100)));
        assertThat(test.answered(run))
                .hasSizeGreaterThanOrEqualTo(3)
                .noneMatch(line -> line.contains("NOT_DETERMINED"));
    }

    /** One takes its turn file by file; and the folder of another, which is taken away meanwhile, is its own affair. */
    @Test
    void ofEachSender_aFileIsTakenAtATime_andABrokenFolderHoldsUpNobody(@TempDir Path root) throws IOException {
        var trust = new TrustFolder(root.resolve("trust"));
        DemonstrationAuthority.create(trust, InstantSource.system()).issueHub(BufferStore.HUB, "Hub", List.of());
        Path broken = Files.createDirectories(root.resolve("in/BE-0206738078"));
        Path many = Files.createDirectories(root.resolve("in/BE-0206737484"));
        Path other = Files.createDirectories(root.resolve("in/BE-0403019261"));
        Files.createFile(many.resolve("one.go"));
        Files.createFile(many.resolve("two.go"));
        Files.createFile(other.resolve("three.go"));
        BatchWork work = new Batch(
                        new BatchFolder(root),
                        runs,
                        BufferStore::register,
                        Schemes.standard(),
                        BufferStore.RULES,
                        InstantSource.system(),
                        () -> takingAway(broken))
                .byItself(
                        new FileSigner(trust.hubIdentity(), CryptoProviders.best(), InstantSource.system()),
                        new FileVerifier(trust.trustStore(), CryptoProviders.best()),
                        List::<InstitutionId>of);
        work.begin();
        work.look();
        assertThat(root.resolve("out/BE-0206737484/one.receipt.go")).exists();
        assertThat(root.resolve("out/BE-0206737484/two.receipt.go")).doesNotExist();
        assertThat(root.resolve("out/BE-0403019261/three.receipt.go")).exists();
        work.look();
        assertThat(root.resolve("out/BE-0206737484/two.receipt.go")).exists();
    }

    /** As a number for a run is drawn while the first folder is at work, before the next is looked at. */
    private static long takingAway(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SecureRandom().nextLong();
    }
}
