package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.Validity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supplier that tries numbers by registering them is counted as one that asks about strangers. */
class AskersTest {
    private static final StrangerLimits LIMITS = new StrangerLimits(3, 6, 30, 5, 50, 5);
    private static final Validity ALWAYS = Validity.from(LocalDate.of(2020, 1, 1));

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();

    private static Insz number(String day, int serial) {
        long nine = Long.parseLong(day) * 1_000 + serial;
        return Insz.of("%09d%02d".formatted(nine, 97 - nine % 97));
    }

    private static List<Insz> inOrder(String day, int first, int many) {
        return IntStream.range(first, first + many)
                .mapToObj(serial -> number(day, serial))
                .toList();
    }

    static CustomerReport registering(String supplier, List<Insz> persons) {
        return new CustomerReport(
                InstitutionId.of(supplier),
                "a test",
                persons.stream()
                        .<CustomerChange>map(person -> new CustomerChange.Registered(new Customer(
                                CustomerReference.of("K-" + person.digits()), Optional.of(person), ALWAYS, true)))
                        .toList());
    }

    private void registers(String supplier, List<Insz> persons) {
        CustomerReport report = registering(supplier, persons);
        TEST.store()
                .record(
                        List.of(EffectTest.kept(rights.askers().counting(report, LIMITS, rights.keeping(report)))),
                        List.of());
    }

    private Askers.Standing standing(String supplier) {
        return rights.askers().standing(LIMITS).stream()
                .filter(asker -> asker.supplier().value().equals(supplier))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoRegistersNumberAfterNumber_isToldOf_andStopped_untilSomebodyLooks() {
        registers("LU:0001", inOrder("840615", 1, 4));
        assertThat(standing("LU:0001"))
                .satisfies(asker -> assertThat(asker.counted()).containsEntry(Curiosity.NEAR_NUMBER, 3L))
                .satisfies(asker -> assertThat(asker.alerted()).isPresent())
                .satisfies(asker -> assertThat(asker.stopped()).isEmpty());
        registers("LU:0001", inOrder("840615", 5, 1));
        registers("LU:0001", inOrder("840615", 6, 2));
        assertThat(standing("LU:0001").stopped()).isPresent();
        assertThat(rights.release(InstitutionId.of("LU:0001"), "Jan")).isTrue();
        assertThat(standing("LU:0001"))
                .satisfies(asker -> assertThat(asker.counted()).isEmpty())
                .satisfies(asker -> assertThat(asker.alerted()).isEmpty())
                .satisfies(asker -> assertThat(asker.stopped()).isEmpty());
    }

    @Test
    void whoIsRegisteredAgain_isNotCountedAgain() {
        registers("LU:0002", inOrder("840616", 1, 3));
        registers("LU:0002", inOrder("840616", 1, 3));
        assertThat(standing("LU:0002").counted())
                .containsEntry(Curiosity.NEAR_NUMBER, 2L)
                .containsEntry(Curiosity.NEW_NUMBER, 3L);
    }

    /** What the hub knows of persons is told to the operator; it stops nobody, who would learn it by that. */
    @Test
    void numbersThatTheRegisterOfPersonsDoesNotKnow_areCounted_andStopNobody() {
        List<Insz> apart = IntStream.rangeClosed(10, 40)
                .mapToObj(year -> number(year + "0617", 100))
                .toList();
        rights.report(
                new HouseholdReport(
                        RVA,
                        "a test",
                        List.of(new Household(
                                "known",
                                apart.subList(0, 11).stream()
                                        .map(person -> new HouseholdMember(person, ALWAYS))
                                        .toList())),
                        Map.of()),
                DERIVER);
        registers("LU:0003", apart);
        assertThat(standing("LU:0003"))
                .satisfies(asker -> assertThat(asker.counted())
                        .containsEntry(Curiosity.UNKNOWN_NUMBER, 20L)
                        .containsEntry(Curiosity.NEW_NUMBER, 31L)
                        .doesNotContainKey(Curiosity.NEAR_NUMBER))
                .satisfies(asker -> assertThat(asker.stopped()).isEmpty());
        assertThat(rights.release(InstitutionId.of("LU:0003"), "Jan")).isTrue();
        assertThat(standing("LU:0003").counted()).isEmpty();
    }

    @Test
    void whatWasCountedLongAgo_isForgotten() {
        TEST.run("insert into asker_count (supplier, kind, day, counted) values ('LU:0004', 'STRANGER', current_date -"
                + " 30, 5), ('LU:0004', 'STRANGER', current_date - 29, 1)");
        assertThat(standing("LU:0004").counted()).containsEntry(Curiosity.STRANGER, 1L);
        TEST.run("insert into asker_count (supplier, kind, day, counted) values ('LU:0004', 'STRANGER', current_date -"
                + " 31, 5)");
        rights.expiry().counts(1);
        assertThat(TEST.ask("select current_date - day from asker_count where supplier = 'LU:0004' order by 1"))
                .containsExactly("29", "30");
    }

    @Test
    void theLastNumberOfASupplier_isForgottenWithWhatIsCounted() {
        registers("LU:0006", List.of(number("790617", 100)));
        registers("LU:0007", List.of(number("790617", 104)));
        TEST.run("update asker_last set day = current_date - 31 where supplier = 'LU:0006'");
        rights.expiry().counts(60);
        assertThat(lastNumbers()).containsExactly("LU:0006", "LU:0007");
        rights.expiry().counts(30);
        assertThat(lastNumbers()).containsExactly("LU:0007");
        registers("LU:0006", List.of(number("790617", 108)));
        assertThat(lastNumbers()).containsExactly("LU:0006", "LU:0007");
    }

    private static List<String> lastNumbers() {
        return TEST.ask("select supplier from asker_last where supplier in ('LU:0006', 'LU:0007') order by 1");
    }

    /** Who counts holds the counts before the asker; who held the asker first and waited for a count would never get it. */
    @Test
    void whoeverIsLookedAt_whileHeIsCounted_isLockedInTheSameOrder() {
        InstitutionId supplier = InstitutionId.of("LU:0005");
        TEST.run("insert into asker (supplier, strangers) values ('LU:0005', 2)");
        TEST.run("insert into asker_count (supplier, kind, day, counted) values ('LU:0005', 'NEAR_NUMBER',"
                + " current_date, 1), ('LU:0005', 'STRANGER', current_date, 1)");
        try (Database counting = Database.connect(TEST.hub(), 1)) {
            CompletableFuture<Boolean> released = counting.write(connection -> {
                update(
                        connection,
                        "update asker_count set counted = counted + 1 where supplier = ? and kind = 'STRANGER'");
                var beside = CompletableFuture.supplyAsync(() -> rights.release(supplier, "Jan"));
                Awaitility.await()
                        .until(() -> TEST.ask("select count(*) from pg_stat_activity where datname = current_database()"
                                        + " and wait_event_type = 'Lock'")
                                .equals(List.of("1")));
                update(connection, "update asker set strangers = strangers + 1 where supplier = ?");
                return beside;
            });
            assertThat(released.join()).isTrue();
        }
        assertThat(standing("LU:0005").counted()).isEmpty();
    }

    private static void update(Connection connection, String change) throws SQLException {
        try (var statement = connection.prepareStatement(change)) {
            statement.setString(1, "LU:0005");
            statement.executeUpdate();
        }
    }
}
