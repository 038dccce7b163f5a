package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import be.kruispunt.model.rights.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supplier that tries who lives where, by registering names, is counted; one whose customers move and are misspelt is not. */
class CuriousNamesTest {
    private static final StrangerLimits LIMITS = new StrangerLimits(3, 6, 30, 5, 50, 5);
    private static final Validity ALWAYS = Validity.from(LocalDate.of(2020, 1, 1));

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();

    private static Optional<AddressKey> street(String name) {
        return AddressKey.of("9000", name, "27", "");
    }

    private static Customer customer(String reference, String name, Optional<AddressKey> address, BirthDate... born) {
        return new Customer(
                CustomerReference.of(reference),
                Optional.empty(),
                Optional.of(new CustomerIdentity(
                        NameKey.ofContract(name), address, Stream.of(born).findFirst(), Optional.empty())),
                ALWAYS,
                true);
    }

    private void registers(String supplier, Customer... customers) {
        var report = new CustomerReport(
                InstitutionId.of(supplier),
                "a test",
                Stream.of(customers)
                        .<CustomerChange>map(CustomerChange.Registered::new)
                        .toList());
        TEST.store()
                .record(
                        List.of(EffectTest.kept(rights.askers().counting(report, LIMITS, rights.keeping(report)))),
                        List.of());
    }

    private Map<Curiosity, Long> counted(String supplier) {
        return standing(supplier).map(Askers.Standing::counted).orElse(Map.of());
    }

    private Optional<Askers.Standing> standing(String supplier) {
        return rights.askers().standing(LIMITS).stream()
                .filter(asker -> asker.supplier().value().equals(supplier))
                .findFirst();
    }

    /** One person at number 27 of a street. */
    private void lives(Insz person, String name, String street) {
        rights.report(
                new HouseholdReport(
                        RVA,
                        "a test",
                        List.of(new Household(
                                "home-" + person.digits(),
                                List.of(new HouseholdMember(person, ALWAYS)),
                                List.of(new HouseholdAddress(
                                        Set.of(street(street).orElseThrow()), ALWAYS)))),
                        Map.of(),
                        List.of(new PersonIdentity(
                                person,
                                Optional.empty(),
                                List.of(new PersonName(NameKey.ofRegister(name, List.of("Jan")), ALWAYS))))),
                DERIVER);
    }

    @Test
    void nameAfterNameAtOneReference_isToldOf_andStopped_untilSomebodyLooks() {
        Stream.of("Maes", "Claes", "Aerts").forEach(name -> registers("LU:0201", tried(name)));
        assertThat(counted("LU:0201")).doesNotContainKey(Curiosity.CHANGED_NAME);
        Stream.of("Wouters", "Hermans", "Goossens").forEach(name -> registers("LU:0201", tried(name)));
        assertThat(standing("LU:0201").orElseThrow())
                .satisfies(asker -> assertThat(asker.counted()).containsEntry(Curiosity.CHANGED_NAME, 3L))
                .satisfies(asker -> assertThat(asker.alerted()).isPresent())
                .satisfies(asker -> assertThat(asker.stopped()).isEmpty());
        Stream.of("Michiels", "Dubois", "Lambert").forEach(name -> registers("LU:0201", tried(name)));
        assertThat(standing("LU:0201").orElseThrow().stopped()).isPresent();
        assertThat(rights.release(InstitutionId.of("LU:0201"), "Jan")).isTrue();
        assertThat(standing("LU:0201").orElseThrow().stopped()).isEmpty();
        assertThat(counted("LU:0201")).isEmpty();
    }

    private static Customer tried(String name) {
        return customer("N-1", name + " Jan", street("Beukenlaan"));
    }

    @Test
    void addressesAndDaysOfBirth_countAsNamesDo() {
        IntStream.range(0, 4).forEach(i -> registers("LU:0202", customer("N-1", "Maes Jan", street("Street " + i))));
        IntStream.range(0, 2)
                .forEach(i -> registers(
                        "LU:0202", customer("N-1", "Maes Jan", street("Street 0"), new BirthDate(1980, 1, 1 + i))));
        assertThat(counted("LU:0202")).containsEntry(Curiosity.CHANGED_NAME, 3L);
    }

    @Test
    void aMistake_aMove_andWhatIsSaidAgain_areNoTrying() {
        Customer first = customer("N-1", "Meas Jan", street("Beukenlaan"));
        Customer corrected = customer("N-1", "Maes Jan", street("Beukenlaan"));
        Customer moved = customer("N-1", "Maes Jan", street("Lindelaan"));
        for (int night = 0; night < 3; night++) {
            registers("LU:0203", first);
            registers("LU:0203", corrected);
            registers("LU:0203", moved);
        }
        assertThat(counted("LU:0203")).doesNotContainKey(Curiosity.CHANGED_NAME);
    }

    @Test
    void whatWasSaidBeforeTheWindow_isNoTrying() {
        assertThat(TEST.run("insert into customer (supplier, reference, names, address, valid_from, shares, told_by,"
                        + " known_from, known_until) select 'LU:0204', 'N-1', array['aerts|jan' || n], 'an address',"
                        + " '2020-01-01', true, 'a test', began + n * interval '1 minute', began + interval '4 minutes'"
                        + " from generate_series(1, 3) as n, (select now() - interval '31 days' as began) as long_ago"))
                .isEmpty();
        registers("LU:0204", tried("Wouters"));
        assertThat(counted("LU:0204")).doesNotContainKey(Curiosity.CHANGED_NAME);
    }

    /** What the hub knows of persons is told to the operator; it stops nobody. */
    @Test
    void whoIsNotFound_isCounted_andStopsNobody() {
        Insz person = Persons.next(1).getFirst();
        lives(person, "Maes", "Eikenlaan");
        registers("LU:0205", customer("N-0", "Maes Jan", street("Eikenlaan")));
        assertThat(counted("LU:0205")).as("he lives there").isEmpty();
        registers("LU:0205", customer("N-1", "Maes Jan", Optional.empty()));
        assertThat(counted("LU:0205")).as("nobody is looked for").isEmpty();
        registers(
                "LU:0205",
                IntStream.range(2, 22)
                        .mapToObj(i -> customer("N-" + i, "Name" + i + " Jan", street("Eikenlaan")))
                        .toArray(Customer[]::new));
        registers("LU:0205", customer("N-2", "Name2 Jan", street("Eikenlaan")));
        assertThat(standing("LU:0205").orElseThrow())
                .satisfies(asker -> assertThat(asker.counted()).isEqualTo(Map.of(Curiosity.UNFOUND_NAME, 20L)))
                .satisfies(asker -> assertThat(asker.stopped()).isEmpty());
        assertThat(rights.release(InstitutionId.of("LU:0205"), "Jan")).isTrue();
        assertThat(counted("LU:0205")).isEmpty();
    }
}
