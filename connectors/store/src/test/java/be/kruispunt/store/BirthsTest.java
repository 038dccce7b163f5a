package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.BirthDate;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.PersonIdentity;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.StatusChange.Corrected;
import be.kruispunt.model.rights.StatusChange.Granted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a register tells of births, what follows from it, and days that cannot be. */
class BirthsTest {
    private static final SchemeCode CARD = SchemeCode.of("COMPANION_CARD");
    private static final Instant ARRIVED = Instant.parse("2026-06-01T22:30:00Z"); // in Belgium it is 2 June

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final List<Insz> people = Persons.next(2);
    private final Insz person = people.get(0);

    private List<ChangeOutcome> register(Map<Insz, Optional<LocalDate>> deaths, PersonIdentity... identities) {
        return rights.report(
                new HouseholdReport(RVA, "a test", Optional.of(ARRIVED), List.of(), deaths, List.of(identities)),
                DERIVER);
    }

    private static PersonIdentity born(Insz person, String day) {
        return new PersonIdentity(
                person, Optional.of(day).filter(any -> !any.isEmpty()).map(BirthDate::of), List.of());
    }

    private List<ChangeOutcome> granted(String status) {
        return rights.report(
                new StatusReport(
                        RVA, "a test", List.of(new Granted(status(person, status, MAY, "b" + person.digits())))),
                DERIVER);
    }

    private List<String> card(Insz number, Instant known) {
        return rights.rights(number, known).stream()
                .filter(right -> right.scheme().equals(CARD))
                .map(right -> (right.certain() ? "" : "perhaps ") + right.valid())
                .toList();
    }

    /** A child's allowance gives the card until he is twenty-one. */
    @Test
    void whatTheRegisterTellsOfABirth_outweighsTheNumber_fromWhenItIsKnown() {
        granted("SELF_RELIANCE_PILLAR_1_6");
        Instant byNumber = rights.moment();
        assertThat(card(person, byNumber)).isEmpty();

        register(Map.of(), born(person, "2008-09-01"));
        assertThat(card(person, rights.moment())).containsExactly("2026-05-10..2029-08-31");
        register(Map.of(), born(person, "2008"));
        assertThat(card(person, rights.moment()))
                .containsExactly("2026-05-10..2028-12-31", "perhaps 2029-01-01..2029-12-30");
        Instant incomplete = rights.moment();
        register(Map.of(), born(person, ""));

        assertThat(card(person, rights.moment())).as("taken back").isEmpty();
        assertThat(card(person, byNumber)).isEmpty();
        assertThat(rights.facts(person, incomplete).birth(person)).contains(new BirthDate(2008, 0, 0));
        assertThat(rights.facts(person, byNumber).birth(person)).isEqualTo(person.birth());
    }

    @Test
    void whatWasToldOfAFormerNumber_isNotTrueOfTheOneThatCorrectedIt() {
        granted("SELF_RELIANCE_PILLAR_1_6");
        register(Map.of(), born(person, "2008-09-01"));
        Insz present = people.get(1);
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, present));
        rights.deriveDue(100, DERIVER);
        assertThat(card(present, rights.moment())).as("as his number tells").isEmpty();
        register(Map.of(), born(present, "2007-09-01"));
        assertThat(card(person, rights.moment())).containsExactly("2026-05-10..2028-08-31");
    }

    @Test
    void nobodyIsBornOrDies_beforeTheDayIsThere() {
        LocalDate today = LocalDate.of(2026, 6, 2);
        assertThat(register(
                        Map.of(person, Optional.of(today.plusDays(1))),
                        born(person, "2026-06-03"),
                        born(people.get(1), "2026-06")))
                .containsExactly(ChangeOutcome.DAY_IMPOSSIBLE, ChangeOutcome.DAY_IMPOSSIBLE, ChangeOutcome.TAKEN);
        assertThat(register(Map.of(person, Optional.of(today)), born(people.get(1), "2026-06-02")))
                .containsExactly(ChangeOutcome.TAKEN, ChangeOutcome.TAKEN);
    }

    @Test
    void nobodyDies_beforeHeIsBorn() {
        LocalDate birth = person.birth().orElseThrow().earliest();
        assertThat(register(Map.of(person, Optional.of(birth.minusDays(1)))))
                .containsExactly(ChangeOutcome.DAY_IMPOSSIBLE);
        assertThat(register(Map.of(person, Optional.of(LocalDate.of(2020, 3, 1))), born(person, "2020-03-02")))
                .containsExactly(ChangeOutcome.DAY_IMPOSSIBLE, ChangeOutcome.TAKEN);
        assertThat(register(Map.of(person, Optional.of(LocalDate.of(2020, 3, 1)))))
                .as("it is told already")
                .containsExactly(ChangeOutcome.DAY_IMPOSSIBLE);
        assertThat(register(Map.of(person, Optional.of(LocalDate.of(2020, 3, 1))), born(person, "2020-03")))
                .containsExactly(ChangeOutcome.TAKEN, ChangeOutcome.TAKEN);
    }

    @Test
    void nothingIsDecided_beforeItsDay() {
        var tomorrow = status(person, "LIVING_WAGE", LocalDate.of(2026, 6, 3), "t" + person.digits());
        var today = status(person, "LIVING_WAGE", LocalDate.of(2026, 6, 2), "t" + person.digits());
        assertThat(rights.report(
                        new StatusReport(
                                RVA,
                                "a test",
                                Optional.of(ARRIVED),
                                List.of(new Granted(tomorrow), new Granted(today), new Corrected(tomorrow))),
                        DERIVER))
                .containsExactly(ChangeOutcome.DAY_IMPOSSIBLE, ChangeOutcome.TAKEN, ChangeOutcome.DAY_IMPOSSIBLE);
    }
}
