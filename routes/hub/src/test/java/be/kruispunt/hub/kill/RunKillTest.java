package be.kruispunt.hub.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Institution;
import be.kruispunt.access.Network;
import be.kruispunt.access.Period;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
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
import be.kruispunt.store.StatusReport;
import be.kruispunt.store.Store;
import be.kruispunt.store.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quarter's run goes on where it was, as it was known when it began, however often the hub is killed. */
@Tag("long")
class RunKillTest {
    private static final int CUSTOMERS = 100_000;
    private static final int AT_ONCE = 10_000;
    private static final int ENTITLED = 500;
    private static final InstitutionId WATTS = InstitutionId.of("BE:0403019261");
    private static final InstitutionId CENTRES = InstitutionId.of("BE:0206738078");
    private static final SchemeCode ENERGY = SchemeCode.of("ENERGY_SOCIAL_TARIFF");
    private static final LegalContext TARIFF = LegalContext.of("SOCIAL_TARIFF");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @Test
    void everyLineIsAnsweredOnce_forOneMoment_whenTheHubIsKilledInTheMiddle(@TempDir Path root)
            throws IOException, SQLException {
        Path files = root.resolve("files");
        HubFolder folder = HubFolder.prepare(root, 1, "batch.folder=" + files);
        try (Store store = Store.open(folder.settings().store(folder.data()))) {
            fill(store);
        }
        for (int pages = 3; pages <= 12; pages += 4) {
            killAfter(folder, pages);
            try (Store store = Store.attach(folder.settings().store(folder.data()))) {
                report(
                        store,
                        ENTITLED + pages); // everybody who is told now has the right, and was told that he has not
            }
        }
        Path out = files.resolve("out").resolve(WATTS.fileName());
        try (HubProcess hub = HubProcess.start(folder)) {
            await("the result").atMost(Duration.ofMinutes(1)).until(() -> go(out).isPresent());
            assertThat(hub.log()).contains("KP5103");
        }
        List<String> lines =
                Files.readAllLines(Path.of(go(out).orElseThrow().toString().replaceFirst("\\.go$", ".csv"))).stream()
                        .skip(1)
                        .toList();
        assertThat(lines).hasSize(CUSTOMERS);
        assertThat(lines.stream().map(line -> line.split(";", -1)[0]).distinct())
                .hasSize(CUSTOMERS);
        assertThat(lines.stream().filter(line -> line.contains(";ENTITLED;"))).hasSize(ENTITLED);
    }

    private static void killAfter(HubFolder folder, int pages) throws IOException, SQLException {
        try (HubProcess hub = HubProcess.start(folder);
                StoreProbe probe = StoreProbe.connect(folder)) {
            await("page " + pages)
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> probe.number("select count(*) from rights_run_page") >= pages);
            hub.kill();
            probe.awaitSilence();
        }
    }

    private static Optional<Path> go(Path out) throws IOException {
        if (Files.notExists(out)) {
            return Optional.empty();
        }
        try (var found = Files.list(out)) {
            return found.filter(file -> file.toString().endsWith(".quarter.go")).findFirst();
        }
    }

    private static void fill(Store store) {
        var writer = store.registerWriter();
        writer.putInstitutions(List.of(institution(WATTS, 39), institution(CENTRES, 17)));
        writer.putAuthorisations(List.of(new Authorisation(
                "T/100",
                WATTS,
                CENTRES,
                "L901",
                TARIFF,
                Set.of(),
                Set.of(),
                0,
                Period.since(LONG_AGO),
                Set.of(ENERGY.value()))));
        for (int from = 0; from < CUSTOMERS; from += AT_ONCE) {
            store.rights()
                    .report(new CustomerReport(
                            WATTS,
                            "a test",
                            IntStream.range(from, from + AT_ONCE)
                                    .<CustomerChange>mapToObj(n -> new CustomerChange.Registered(new Customer(
                                            CustomerReference.of("K-" + n),
                                            Optional.of(person(n)),
                                            Validity.from(LONG_AGO),
                                            true)))
                                    .toList()));
        }
        report(store, ENTITLED);
        store.runs().subscriptions().put(new Subscription(WATTS, ENERGY, TARIFF, Validity.from(LONG_AGO)), "a test");
    }

    /** The last of so many have the right: who is asked about last, by the order of references, is among the last of them. */
    private static void report(Store store, int entitled) {
        var derivation = new Derivation(Schemes.standard());
        LocalDate thisYear = LocalDate.now(ZoneId.of("Europe/Brussels")).withDayOfYear(1);
        store.rights()
                .report(
                        new StatusReport(
                                CENTRES,
                                "a test",
                                IntStream.range(CUSTOMERS - entitled, CUSTOMERS)
                                        .<StatusChange>mapToObj(n -> new StatusChange.Granted(new SocialStatus(
                                                person(n),
                                                StatusCode.of("LIVING_WAGE"),
                                                Validity.from(thisYear),
                                                thisYear,
                                                "D-" + n)))
                                        .toList()),
                        derivation::rights);
    }

    private static Institution institution(InstitutionId id, int sector) {
        return new Institution(id, "invented", Network.PRIMARY, sector, Period.since(LONG_AGO), List.of(), List.of());
    }

    private static Insz person(int n) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(n / 900);
        long nine = (birth.getYear() % 100) * 10_000_000L
                + birth.getMonthValue() * 100_000L
                + birth.getDayOfMonth() * 1_000L
                + n % 900
                + 1;
        return Insz.of(String.format(Locale.ROOT, "%09d%02d", nine, 97 - nine % 97));
    }
}
