package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.ALWAYS;
import static be.kruispunt.store.CustomersTest.WATTS;
import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange.Registered;
import be.kruispunt.model.rights.CustomerChange.Unregistered;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdAddress;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.PersonName;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who is meant by a name and an address: exactly one person, or nobody. Each test has a street of its own. */
class CustomerMatchTest {
    private static final LocalDate MOVE = LocalDate.of(2026, 3, 1);
    private static final Validity BEFORE = Validity.of(ALWAYS.from(), MOVE.minusDays(1));
    private static final Validity SINCE = Validity.from(MOVE);

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final List<Insz> people = Persons.next(3);
    private final Insz person = people.get(0);
    private final Insz other = people.get(1);
    private final CustomerReference reference = CustomerReference.of(person.digits() + "-k");

    private AddressKey address(String number) {
        return AddressKey.of("9000", "Street " + person.digits(), number, "").orElseThrow();
    }

    private HouseholdAddress at(String number, Validity valid) {
        return new HouseholdAddress(Set.of(address(number)), valid);
    }

    private Household home(List<HouseholdAddress> addresses, Insz... members) {
        return new Household(
                "home-" + members[0].digits(),
                Stream.of(members)
                        .map(member -> new HouseholdMember(member, ALWAYS))
                        .toList(),
                addresses);
    }

    private static PersonIdentity called(Insz person, String family, String given, int born) {
        return new PersonIdentity(
                person,
                Optional.of(new BirthDate(born, 1, 2)),
                List.of(new PersonName(NameKey.ofRegister(family, List.of(given)), ALWAYS)));
    }

    private void told(List<Household> households, PersonIdentity... identities) {
        rights.report(new HouseholdReport(RVA, "a test", households, Map.of(), List.of(identities)), DERIVER);
    }

    private void livesAt27(PersonIdentity... identities) {
        told(
                List.of(home(
                        List.of(at("27", ALWAYS)),
                        Stream.of(identities).map(PersonIdentity::person).toArray(Insz[]::new))),
                identities);
    }

    private static CustomerIdentity identity(String name, AddressKey address, Optional<BirthDate> born) {
        return new CustomerIdentity(NameKey.ofContract(name), Optional.of(address), born, Optional.empty());
    }

    private void registered(CustomerIdentity identity) {
        registered(reference, identity, true);
    }

    private void registered(CustomerReference reference, CustomerIdentity identity, boolean shares) {
        var customer = new Customer(reference, Optional.empty(), Optional.of(identity), ALWAYS, shares);
        rights.report(new CustomerReport(WATTS, "a test", List.of(new Registered(customer))));
    }

    private CustomerRights on(LocalDate day) {
        var by = new AskedPerson.ByReference(reference);
        var question = new RightsQuestion(WATTS, ENERGY, LegalContext.of("SOCIAL_TARIFF"), day, List.of(by), "");
        return rights.lookUp(question).customers().getOrDefault(by, List.of()).getFirst();
    }

    @Test
    void aNameAndAnAddress_findTheOnePerson_withHisRights() {
        livesAt27(called(person, "Van de Velde", "Jan", 1980), called(other, "Peeters", "An", 1981));
        registered(identity("VANDEVELDE Jan", address("27"), Optional.empty()));
        assertThat(on(MAY).person()).contains(person);
        assertThat(on(MAY).rights()).isEmpty();
        rights.report(
                new StatusReport(
                        RVA, "a test", List.of(new Granted(status(other, "LIVING_WAGE", MAY, "m" + other.digits())))),
                DERIVER);
        assertThat(on(MAY).rights()).as("by who lives with him").singleElement().satisfies(right -> assertThat(
                        right.scheme())
                .isEqualTo(ENERGY));
        assertThat(on(MAY).customer().person()).as("nobody told his number").isEmpty();
    }

    @Test
    void anotherName_anotherAddress_anotherBirthDay_areNobody() {
        livesAt27(called(person, "Van de Velde", "Jan", 1980));
        registered(identity("Van de Velde Piet", address("27"), Optional.empty()));
        assertThat(on(MAY).person()).isEmpty();
        registered(identity("Van de Velde Jan", address("29"), Optional.empty()));
        assertThat(on(MAY).person()).isEmpty();
        registered(identity("Van de Velde Jan", address("27"), Optional.of(new BirthDate(1980, 1, 3))));
        assertThat(on(MAY).person()).isEmpty();
        registered(identity("Van de Velde Jan", address("27"), Optional.of(new BirthDate(1980, 1, 2))));
        assertThat(on(MAY).person()).contains(person);
    }

    @Test
    void fatherAndSonOfOneName_areNobody_untilTheirBirthTellsThemApart() {
        livesAt27(called(person, "Maes", "Jan", 1950), called(other, "Maes", "Jan", 1980));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        assertThat(on(MAY)).isEqualTo(new CustomerRights(on(MAY).customer(), Optional.empty(), List.of()));
        registered(identity("Maes Jan", address("27"), Optional.of(new BirthDate(1980, 1, 2))));
        assertThat(on(MAY).person()).contains(other);
    }

    @Test
    void twoOfOneName_inTwoHouseholdsAtOneAddress_areNobody() {
        told(
                List.of(home(List.of(at("27", ALWAYS)), person), home(List.of(at("27", ALWAYS)), other)),
                called(person, "Maes", "Jan", 1950),
                called(other, "Maes", "Jan", 1950));
        registered(identity("Maes Jan", address("27"), Optional.of(new BirthDate(1950, 1, 2))));
        assertThat(on(MAY).person()).isEmpty();
    }

    @Test
    void whoDied_isNotMeantAfterwards() {
        livesAt27(called(person, "Maes", "Jan", 1950), called(other, "Maes", "Jan", 1980));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        rights.report(new HouseholdReport(RVA, "a test", List.of(), Map.of(person, Optional.of(MOVE))), DERIVER);
        assertThat(on(MOVE).person()).as("on the day itself there are two").isEmpty();
        assertThat(on(MOVE.plusDays(1)).person()).contains(other);
    }

    @Test
    void whoMoved_isFoundWhereHeLivedOnThatDay() {
        told(List.of(home(List.of(at("27", BEFORE), at("29", SINCE)), person)), called(person, "Maes", "Jan", 1950));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        assertThat(on(MOVE.minusDays(1)).person()).contains(person);
        assertThat(on(MOVE).person()).isEmpty();
        registered(identity("Maes Jan", address("29"), Optional.empty()));
        assertThat(on(MOVE.minusDays(1)).person()).isEmpty();
        assertThat(on(MOVE).person()).contains(person);
    }

    @Test
    void whoChangedHisName_isFoundByThatOfTheDay() {
        var names = List.of(
                new PersonName(NameKey.ofRegister("Maes", List.of("Jan", "Karel")), BEFORE),
                new PersonName(NameKey.ofRegister("Maes-Smet", List.of("Jan", "Karel")), SINCE));
        told(List.of(home(List.of(at("27", ALWAYS)), person)), new PersonIdentity(person, Optional.empty(), names));
        registered(identity("Jan Karel Maes", address("27"), Optional.empty()));
        assertThat(on(MOVE.minusDays(1)).person()).contains(person);
        assertThat(on(MOVE).person()).isEmpty();
        registered(identity("Maes Smet Jan", address("27"), Optional.empty()));
        assertThat(on(MOVE).person()).contains(person);
    }

    @Test
    void eitherNameOfABilingualStreet_findsOnePerson() {
        var two = new HouseholdAddress(Set.of(address("27"), address("28")), ALWAYS);
        told(List.of(home(List.of(two), person)), called(person, "Maes", "Jan", 1950));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        assertThat(on(MAY).person()).contains(person);
        registered(identity("Maes Jan", address("28"), Optional.empty()));
        assertThat(on(MAY).person()).contains(person);
    }

    @Test
    void oldAndNewNumberOfOnePerson_areOnePerson() {
        livesAt27(called(person, "Maes", "Jan", 1950), called(other, "Maes", "Jan", 1950));
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, other));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        assertThat(on(MAY).person()).isPresent();
    }

    @Test
    void aNumberThatWasReplacedTwice_isOfOnePerson() {
        Insz third = people.get(2);
        livesAt27(called(person, "Maes", "Jan", 1950), called(third, "Maes", "Jan", 1950));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        assertThat(on(MAY).person()).isEmpty();
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, other, other, third));
        assertThat(on(MAY).person()).isPresent();
    }

    @Test
    void whoseDeathWasToldOfAnotherNumberOfHis_isNotMeantAfterwards() {
        livesAt27(called(person, "Maes", "Jan", 1950));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, other));
        rights.report(new HouseholdReport(RVA, "a test", List.of(), Map.of(other, Optional.of(MOVE))), DERIVER);
        assertThat(on(MOVE).person()).contains(person);
        assertThat(on(MOVE.plusDays(1)).person()).isEmpty();
    }

    @Test
    void whoForbidsSharing_isNotEvenLookedFor() {
        livesAt27(called(person, "Maes", "Jan", 1950));
        registered(reference, identity("Maes Jan", address("27"), Optional.empty()), false);
        assertThat(on(MAY).person()).isEmpty();
    }

    @Test
    void aRun_findsBothKinds_asItWasKnownAtItsMoment() {
        livesAt27(called(person, "Maes", "Jan", 1950));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        var numbered = CustomerReference.of(person.digits() + "-l");
        rights.report(new CustomerReport(
                WATTS, "a test", List.of(new Registered(new Customer(numbered, Optional.of(other), ALWAYS, true)))));
        Instant known = rights.moment();
        told(List.of(home(List.of(at("29", ALWAYS)), person)));
        assertThat(page(known)).containsExactly(Optional.of(person), Optional.of(other));
        assertThat(page(rights.moment())).containsExactly(Optional.empty(), Optional.of(other));
    }

    private List<Optional<Insz>> page(Instant known) {
        var before = Optional.of(CustomerReference.of(person.digits()));
        return rights.customers(new Sought(WATTS, ENERGY, MAY, known), before, 2).stream()
                .map(CustomerRights::person)
                .toList();
    }

    @Test
    void whatIsToldAgain_isWrittenOnce() {
        for (int i = 0; i < 2; i++) {
            livesAt27(called(person, "Maes", "Jan", 1950));
            registered(identity("Maes Jan", address("27"), Optional.of(new BirthDate(1950, 1, 0))));
        }
        assertThat(TEST.ask("select count(*) from household_address where address = '"
                        + address("27").value() + "'"))
                .containsExactly("1");
        assertThat(TEST.ask("select count(*) from person_name where person = '" + person.digits() + "'"))
                .containsExactly("1");
        assertThat(TEST.ask("select count(*) from customer where reference = '" + reference + "'"))
                .containsExactly("1");
    }

    @Test
    void whoLeaves_isFoundUntilThen() {
        livesAt27(called(person, "Maes", "Jan", 1950));
        registered(identity("Maes Jan", address("27"), Optional.empty()));
        rights.report(new CustomerReport(WATTS, "a test", List.of(new Unregistered(reference, MAY))));
        assertThat(on(MAY).person()).contains(person);
        assertThat(on(MAY).customer().valid().until()).contains(MAY);
    }
}
