package be.kruispunt.hub.door;

import static be.kruispunt.hub.door.Suppliers.CENTRES;
import static be.kruispunt.hub.door.Suppliers.WATTS;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.Authorisation;
import be.kruispunt.access.Period;
import be.kruispunt.buffer.run.Quarter;
import be.kruispunt.documents.Samples;
import be.kruispunt.hub.DataFolder;
import be.kruispunt.hub.Ran;
import be.kruispunt.hub.Settings;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.DerivedBy;
import be.kruispunt.store.Subscription;
import be.kruispunt.store.Subscriptions;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of the buffer store, and what a supplier asks by the hub's own client. */
@ExtendWith(SharedHub.class)
class RightsStandingTest {
    private static final InstitutionId SILENT = InstitutionId.of("BE:0206731645");

    private final Door door;
    private final Suppliers suppliers;

    RightsStandingTest(Door door) {
        this.door = door;
        this.suppliers = new Suppliers(door.hub());
    }

    private DataFolder data() {
        return new DataFolder(Objects.requireNonNull(door.hub().trust().root().getParent()));
    }

    private Ran status(String... options) throws IOException {
        DataFolder data = data();
        data.announce(door.hub().hub().amqpPort());
        return Ran.run(Stream.concat(
                        Stream.of("rights", "status", "--data", data.root().toString()), Stream.of(options))
                .toArray(String[]::new));
    }

    private static Authorisation mayReport(Period when) {
        return new Authorisation(
                "T/700",
                SILENT,
                Settings.defaults().hub(),
                "M901",
                LegalContext.of("SOCIAL_RIGHTS"),
                Set.of(),
                Set.of(),
                0,
                when,
                Set.of("LIVING_WAGE"));
    }

    /** As after a start with a new version of a scheme. */
    @Test
    void whileNotEverybodyIsDerivedByTheSchemesOfTheHub_thatIsSeenTo_withTheCommandThatHelps() throws IOException {
        suppliers.reports(CENTRES, Samples.insz(9791), "LIVING_WAGE", Suppliers.today());
        DerivedBy derived = door.store().rights().derivedBy();
        derived.use("those of before");
        derived.use(Schemes.standard().fingerprint());
        String seeTo = "see to: the schemes changed";
        assertThat(status())
                .returns(1, Ran::exit)
                .extracting(Ran::out)
                .asString()
                .contains(seeTo)
                .contains("rights derive --data ");
        assertThat(Ran.run("rights", "derive", "--data", data().root().toString())
                        .out())
                .startsWith("derived ")
                .doesNotContain("other schemes");
        assertThat(status().out()).doesNotContain(seeTo);
    }

    @Test
    void aSourceThatIsLate_andASupplierThatIsStopped_areSeenTo_withTheCommandThatHelps() throws IOException {
        suppliers.register();
        LocalDate yesterday = Suppliers.today().minusDays(1);
        door.store().registerWriter().putAuthorisations(List.of(mayReport(Period.since(yesterday))));
        try {
            String strangers = Stream.generate(() -> "{\"customerReference\": \"nobody\"}")
                    .limit(1_000)
                    .collect(Collectors.joining(","));
            suppliers.ask(Suppliers.CURIOUS, strangers);
            Ran said = status();
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out())
                    .contains(
                            "sources",
                            SILENT + "  reported never",
                            "see to: " + SILENT + " is late",
                            Suppliers.CURIOUS + "  1000 asked about, and no customer",
                            "rights release " + Suppliers.CURIOUS);
            JsonNode json = status("--json").json();
            assertThat(json.path("suppliers")
                            .path(0)
                            .path("counted")
                            .path("STRANGER")
                            .asInt())
                    .isPositive();
            assertThat(json.path("seeTo").size()).isGreaterThanOrEqualTo(2);
            assertThat(suppliers
                            .ask(Suppliers.CURIOUS, "{\"customerReference\": \"nobody\"}")
                            .statusCode())
                    .isEqualTo(429);
        } finally {
            door.store().rights().release(Suppliers.CURIOUS, "a test");
            door.store()
                    .registerWriter()
                    .putAuthorisations(List.of(mayReport(new Period(yesterday, Optional.of(yesterday)))));
        }
        assertThat(status().out()).doesNotContain(SILENT + "  reported", "rights release " + Suppliers.CURIOUS);
    }

    private Ran run(String... words) {
        Path data = Objects.requireNonNull(door.hub().trust().root().getParent());
        return Ran.run(Stream.of(Stream.of("rights"), Stream.of(words), Stream.of("--data", data.toString()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }

    @Test
    void aRunThatIsDueAndRefused_isSeenTo_withItsReasonAndWhatHelps() throws IOException {
        suppliers.register();
        String supplier = Suppliers.CURIOUS.value();
        String quarter = Quarter.of(Suppliers.today()).toString();
        var subscription = new Subscription(
                Suppliers.CURIOUS,
                SchemeCode.of("WATER_SOCIAL_TARIFF"),
                LegalContext.of("SOCIAL_TARIFF"),
                Validity.from(Suppliers.today()));
        Subscriptions subscriptions = door.store().runs().subscriptions();
        subscriptions.put(subscription, "a test");
        try {
            Ran begun = run("run", "--quarter", quarter, "--supplier", supplier);
            assertThat(begun.exit()).as("%s%s", begun.out(), begun.err()).isEqualTo(1);
            Ran said = status();
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out())
                    .contains(
                            "see to: QUARTER " + quarter + " of " + supplier + " for WATER_SOCIAL_TARIFF: refused, ",
                            "register its deliberation",
                            "rights run --quarter " + quarter + " --supplier " + supplier);
            assertThat(status("--json").json().path("subscriptions")).anySatisfy(each -> assertThat(
                            each.path("latest").path("refused").asText())
                    .isEqualTo("NOT_AUTHORISED"));
        } finally {
            subscriptions.remove(subscription, "a test");
        }
        assertThat(status().out()).doesNotContain("WATER_SOCIAL_TARIFF: refused");
    }

    private Ran ask(String... more) {
        return Ran.run(Stream.concat(
                        Stream.of(
                                "rights",
                                "ask",
                                "--url",
                                "https://" + suppliers.uri("").getAuthority(),
                                "--key",
                                suppliers.folder(WATTS).resolve("tls.key").toString(),
                                "--certificate",
                                suppliers.folder(WATTS).resolve("tls.pem").toString(),
                                "--authority",
                                suppliers.authority().toString(),
                                "--purpose",
                                "SOCIAL_TARIFF"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aSupplierAsks_withItsKeyAndItsCertificate() throws IOException {
        suppliers.register();
        Insz person = Insz.of("85073003328");
        suppliers.reports(CENTRES, person, "LIVING_WAGE", LocalDate.of(2026, 5, 10));
        suppliers.customer(WATTS, "S-1", person);
        Ran asked = ask("--scheme", "ENERGY_SOCIAL_TARIFF", "--customer", "S-1", "--customer", "S-2");
        assertThat(asked.exit()).as(asked.err()).isZero();
        assertThat(asked.out()).contains("S-1", "ENTITLED", "no customer on that day: number 2");
        Ran stranger = ask("--scheme", "ENERGY_SOCIAL_TARIFF", "--customer", "S-2");
        assertThat(stranger.exit()).as(stranger.out()).isEqualTo(1);
        JsonNode json = ask("--scheme", "ENERGY_SOCIAL_TARIFF", "--json", person.digits())
                .json();
        assertThat(json.path("answers").path(0).path("entitlement").asText()).isEqualTo("ENTITLED");
    }

    @Test
    void whatIsRefused_isANegativeAnswer_withItsReason() {
        suppliers.register();
        Ran refused = ask("--scheme", "WATER_SOCIAL_TARIFF", "--customer", "S-1");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("refused: 403", "missingPermission", "No authorisation");
        Ran wrong = ask("--scheme", "ENERGY_SOCIAL_TARIFF", "85073003329");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).contains("refused: 400", "customers[0].ssin").doesNotContain("85073003329");
        assertThat(ask("--scheme", "ENERGY_SOCIAL_TARIFF").exit())
                .as("about nobody")
                .isEqualTo(2);
    }
}
