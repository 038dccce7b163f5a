package be.kruispunt.store;

import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static be.kruispunt.store.RightsStoreTest.LIVING_WAGE;
import static be.kruispunt.store.RightsStoreTest.MAY;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange;
import be.kruispunt.model.rights.CustomerChange.Registered;
import be.kruispunt.model.rights.CustomerChange.Unregistered;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.StatusChange.Withdrawn;
import be.kruispunt.model.rights.Validity;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Suppliers' customers, and what their questions are answered from. */
class CustomersTest {
    static final InstitutionId WATTS = InstitutionId.of("BE:0403019261");
    static final StrangerLimits FOUR = new StrangerLimits(1, 4);
    static final Validity ALWAYS = Validity.from(LocalDate.of(2020, 1, 1));

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final List<Insz> people = Persons.next(3);
    private final String prefix = people.getFirst().digits() + "-";

    private CustomerReference reference(String name) {
        return CustomerReference.of(prefix + name);
    }

    private List<ChangeOutcome> tell(CustomerChange... changes) {
        return rights.report(new CustomerReport(WATTS, "a test", List.of(changes)));
    }

    private Registered registered(String name, Insz person, boolean shares) {
        return new Registered(new Customer(reference(name), Optional.of(person), ALWAYS, shares));
    }

    static AskedPerson by(CustomerReference reference) {
        return new AskedPerson.ByReference(reference);
    }

    private static AskedPerson by(Insz number) {
        return new AskedPerson.ByNumber(number);
    }

    static RightsQuestion question(AskedPerson... asked) {
        return new RightsQuestion(WATTS, ENERGY, LegalContext.of("SOCIAL_TARIFF"), MAY, List.of(asked), "trace-1");
    }

    private void living(Insz person) {
        rights.report(
                new StatusReport(
                        RVA, "a test", List.of(new Granted(status(person, "LIVING_WAGE", MAY, "c" + person.digits())))),
                DERIVER);
    }

    @Test
    void aCustomer_isFoundByReferenceAndByNumber_withHisRightsOfTheScheme() {
        living(people.get(0));
        tell(registered("a", people.get(0), true), registered("b", people.get(1), true));
        AskedFacts facts = rights.lookUp(question(by(reference("a")), by(people.get(0)), by(reference("b"))));
        assertThat(facts.customers()).containsOnlyKeys(by(reference("a")), by(people.get(0)), by(reference("b")));
        assertThat(facts.customers().get(by(reference("a")))).singleElement().satisfies(found -> {
            assertThat(found.customer().person()).contains(people.get(0));
            assertThat(found.rights()).singleElement().satisfies(right -> assertThat(right.scheme())
                    .isEqualTo(ENERGY));
        });
        assertThat(facts.customers().get(by(people.get(0))))
                .isEqualTo(facts.customers().get(by(reference("a"))));
        assertThat(facts.customers().get(by(reference("b"))))
                .singleElement()
                .satisfies(found -> assertThat(found.rights()).isEmpty());
        assertThat(facts.reported()).containsKey(RVA);
        assertThat(facts.stopped()).isFalse();
    }

    @Test
    void whoIsNoCustomer_isNotFound_alsoIfHeHasTheRight() {
        living(people.get(0));
        assertThat(rights.lookUp(question(by(people.get(0)), by(reference("nobody"))))
                        .customers())
                .isEmpty();
    }

    @Test
    void aCustomerOfAnotherSupplier_isNotFound() {
        rights.report(new CustomerReport(RVA, "a test", List.of(registered("a", people.get(0), true))));
        assertThat(rights.lookUp(question(by(people.get(0)), by(reference("a"))))
                        .customers())
                .isEmpty();
    }

    @Test
    void whoForbidsSharing_isNeverLookedUp() {
        living(people.get(0));
        tell(registered("a", people.get(0), false));
        assertThat(rights.lookUp(question(by(reference("a")))).customers().get(by(reference("a"))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.customer().shares()).isFalse();
                    assertThat(found.rights()).isEmpty();
                });
    }

    @Test
    void aReplacedNumber_findsTheCustomerOfTheOther() {
        tell(registered("a", people.get(0), true));
        living(people.get(0));
        TEST.store().registerWriter().putReplacedNumbers(Map.of(people.get(0), people.get(1)));
        rights.deriveDue(100, DERIVER);
        assertThat(rights.lookUp(question(by(people.get(1)))).customers().get(by(people.get(1))))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.customer().reference()).isEqualTo(reference("a"));
                    assertThat(found.rights()).hasSize(1);
                });
    }

    @Test
    void aThousandKeys_areOneQuestion() {
        List<Insz> many = Persons.next(1_000);
        rights.report(new CustomerReport(
                WATTS,
                "a test",
                IntStream.range(0, 1_000)
                        .<CustomerChange>mapToObj(i -> new Registered(new Customer(
                                CustomerReference.of("thousand-" + i), Optional.of(many.get(i)), ALWAYS, true)))
                        .toList()));
        living(many.get(500));
        AskedFacts facts = rights.lookUp(new RightsQuestion(
                WATTS,
                ENERGY,
                LegalContext.of("SOCIAL_TARIFF"),
                MAY,
                many.stream().map(CustomersTest::by).toList(),
                ""));
        assertThat(facts.customers()).hasSize(1_000);
        assertThat(facts.customers().values().stream().flatMap(List::stream).filter(found -> !found.rights()
                        .isEmpty()))
                .singleElement()
                .satisfies(found -> assertThat(found.customer().person()).contains(many.get(500)));
    }

    @Test
    void aCustomerWhoLeaves_hasALastDay_andWhoNeverWasOne_isGone() {
        tell(registered("a", people.get(0), true), registered("b", people.get(1), true));
        assertThat(tell(
                        new Unregistered(reference("a"), LocalDate.of(2026, 6, 30)),
                        new Unregistered(reference("b"), LocalDate.of(2019, 12, 31)),
                        new Unregistered(reference("c"), LocalDate.of(2026, 6, 30))))
                .containsExactly(ChangeOutcome.TAKEN, ChangeOutcome.TAKEN, ChangeOutcome.REFERENCE_UNKNOWN);
        AskedFacts facts = rights.lookUp(question(by(reference("a")), by(reference("b"))));
        assertThat(facts.customers()).containsOnlyKeys(by(reference("a")));
        assertThat(facts.customers().get(by(reference("a"))))
                .singleElement()
                .satisfies(found -> assertThat(found.customer().valid().until()).contains(LocalDate.of(2026, 6, 30)));
    }

    @Test
    void aRun_isTrueForOneMoment_pageByPage() {
        living(people.get(0));
        tell(registered("1", people.get(0), true), registered("2", people.get(1), true));
        Instant known = rights.moment();
        tell(registered("2", people.get(2), true), registered("3", people.get(2), true));
        rights.report(
                new StatusReport(
                        RVA,
                        "a test",
                        List.of(new Withdrawn(
                                people.get(0), LIVING_WAGE, "c" + people.get(0).digits()))),
                DERIVER);
        CustomerReference before = CustomerReference.of(prefix);
        List<CustomerRights> first = rights.customers(as(known), Optional.of(before), 1);
        assertThat(first).singleElement().satisfies(found -> {
            assertThat(found.customer().reference()).isEqualTo(reference("1"));
            assertThat(found.rights()).hasSize(1);
        });
        assertThat(rights.customers(as(known), Optional.of(reference("1")), 1))
                .singleElement()
                .satisfies(found -> assertThat(found.customer().person()).contains(people.get(1)));
        assertThat(rights.customers(as(rights.moment()), Optional.of(before), 3))
                .extracting(found -> found.rights().size())
                .containsExactly(0, 0, 0);
    }

    private static Sought as(Instant known) {
        return new Sought(WATTS, ENERGY, MAY, known);
    }

    static RecordedQuestion recorded(RightsQuestion question, Line... lines) {
        var random = new SecureRandom();
        Instant now = Instant.now();
        return new RecordedQuestion(
                AnswerId.next(now, random),
                question,
                now,
                now,
                "26/100",
                1,
                Optional.empty(),
                now.plus(1, ChronoUnit.DAYS),
                List.of(lines).stream()
                        .map(line -> new RecordedQuestion.Line(
                                line instanceof Line.Told(RightAnswer answer)
                                        ? answer.id()
                                        : AnswerId.next(now, random),
                                line,
                                line instanceof Line.NotACustomer(AskedPerson.ByNumber(Insz number))
                                        ? Optional.of(number)
                                        : Optional.empty(),
                                true))
                        .toList());
    }

    @Test
    void strangersAreCounted_untilTheAskerIsStopped_andSomebodyLooks() {
        AskedPerson stranger = by(people.get(2));
        RecordedQuestion asked = recorded(
                question(stranger, stranger), new Line.NotACustomer(stranger), new Line.NotACustomer(stranger));
        InstitutionId asker = asked.question().asker();
        rights.release(asker, "a test");
        rights.record(asked, FOUR);
        assertThat(rights.lookUp(question(stranger)).stopped()).isFalse();
        rights.record(
                recorded(asked.question(), new Line.NotACustomer(stranger), new Line.NotACustomer(stranger)), FOUR);
        assertThat(rights.lookUp(question(stranger)).stopped()).isTrue();
        assertThat(rights.audit().askers()).singleElement().satisfies(counted -> {
            assertThat(counted.asker()).isEqualTo(WATTS);
            assertThat(counted.strangers()).isEqualTo(4);
            assertThat(counted.stopped()).isPresent();
        });
        assertThat(rights.release(asker, "Jan")).isTrue();
        assertThat(rights.lookUp(question(stranger)).stopped()).isFalse();
        assertThat(TEST.ask("select strangers || ' ' || looked_by from asker")).containsExactly("0 Jan");
    }

    @Test
    void aQuestion_isRecordedWithEachOfItsAnswers() {
        RightAnswer answer = new RightAnswer(
                reference("a"),
                Entitlement.ENTITLED,
                Optional.of(LocalDate.of(2026, 4, 1)),
                Optional.of(LocalDate.of(2026, 12, 31)),
                Instant.now(),
                AnswerId.next(Instant.now(), new SecureRandom()));
        RecordedQuestion asked = recorded(question(by(reference("a"))), new Line.Told(answer));
        rights.record(asked, FOUR);
        assertThat(TEST.ask("select a.answer || ' ' || a.valid_until || ' ' || a.customer || ' ' || q.trace"
                        + " from rights_answer a join rights_question q on q.id = a.question where a.id = '"
                        + answer.id() + "'"))
                .containsExactly("ENTITLED 2026-12-31 " + reference("a") + " trace-1");
    }
}
