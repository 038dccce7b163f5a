package be.kruispunt.store;

import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.SchemeCode;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What sources report, and what follows from it, as of any moment. */
class RightsStoreTest {
    static final SchemeCode ENERGY = SchemeCode.of("ENERGY_SOCIAL_TARIFF");
    static final Schemes SCHEMES = Schemes.standard();
    static final Deriver DERIVER = new Derivation(SCHEMES)::rights;
    static final StatusCode LIVING_WAGE = StatusCode.of("LIVING_WAGE");
    static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final List<Insz> people = Persons.next(4);
    private final Insz person = people.get(0);

    static SocialStatus status(Insz person, String code, LocalDate from, String reference) {
        return new SocialStatus(person, StatusCode.of(code), Validity.from(from), from, reference);
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
    void aStatus_givesItsRights() {
        assertThat(report(new Granted(reference("g", MAY)))).containsExactly(ChangeOutcome.TAKEN);
        assertThat(energyNow(person)).containsExactly("1 2026-04-01..");
    }

    @Test
    void whatWasKnownBefore_isStillFoundAsOfThatMoment() {
        Instant before = rights.moment();
        report(new Granted(reference("c", MAY)));
        Instant granted = rights.moment();
        report(new Corrected(reference("c", LocalDate.of(2025, 12, 1))));
        Instant corrected = rights.moment();
        report(new Withdrawn(person, LIVING_WAGE, "c" + person.digits()));
        assertThat(energy(person, before)).isEmpty();
        assertThat(energy(person, granted))
                .extracting(right -> right.valid().from())
                .containsExactly(LocalDate.of(2026, 4, 1));
        assertThat(energy(person, corrected))
                .extracting(right -> right.valid().from())
                .containsExactly(LocalDate.of(2025, 10, 1));
        assertThat(energyNow(person)).isEmpty();
        assertThat(new Derivation(SCHEMES).rights(person, rights.facts(person, granted)))
                .isEqualTo(rights.rights(person, granted));
    }

    private SocialStatus reference(String prefix, LocalDate from) {
        return status(person, "LIVING_WAGE", from, prefix + person.digits());
    }

    @Test
    void aRepeat_changesNothing() {
        report(new Granted(reference("r", MAY)));
        Instant granted = rights.moment();
        assertThat(report(new Granted(reference("r", MAY)), new Corrected(reference("r", MAY))))
                .containsExactly(ChangeOutcome.TAKEN, ChangeOutcome.TAKEN);
        assertThat(TEST.ask("select count(*) from social_status where person = '" + person.digits() + "'"))
                .containsExactly("1");
        assertThat(energyNow(person)).isEqualTo(List.of("1 2026-04-01.."));
        assertThat(energy(person, granted)).hasSize(1);
        report(new Withdrawn(person, LIVING_WAGE, "r" + person.digits()));
        assertThat(report(new Withdrawn(person, LIVING_WAGE, "r" + person.digits())))
                .containsExactly(ChangeOutcome.TAKEN);
    }

    @Test
    void aReference_namesOneDecision() {
        assertThat(report(
                        new Corrected(reference("x", MAY)),
                        new Withdrawn(person, LIVING_WAGE, "x" + person.digits()),
                        new Granted(reference("x", MAY)),
                        new Granted(reference("x", MAY.plusDays(1))),
                        new Withdrawn(people.get(1), LIVING_WAGE, "x" + person.digits()),
                        new Withdrawn(person, StatusCode.of("EQUIVALENT_LIVING_WAGE"), "x" + person.digits())))
                .containsExactly(
                        ChangeOutcome.REFERENCE_UNKNOWN,
                        ChangeOutcome.REFERENCE_UNKNOWN,
                        ChangeOutcome.TAKEN,
                        ChangeOutcome.REFERENCE_TAKEN,
                        ChangeOutcome.REFERENCE_UNKNOWN,
                        ChangeOutcome.REFERENCE_UNKNOWN);
        assertThat(rights.report(
                        new StatusReport(ADEM, "a test", List.of(new Granted(reference("x", MAY.plusDays(1))))),
                        DERIVER))
                .as("of another source it is another decision")
                .containsExactly(ChangeOutcome.TAKEN);
    }

    @Test
    void outcomes_areToldBefore_withNothingDone() {
        var report = new StatusReport(
                RVA,
                "a test",
                List.of(
                        new Granted(reference("j", MAY)),
                        new Granted(reference("j", MAY.plusDays(1))),
                        new Withdrawn(person, LIVING_WAGE, "j" + person.digits()),
                        new Corrected(reference("j", MAY))));
        List<ChangeOutcome> told = rights.outcomes(report);
        assertThat(rights.outcomes(report)).isEqualTo(told);
        assertThat(energyNow(person)).isEmpty();
        assertThat(rights.report(report, DERIVER)).isEqualTo(told);
        assertThat(told)
                .containsExactly(
                        ChangeOutcome.TAKEN,
                        ChangeOutcome.REFERENCE_TAKEN,
                        ChangeOutcome.TAKEN,
                        ChangeOutcome.REFERENCE_UNKNOWN);
    }

    @Test
    void aCorrectionToAnotherPerson_takesTheRightFromTheFirst() {
        report(new Granted(reference("p", MAY)));
        report(new Corrected(status(people.get(1), "LIVING_WAGE", MAY, "p" + person.digits())));
        assertThat(energyNow(person)).isEmpty();
        assertThat(energyNow(people.get(1))).containsExactly("1 2026-04-01..");
    }

    private void live(String home, Map<Insz, Validity> members) {
        rights.report(
                new HouseholdReport(
                        RVA,
                        "a test",
                        List.of(new Household(
                                home + person.digits(),
                                members.entrySet().stream()
                                        .map(each -> new HouseholdMember(each.getKey(), each.getValue()))
                                        .toList())),
                        Map.of()),
                DERIVER);
    }

    @Test
    void whoLivesWithSomebody_isDerivedWithHim_beforeAndAfter() {
        Validity always = Validity.from(LocalDate.of(2020, 1, 1));
        live("h", Map.of(person, always, people.get(1), always));
        report(new Granted(reference("h", MAY)));
        assertThat(energyNow(people.get(1))).containsExactly("1 2026-04-01..");
        live("h", Map.of(person, always, people.get(1), Validity.of(always.from(), LocalDate.of(2026, 6, 30))));
        assertThat(energyNow(people.get(1))).containsExactly("1 2026-04-01..2026-12-31");
        live("h", Map.of(person, always));
        assertThat(energyNow(people.get(1))).isEmpty();
        live("h", Map.of(person, always, people.get(2), always));
        assertThat(energyNow(people.get(2))).containsExactly("1 2026-04-01..");
        report(new Withdrawn(person, LIVING_WAGE, "h" + person.digits()));
        assertThat(energyNow(people.get(2))).isEmpty();
    }

    @Test
    void aDeath_endsTheRight_andCanBeTakenBack() {
        report(new Granted(reference("d", MAY)));
        died(Optional.of(LocalDate.of(2026, 8, 1)));
        assertThat(energyNow(person)).containsExactly("1 2026-04-01..2026-12-31");
        died(Optional.empty());
        assertThat(energyNow(person)).containsExactly("1 2026-04-01..");
    }

    private void died(Optional<LocalDate> day) {
        rights.report(new HouseholdReport(RVA, "a test", List.of(), Map.of(person, day)), DERIVER);
    }

    @Test
    void aReplacedNumber_isTheSamePerson_fromWhenItIsDerived() {
        report(new Granted(reference("n", MAY)));
        Insz present = people.get(1);
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, present));
        assertThat(rights.deriveDue(100, DERIVER)).isPositive();
        assertThat(energyNow(present)).containsExactly("1 2026-04-01..");
        assertThat(energyNow(person)).containsExactly("1 2026-04-01..");
        assertThat(rights.deriveDue(100, DERIVER)).isZero();
        report(new Withdrawn(person, LIVING_WAGE, "n" + person.digits()));
        assertThat(energyNow(present)).isEmpty();
        assertThat(energyNow(person)).isEmpty();
    }

    @Test
    void aReport_ofWhomever_derivesWhoseNumberWasReplaced() {
        report(new Granted(reference("t", MAY)));
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, people.get(1)));
        assertThat(energyNow(people.get(1))).isEmpty();
        report();
        assertThat(energyNow(people.get(1))).containsExactly("1 2026-04-01..");
    }

    @Test
    void noIndex_leavesOutWhatIsKnownNoMore() {
        assertThat(
                        TEST.ask(
                                """
                        select indexrelid::regclass::text from pg_index where indpred is not null and indrelid in (
                            'social_status'::regclass, 'household_member'::regclass, 'death'::regclass,
                            'derived_right'::regclass)
                        """))
                .as("a moment that has gone by is looked for too, and would read the whole table")
                .isEmpty();
        report();
        assertThat(rights.audit().sources()).containsKey(RVA);
    }

    @Test
    void moments_rise() {
        Instant before = rights.moment();
        report();
        assertThat(rights.moment()).isAfter(before);
        assertThat(TEST.ask("select count(*) from status_source where source = '" + RVA.value() + "'"))
                .containsExactly("1");
    }
}
