package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.LIVING_WAGE;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.RegisterDifference;
import be.kruispunt.access.RegisterDifference.Change;
import be.kruispunt.access.RegisterState;
import be.kruispunt.access.ReplacedNumber;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusChange.Corrected;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.StatusChange.Withdrawn;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.rights.Derivation;
import be.kruispunt.rights.DerivedRight;
import be.kruispunt.rights.Schemes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was told of a person under one of his numbers is corrected and taken back under another; and what was told in the past. */
class FormerNumbersTest {
    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final List<Insz> people = Persons.next(4);
    private final Insz person = people.get(0);

    private SocialStatus reference(String name, LocalDate from) {
        return status(person, "LIVING_WAGE", from, name + person.digits());
    }

    private List<ChangeOutcome> report(StatusChange... changes) {
        return rights.report(new StatusReport(RVA, "a test", List.of(changes)), DERIVER);
    }

    private List<DerivedRight> energy(Insz number, Instant known) {
        return rights.rights(number, known).stream()
                .filter(right -> right.scheme().equals(ENERGY))
                .toList();
    }

    private List<String> energyNow(Insz number) {
        return energy(number, rights.moment()).stream()
                .map(right -> right.line() + " " + right.valid())
                .toList();
    }

    @Test
    void aDeathThatWasToldOfAFormerNumber_isCorrectedAndTakenBackUnderThePresentOne() {
        Insz present = people.get(1);
        report(new Granted(reference("f", MAY)));
        died(Optional.of(LocalDate.of(2026, 8, 1)));
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, present));
        rights.deriveDue(100, DERIVER);
        assertThat(energyNow(present)).containsExactly("1 2026-04-01..2026-12-31");
        died(present, Optional.of(LocalDate.of(2026, 8, 1)));
        assertThat(TEST.ask("select count(*) from death where person = '" + present.digits() + "'"))
                .as("told again of the present number, nothing changes")
                .containsExactly("0");
        died(present, Optional.of(LocalDate.of(2027, 2, 3)));
        assertThat(energyNow(present)).containsExactly("1 2026-04-01..2027-12-31");
        assertThat(energyNow(person)).containsExactly("1 2026-04-01..2027-12-31");
        died(present, Optional.empty());
        assertThat(energyNow(person)).containsExactly("1 2026-04-01..");
    }

    @Test
    void aDecision_isWithdrawnUnderWhicheverNumberOfItsPerson() {
        Insz present = people.get(1);
        report(new Granted(reference("w", MAY)));
        Withdrawn withdrawn = new Withdrawn(present, LIVING_WAGE, "w" + person.digits());
        assertThat(report(withdrawn)).containsExactly(ChangeOutcome.REFERENCE_UNKNOWN);
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, present));
        assertThat(report(withdrawn)).containsExactly(ChangeOutcome.TAKEN);
        assertThat(energyNow(present)).isEmpty();
        assertThat(energyNow(person)).isEmpty();
        assertThat(report(withdrawn)).as("told again").containsExactly(ChangeOutcome.TAKEN);
        assertThat(report(new Withdrawn(people.get(2), LIVING_WAGE, "w" + person.digits())))
                .containsExactly(ChangeOutcome.REFERENCE_UNKNOWN);
    }

    @Test
    void twoWhoWereTakenForOne_areEachHimselfAgain_onceTheRegisterSaysSo() {
        Insz other = people.get(1);
        report(new Granted(reference("s", MAY)));
        RegisterWriter register = TEST.store().registerWriter();
        register.putReplacedNumbers(Map.of(person, other));
        rights.deriveDue(100, DERIVER);
        assertThat(energyNow(other)).containsExactly("1 2026-04-01..");

        Set<Insz> both = Set.of(person, other);
        RegisterState seen = TEST.store().registerState(both);
        var gone = new Change<>(Optional.of(new ReplacedNumber(person, other)), Optional.<ReplacedNumber>empty());
        assertThat(register.apply(
                        seen, both, new RegisterDifference(List.of(), List.of(), List.of(), List.of(gone)), "a test"))
                .isTrue();
        assertThat(TEST.store().registerState(both).replacedBy()).isEmpty();
        rights.deriveDue(100, DERIVER);
        assertThat(energyNow(other)).isEmpty();
        assertThat(energyNow(person)).containsExactly("1 2026-04-01..");
    }

    /** What was told before is explained by which numbers were one person's then. */
    @Test
    void theFactsOfAMoment_areThoseOfThePersonAsHeWasThen() {
        Insz other = people.get(1);
        report(new Granted(reference("h", MAY)));
        Instant apart = rights.moment();
        RegisterWriter register = TEST.store().registerWriter();
        register.putReplacedNumbers(Map.of(person, other));
        rights.deriveDue(100, DERIVER);
        Instant one = rights.moment();
        register.putReplacedNumbers(Map.of(person, people.get(2)));
        rights.deriveDue(100, DERIVER);
        Instant anothers = rights.moment();
        assertThat(Stream.of(apart, one, anothers).map(known -> grounds(other, known)))
                .containsExactly(0, 1, 0);
        assertThat(Stream.of(apart, one, anothers).map(known -> grounds(people.get(2), known)))
                .containsExactly(0, 0, 1);
        assertThat(Stream.of(apart, one, anothers)
                        .map(known -> energy(other, known).size()))
                .as("as the rights stood")
                .containsExactly(0, 1, 0);
    }

    private int grounds(Insz number, Instant known) {
        return new Derivation(Schemes.standard())
                .grounds(number, rights.facts(number, known), ENERGY, MAY)
                .size();
    }

    /** What was told before stays explained by what was known then. */
    @Test
    void aCorrectionInThePast_changesWhatIsKnownFromThenOn() {
        report(new Granted(reference("e", LocalDate.of(2025, 11, 10))));
        Instant granted = rights.moment();
        report(new Corrected(new SocialStatus(
                person,
                StatusCode.of("LIVING_WAGE"),
                Validity.of(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 12, 31)),
                LocalDate.of(2025, 3, 31),
                "e" + person.digits())));
        assertThat(energy(person, granted))
                .extracting(right -> right.valid().toString())
                .containsExactly("2025-10-01..");
        assertThat(energyNow(person)).containsExactly("1 2025-01-01..2025-12-31");
    }

    private void died(Optional<LocalDate> day) {
        died(person, day);
    }

    private void died(Insz number, Optional<LocalDate> day) {
        rights.report(new HouseholdReport(RVA, "a test", List.of(), Map.of(number, day)), DERIVER);
    }
}
