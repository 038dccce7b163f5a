package be.kruispunt.store;

import static be.kruispunt.store.ChangeOutcome.OVERTAKEN;
import static be.kruispunt.store.ChangeOutcome.REFERENCE_UNKNOWN;
import static be.kruispunt.store.ChangeOutcome.TAKEN;
import static be.kruispunt.store.CustomersTest.ALWAYS;
import static be.kruispunt.store.CustomersTest.WATTS;
import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.LIVING_WAGE;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.ADEM;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerChange.Registered;
import be.kruispunt.model.rights.CustomerChange.Unregistered;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusChange.Corrected;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.StatusChange.Withdrawn;
import be.kruispunt.model.rights.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A message on which a step broke is worked on again later than what arrived after it, and does not undo that. */
class OrderOfReportsTest {
    private static final Instant EARLIER = Instant.parse("2026-11-26T09:00:00Z");
    private static final Instant LATER = EARLIER.plusMillis(1);

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final Insz person = Persons.next(1).getFirst();
    private final String reference = "o" + person.digits();

    private static StatusReport report(InstitutionId source, Instant arrivedAt, StatusChange... changes) {
        return new StatusReport(source, "a test", Optional.of(arrivedAt), List.of(changes));
    }

    private List<ChangeOutcome> told(Instant arrivedAt, StatusChange... changes) {
        StatusReport report = report(RVA, arrivedAt, changes);
        List<ChangeOutcome> before = rights.outcomes(report);
        assertThat(rights.report(report, DERIVER)).isEqualTo(before);
        return before;
    }

    private Granted granted(LocalDate from) {
        return new Granted(status(person, "LIVING_WAGE", from, reference));
    }

    private List<String> energy() {
        return rights.rights(person, rights.moment()).stream()
                .filter(right -> right.scheme().equals(ENERGY))
                .map(right -> right.valid().toString())
                .toList();
    }

    @Test
    void anEarlierCorrection_thatComesLate_doesNotUndoALaterOne() {
        told(EARLIER.minusMillis(1), granted(MAY));
        assertThat(told(LATER, new Corrected(granted(LocalDate.of(2025, 12, 1)).status())))
                .containsExactly(TAKEN);
        assertThat(told(EARLIER, new Corrected(granted(LocalDate.of(2026, 8, 1)).status())))
                .containsExactly(OVERTAKEN);
        assertThat(energy()).containsExactly("2025-10-01..");
    }

    /** Nothing stands under the reference then, and it is told of nothing that it was. */
    @Test
    void anEarlierDecision_thatComesAfterItsWithdrawal_doesNotComeBack() {
        told(EARLIER.minusMillis(1), granted(MAY));
        told(LATER, new Withdrawn(person, LIVING_WAGE, reference));
        assertThat(told(EARLIER, granted(MAY.plusMonths(1)))).containsExactly(OVERTAKEN);
        assertThat(energy()).isEmpty();
    }

    @Test
    void ofTheSameMillisecond_andAboutOtherReferences_orOfAnotherSource_nothingIsOvertaken() {
        told(LATER, granted(MAY));
        assertThat(told(LATER, new Corrected(granted(MAY.plusDays(1)).status())))
                .containsExactly(TAKEN);
        assertThat(told(EARLIER, new Granted(status(person, "LIVING_WAGE", MAY, reference + "-other"))))
                .containsExactly(TAKEN);
        assertThat(rights.report(report(ADEM, EARLIER, granted(MAY)), DERIVER)).containsExactly(TAKEN);
    }

    /** What was refused was not told: an earlier one may still be so. */
    @Test
    void whatWasNotTaken_overtakesNothing() {
        assertThat(told(LATER, new Corrected(granted(MAY).status()))).containsExactly(REFERENCE_UNKNOWN);
        assertThat(told(EARLIER, granted(MAY))).containsExactly(TAKEN);
    }

    @Test
    void whatIsOvertakenBetweenItsDecisionAndItsRecord_isNotRecorded() {
        told(EARLIER.minusMillis(1), granted(MAY));
        Effect decided = rights.keeping(
                report(RVA, EARLIER, new Corrected(granted(MAY.plusDays(1)).status())), DERIVER);
        told(LATER, new Corrected(granted(MAY.plusDays(2)).status()));
        Database database = Database.connect(TEST.hub(), 1);
        assertThatThrownBy(() -> database.write(connection -> {
                    decided.write(connection, Samples.ticket(), EARLIER);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        database.close();
    }

    private List<ChangeOutcome> households(
            Instant arrivedAt, List<Insz> members, Map<Insz, Optional<LocalDate>> deaths) {
        return rights.report(
                new HouseholdReport(
                        RVA,
                        "a test",
                        Optional.of(arrivedAt),
                        List.of(new Household(
                                reference,
                                members.stream()
                                        .map(member -> new HouseholdMember(member, ALWAYS))
                                        .toList())),
                        deaths,
                        List.of()),
                DERIVER);
    }

    /** Also where the later one left nothing behind: no household, no death. */
    @Test
    void aHouseholdThatIsNoMore_andSomebodyWhoLives_stayThatWay() {
        Insz other = Persons.next(1).getFirst();
        told(LATER, new Granted(status(other, "LIVING_WAGE", MAY, reference)));
        households(LATER, List.of(), Map.of(person, Optional.empty()));
        Map<Insz, Optional<LocalDate>> deaths = new LinkedHashMap<>();
        deaths.put(other, Optional.of(LocalDate.of(2026, 9, 1)));
        deaths.put(person, Optional.of(LocalDate.of(2026, 8, 1)));
        assertThat(households(EARLIER, List.of(person, other), deaths)).containsExactly(OVERTAKEN, TAKEN, OVERTAKEN);
        assertThat(energy()).isEmpty();
        assertThat(TEST.ask("select person from death where person in ('" + person.digits() + "', '" + other.digits()
                        + "')"))
                .containsExactly(other.digits());
    }

    @Test
    void aCustomerWhoEnded_staysThatWay() {
        var customer = new Customer(CustomerReference.of(reference), Optional.of(person), ALWAYS, true);
        customers(EARLIER.minusMillis(1), new Registered(customer));
        customers(LATER, new Unregistered(customer.reference(), MAY));
        assertThat(customers(EARLIER, new Registered(customer))).containsExactly(OVERTAKEN);
        assertThat(TEST.ask("select valid_until from customer where known_until is null and reference = '" + reference
                        + "'"))
                .containsExactly(
                        Validity.of(ALWAYS.from(), MAY).until().orElseThrow().toString());
    }

    private List<ChangeOutcome> customers(Instant arrivedAt, CustomerChange change) {
        return rights.report(new CustomerReport(WATTS, "a test", Optional.of(arrivedAt), List.of(change)));
    }
}
