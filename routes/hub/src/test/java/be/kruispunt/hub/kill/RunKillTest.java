package be.kruispunt.hub.kill;

import static be.kruispunt.hub.sample.DemonstrationRegister.CENTRES;
import static be.kruispunt.hub.sample.DemonstrationRegister.ENERGY;
import static be.kruispunt.hub.sample.DemonstrationRegister.REGISTER;
import static be.kruispunt.hub.sample.DemonstrationRegister.SOCIAL_TARIFF_ENERGY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.buffer.run.AnswerRun;
import be.kruispunt.buffer.run.Quarter;
import be.kruispunt.evidence.MerkleTree;
import be.kruispunt.hub.Ran;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.CustomerReport;
import be.kruispunt.store.HouseholdReport;
import be.kruispunt.store.RightsStore;
import be.kruispunt.store.StatusReport;
import be.kruispunt.store.Store;
import be.kruispunt.store.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A quarter's run, killed in the middle of a page, and again, and when its result stands and is not marked as delivered; while it is
 * held there, statuses and customers change in every page. The store holds the run where the test wants it to be killed.
 */
@Tag("long")
class RunKillTest {
    private static final int LAST_PAGE = 4;

    private static final int CUSTOMERS = LAST_PAGE * AnswerRun.PAGE + AnswerRun.PAGE / 2;

    /** One of so many has the right. */
    private static final int ENTITLED = 10;

    /** One of so many changes each time that the run is held. */
    private static final int CHANGED = 50;

    /** Where the pages stand, and the result, and the run has not ended. */
    private static final int DELIVERED = -1;

    private static final List<Integer> PLACES = List.of(1, 3, DELIVERED);

    /** A page does not commit while its number stands in {@code held}; nor the end of the run, while {@value #DELIVERED} does. */
    private static final String HOLD =
            """
            create table held (place int primary key);
            create function wait_while_held() returns trigger language plpgsql security definer as $$
            declare
                here int := %d;
            begin
                if tg_table_name = 'rights_run_page' then
                    here := new.page;
                end if;
                while exists (select from held where place = here) loop
                    perform pg_sleep(0.01);
                end loop;
                return new;
            end $$;
            create trigger held before insert on rights_run_page for each row execute function wait_while_held();
            create trigger held before update of ended_at on rights_run for each row execute function wait_while_held();
            """
                    .formatted(DELIVERED);

    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event = 'PgSleep'";
    private static final String PAGES = "select count(*) from rights_run_page";
    private static final String CLOSED =
            "select count(*) from derived_right where scheme = 'ENERGY_SOCIAL_TARIFF' and known_until is not null";

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final SchemeCode TARIFF = SchemeCode.of("ENERGY_SOCIAL_TARIFF");

    private final LocalDate thisYear = LocalDate.now(BRUSSELS).withDayOfYear(1);
    private final Derivation derivation = new Derivation(Schemes.standard());

    @Test
    void everyCustomerIsAnsweredOnce_asItWasAtTheStatedMoment_howeverOftenTheHubIsKilled(@TempDir Path root)
            throws IOException, SQLException {
        Path files = root.resolve("files");
        HubFolder folder = HubFolder.prepare(root, 1, "batch.folder=" + files);
        Instant moment = prepare(folder);
        for (int turn = 1; turn <= PLACES.size(); turn++) {
            killWhileHeld(folder, PLACES.get(turn - 1), turn);
        }
        String name = TARIFF + "." + SOCIAL_TARIFF_ENERGY + "." + Quarter.of(LocalDate.now(BRUSSELS)) + ".quarter";
        Path out = files.resolve("out").resolve(ENERGY.fileName());
        Path result = out.resolve(name + ".csv");
        String cutOff = Files.readString(result);
        try (HubProcess hub = HubProcess.start(folder);
                StoreProbe probe = StoreProbe.connect(folder)) {
            hub.awaitLog("KP5103");
            assertThat(probe.number("select count(*) from rights_run")).isEqualTo(1);
            assertThat(Files.readString(result)).as("delivered again").isEqualTo(cutOff);
            try (Stream<Path> all = Files.list(out)) {
                assertThat(all)
                        .hasSize(3)
                        .allMatch(file -> file.getFileName().toString().startsWith(name));
            }
            assertThat(probe.number(CLOSED))
                    .as("rights that ended meanwhile")
                    .isEqualTo(PLACES.size() * CUSTOMERS / CHANGED);
            List<String> lines = Files.readAllLines(result);
            requireTrueFor(moment, lines);
            requireProved(folder, lines);
        }
    }

    /** Everybody is registered, some have the right, and the supplier subscribes; gives the moment at which that is known. */
    private Instant prepare(HubFolder folder) throws IOException, SQLException {
        try (Store store = Store.open(folder.settings().store(folder.data()));
                StoreProbe probe = StoreProbe.connect(folder)) {
            RightsStore rights = store.rights();
            rights.report(new HouseholdReport(REGISTER, "a test", List.of(), Map.of()), derivation::rights);
            rights.report(customers(everyone().mapToObj(n -> registered(reference(n), n))));
            rights.report(
                    statuses(everyone().filter(RunKillTest::isEntitled).mapToObj(this::granted)), derivation::rights);
            var subscription = new Subscription(ENERGY, TARIFF, SOCIAL_TARIFF_ENERGY, Validity.from(thisYear));
            store.runs().subscriptions().put(subscription, "a test");
            probe.execute(HOLD);
            for (int place : PLACES) {
                probe.execute("insert into held values (" + place + ")");
            }
            return rights.moment();
        }
    }

    private void killWhileHeld(HubFolder folder, int place, int turn) throws IOException, SQLException {
        try (HubProcess hub = HubProcess.start(folder);
                StoreProbe probe = StoreProbe.connect(folder)) {
            await("the run is held").atMost(Duration.ofMinutes(1)).until(() -> probe.number(WAITING) == 1);
            int pages = probe.number(PAGES);
            assertThat(pages).as("pages that stand").isEqualTo(place == DELIVERED ? LAST_PAGE + 1 : place);
            change(folder, turn);
            hub.kill();
            probe.execute("delete from held where place = " + place);
            probe.awaitSilence();
            assertThat(probe.number(PAGES))
                    .as("pages that stand when the hub is gone")
                    .isEqualTo(pages);
            assertThat(probe.number("select count(*) from rights_run where ended_at is null"))
                    .isEqualTo(1);
        }
    }

    /** In every page some get the right, some lose it, some leave, and some are new. */
    private void change(HubFolder folder, int turn) {
        try (Store store = Store.attach(folder.settings().store(folder.data()))) {
            RightsStore rights = store.rights();
            Stream<StatusChange> granted = oneOf(turn).mapToObj(this::granted);
            Stream<StatusChange> withdrawn = oneOf(turn * ENTITLED)
                    .mapToObj(n -> new StatusChange.Withdrawn(person(n), StatusCode.of("LIVING_WAGE"), "D-" + n));
            rights.report(statuses(Stream.concat(granted, withdrawn)), derivation::rights);
            Stream<CustomerChange> left = oneOf(ENTITLED + turn)
                    .mapToObj(n -> new CustomerChange.Unregistered(CustomerReference.of(reference(n)), thisYear));
            Stream<CustomerChange> came =
                    oneOf(2 * ENTITLED + turn).mapToObj(n -> registered(reference(n) + "-new", n));
            rights.report(customers(Stream.concat(left, came)));
        }
    }

    private static void requireTrueFor(Instant moment, List<String> lines) {
        assertThat(lines.getFirst().split(";", -1)[5]).as("the stated moment").isEqualTo(moment.toString());
        assertThat(lines.stream().skip(1).map(line -> line.split(";", -1)).map(fields -> fields[0] + " " + fields[1]))
                .containsExactlyElementsOf(everyone()
                        .mapToObj(n -> reference(n) + (isEntitled(n) ? " ENTITLED" : " NOT_ENTITLED"))
                        .toList());
        assertThat(lines.stream().skip(1).map(line -> line.split(";", -1)[5]).distinct())
                .as("numbers of answers")
                .hasSize(CUSTOMERS);
    }

    /** Lines of the first page, of one that was cut off, and the last one: by the root that whoever has the result can reckon. */
    private static void requireProved(HubFolder folder, List<String> lines) {
        var tree = new MerkleTree();
        lines.forEach(line -> tree.add(line.getBytes(UTF_8)));
        for (int sampled : List.of(1, AnswerRun.PAGE + 1, CUSTOMERS)) {
            String answer = lines.get(sampled).split(";", -1)[5];
            Path proof = folder.data().root().resolve(answer + ".json");
            Ran written = Ran.run(
                    "rights",
                    "answer",
                    answer,
                    "--reason",
                    "a test",
                    "--proof",
                    proof.toString(),
                    "--data",
                    folder.data().root().toString());
            assertThat(written.exit()).as(written.err()).isZero();
            Ran verified = Ran.run(
                    "rights",
                    "verify-proof",
                    proof.toString(),
                    "--root",
                    tree.root().toString());
            assertThat(verified.exit()).as(verified.out()).isZero();
            assertThat(verified.out()).contains(answer);
        }
    }

    private static IntStream everyone() {
        return IntStream.range(0, CUSTOMERS);
    }

    /** Some hundreds, of every page. */
    private static IntStream oneOf(int remainder) {
        return everyone().filter(n -> n % CHANGED == remainder);
    }

    private static boolean isEntitled(int n) {
        return n % ENTITLED == 0;
    }

    private static StatusReport statuses(Stream<StatusChange> changes) {
        return new StatusReport(CENTRES, "a test", changes.toList());
    }

    private static CustomerReport customers(Stream<CustomerChange> changes) {
        return new CustomerReport(ENERGY, "a test", changes.toList());
    }

    private StatusChange granted(int n) {
        var wage = StatusCode.of("LIVING_WAGE");
        return new StatusChange.Granted(new SocialStatus(person(n), wage, Validity.from(thisYear), thisYear, "D-" + n));
    }

    private static CustomerChange registered(String reference, int n) {
        return new CustomerChange.Registered(
                new Customer(CustomerReference.of(reference), Optional.of(person(n)), Validity.from(LONG_AGO), true));
    }

    private static String reference(int n) {
        return "K-%05d".formatted(n);
    }

    private static Insz person(int n) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(n / 900);
        long nine = Long.parseLong("%ty%<tm%<td%03d".formatted(birth, n % 900 + 1));
        return Insz.of("%09d%02d".formatted(nine, 97 - nine % 97));
    }
}
