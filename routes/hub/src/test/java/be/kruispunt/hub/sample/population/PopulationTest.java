package be.kruispunt.hub.sample.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.hub.sample.DemonstrationRegister;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.Facts;
import be.kruispunt.rights.PersonFacts;
import be.kruispunt.rights.Schemes;
import be.kruispunt.rights.StatusKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Invented people look like people, no number is given twice, and as many are entitled as is said. */
class PopulationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final SchemeCode ENERGY = SchemeCode.of("ENERGY_SOCIAL_TARIFF");

    private final Schemes schemes = Schemes.standard();

    private static List<Page> pages(long seed, long entitled, long customers) {
        var pages = new ArrayList<Page>();
        new Population(seed, new Population.Size(entitled, customers), DAY).forEachRemaining(pages::add);
        return pages;
    }

    @Test
    void asManyAreEntitledAsIsSaid_byTheSchemesThemselves() {
        Page page = pages(1, 3_000, 0).getFirst();
        assertThat(page.statuses().keySet()).isSubsetOf(PopulationRegister.sources());
        Facts facts = facts(page);
        var derivation = new Derivation(schemes);
        long entitled = persons(page.households()).stream()
                .filter(person -> derivation.rights(person, facts).stream()
                        .anyMatch(right -> right.scheme().equals(ENERGY)
                                && right.valid().contains(DAY)
                                && page.households().stream().anyMatch(home -> livesThere(home, person))))
                .count();
        assertThat(entitled).isPositive().isEqualTo(page.entitled());
    }

    private static boolean livesThere(Household home, Insz person) {
        return home.members().stream()
                .anyMatch(member ->
                        member.person().equals(person) && member.valid().contains(DAY));
    }

    private static Facts facts(Page page) {
        Map<Insz, PersonFacts> people = new HashMap<>();
        page.deaths()
                .forEach((person, died) ->
                        people.put(person, new PersonFacts(person, Optional.empty(), died, List.of())));
        page.statuses().values().stream()
                .flatMap(Collection::stream)
                .map(StatusChange.Granted.class::cast)
                .map(StatusChange.Granted::status)
                .forEach(status ->
                        people.merge(status.person(), PersonFacts.of(status.person(), status), PopulationTest::both));
        return new Facts(people.values(), page.households(), page.replaced());
    }

    private static PersonFacts both(PersonFacts one, PersonFacts other) {
        var statuses = new ArrayList<>(one.statuses());
        statuses.addAll(other.statuses());
        return new PersonFacts(one.person(), one.born(), one.died().or(other::died), statuses);
    }

    private static Set<Insz> persons(List<Household> households) {
        return households.stream()
                .flatMap(household -> household.members().stream())
                .map(HouseholdMember::person)
                .collect(Collectors.toSet());
    }

    @Test
    void noNumberIsGivenTwice_andThereAreOldAndYoung_bisNumbers_andUnknownDaysOfBirth() {
        var members = new HashSet<Insz>();
        var customers = new HashSet<Insz>();
        var strangers = new ArrayList<Insz>();
        int stays = 0;
        for (Page page : pages(1, 20_000, 50_000)) {
            Set<Insz> persons = persons(page.households());
            assertThat(Collections.disjoint(persons, members))
                    .as("no number twice")
                    .isTrue();
            members.addAll(persons);
            stays += page.households().size();
            page.customers().values().stream()
                    .flatMap(Collection::stream)
                    .map(CustomerChange.Registered.class::cast)
                    .flatMap(change -> change.customer().person().stream())
                    .peek(customers::add)
                    .filter(person -> !persons.contains(person))
                    .forEach(strangers::add);
        }
        assertThat(members.size() / (double) stays).isBetween(1.9, 2.4);
        customers.removeAll(members);
        assertThat(customers).as("people of whom nothing is told").hasSize(strangers.size());
        customers.addAll(members);
        assertThat(customers).anyMatch(person -> person.century() == 1900).anyMatch(person -> person.century() == 2000);
        assertThat(customers.stream().filter(Insz::isBis).count()).isBetween(1_000L, 3_000L);
        assertThat(customers).anyMatch(person -> person.birth().orElseThrow().month() == 0);
        assertThat(customers.stream()
                        .collect(
                                Collectors.partitioningBy(person -> person.sex().isPresent(), Collectors.counting()))
                        .get(false))
                .isPositive();
    }

    @Test
    void everyStatusComesFromASourceThatMayReportIt() {
        Map<InstitutionId, Integer> sectors = new HashMap<>();
        DemonstrationRegister.institutions().forEach(each -> sectors.put(each.id(), each.sector()));
        PopulationRegister.institutions().forEach(each -> sectors.put(each.id(), each.sector()));
        pages(1, 10_000, 0).forEach(page -> page.statuses()
                .forEach((source, changes) -> assertThat(changes).allSatisfy(change -> assertThat(schemes.status(
                                        ((StatusChange.Granted) change).status().status())
                                .map(StatusKind::sectors)
                                .orElse(Set.of()))
                        .contains(sectors.get(source)))));
    }

    @Test
    void theSameSeedGivesTheSamePeople_andAnotherGivesOthers() {
        assertThat(told(pages(7, 2_000, 5_000))).isEqualTo(told(pages(7, 2_000, 5_000)));
        assertThat(told(pages(7, 2_000, 5_000))).isNotEqualTo(told(pages(8, 2_000, 5_000)));
    }

    private static List<Object> told(List<Page> pages) {
        return pages.stream()
                .<Object>flatMap(page -> List.<Object>of(
                        page.households(), page.deaths(), page.statuses(), page.customers(), page.replaced())
                        .stream())
                .toList();
    }

    @Test
    void customersHaveReferencesOfTheirOwn_andSomeHaveNoNumberOrForbidSharing() {
        List<Customer> customers = pages(1, 2_000, 5_000).stream()
                .flatMap(page -> page.customers().values().stream())
                .flatMap(Collection::stream)
                .map(change -> ((CustomerChange.Registered) change).customer())
                .toList();
        assertThat(customers).hasSize(5_000).extracting(Customer::reference).doesNotHaveDuplicates();
        assertThat(customers).anyMatch(customer -> customer.person().isEmpty());
        assertThat(customers).anyMatch(customer -> !customer.shares());
    }

    @Test
    void morePeopleThanThereAreNumbers_areRefused() {
        assertThatThrownBy(() -> new Population.Size(4_000_001, 0)).hasMessageContaining("not enough");
        assertThatThrownBy(() -> new Population.Size(0, 0)).hasMessageContaining("1 to 4,000,000");
    }

    /** By the spelling alone: each of them at an address where one of that name lives. */
    @Test
    void someCustomersAreKnownByNameAndAddress_andFoundByWhatTheRegisterTells() {
        List<Page> pages = pages(1, 2_000, 5_000);
        Map<AddressKey, Set<Insz>> living = new HashMap<>();
        Map<Insz, Set<NameKey>> names = new HashMap<>();
        for (Page page : pages) {
            page.households().forEach(home -> home.addresses().forEach(address -> address.spellings()
                    .forEach(spelling -> living.put(spelling, persons(List.of(home))))));
            page.identities()
                    .forEach(each ->
                            names.put(each.person(), each.names().getFirst().spellings()));
        }
        List<CustomerIdentity> named = pages.stream()
                .flatMap(page -> page.customers().values().stream())
                .flatMap(Collection::stream)
                .flatMap(change -> ((CustomerChange.Registered) change).customer().identity().stream())
                .toList();
        long found = named.stream()
                .filter(each -> living.getOrDefault(each.address().orElseThrow(), Set.of()).stream()
                                .filter(person -> !Collections.disjoint(names.get(person), each.names()))
                                .count()
                        == 1)
                .count();
        assertThat(named).hasSizeBetween(120, 280);
        assertThat(found).isBetween(20L, named.size() - 50L);
    }
}
