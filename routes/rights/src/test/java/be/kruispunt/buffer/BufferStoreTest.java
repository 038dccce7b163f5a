package be.kruispunt.buffer;

import static be.kruispunt.buffer.BufferStore.CENTRES;
import static be.kruispunt.buffer.BufferStore.ENERGY;
import static be.kruispunt.buffer.BufferStore.NOW;
import static be.kruispunt.buffer.BufferStore.PENSIONS;
import static be.kruispunt.buffer.BufferStore.TARIFF;
import static be.kruispunt.buffer.BufferStore.TODAY;
import static be.kruispunt.buffer.BufferStore.WATER;
import static be.kruispunt.buffer.BufferStore.WATER_TARIFF;
import static be.kruispunt.buffer.BufferStore.WATTS;
import static be.kruispunt.buffer.BufferStore.answers;
import static be.kruispunt.buffer.BufferStore.question;
import static be.kruispunt.buffer.BufferStore.somebody;
import static be.kruispunt.buffer.BufferStore.status;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.Register;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.StatusChange.Corrected;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.StatusChange.Withdrawn;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.store.ChangeOutcome;
import be.kruispunt.store.StrangerLimits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what a source reports to what a supplier hears, on a real store. */
class BufferStoreTest {
    @RegisterExtension
    static final BufferStore BUFFER = new BufferStore();

    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private final AskRights ask = BUFFER.ask(new StrangerLimits(1_000, 2_000));
    private final Insz person = somebody();

    private static String told(RightAnswer answer) {
        return answer.entitlement() + " "
                + answer.from().map(LocalDate::toString).orElse("") + ".."
                + answer.until().map(LocalDate::toString).orElse("");
    }

    @Test
    void aLivingWage_isYesForEnergyUntilTheEndOfTheYear_andNoForWaterUntilTheNextOne() {
        assertThat(BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY))))
                .containsExactly(ChangeOutcome.TAKEN);
        AskedPerson ofWatts = BUFFER.customer(WATTS, person, true);
        AskedPerson ofWater = BUFFER.customer(WATER, person, true);
        assertThat(answers(ask.ask(question(WATTS, ENERGY, ofWatts))))
                .singleElement()
                .satisfies(answer -> assertThat(told(answer)).isEqualTo("ENTITLED 2026-04-01..2026-12-31"));
        assertThat(answers(ask.ask(question(WATER, WATER_TARIFF, ofWater))))
                .singleElement()
                .satisfies(answer -> assertThat(told(answer)).isEqualTo("NOT_ENTITLED 2026-01-01..2026-12-31"));
    }

    @Test
    void anAnswer_isTheSame_whateverTheStatus_theHouseholdOrTheLine() {
        Insz other = somebody();
        Insz mother = somebody();
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        BUFFER.report(PENSIONS, new Granted(status(mother, "INCOME_GUARANTEE_ELDERLY", MAY.plusDays(20))));
        BUFFER.household(other, mother);
        List<RightAnswer> answers = answers(ask.ask(
                question(WATTS, ENERGY, BUFFER.customer(WATTS, person, true), BUFFER.customer(WATTS, other, true))));
        assertThat(answers).extracting(BufferStoreTest::told).containsOnly("ENTITLED 2026-04-01..2026-12-31");
        assertThat(answers)
                .extracting(RightAnswer::asOf)
                .containsOnly(answers.getFirst().asOf());
        assertThat(answers).extracting(RightAnswer::id).doesNotHaveDuplicates();
    }

    @Test
    void answers_standInTheOrderOfTheQuestion_alsoBesideStrangers() {
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        AskedPerson stranger = new AskedPerson.ByNumber(somebody());
        RightsReply reply =
                ask.ask(question(WATTS, ENERGY, stranger, customer, stranger, new AskedPerson.ByNumber(person)));
        assertThat(reply).isInstanceOfSatisfying(RightsReply.Answered.class, answered -> {
            assertThat(answered.lines().get(0)).isEqualTo(new Line.NotACustomer(stranger));
            assertThat(answered.lines().get(2)).isEqualTo(new Line.NotACustomer(stranger));
            assertThat(answers(answered))
                    .extracting(answer -> answer.customer().value())
                    .containsOnly("customer-" + person.digits());
        });
    }

    @Test
    void aStranger_isNoCustomer_whetherHeHasTheRightOrDoesNotExist() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        var entitled = new AskedPerson.ByNumber(person);
        var nobody = new AskedPerson.ByNumber(somebody());
        assertThat(ask.ask(question(WATTS, ENERGY, entitled, nobody)))
                .isEqualTo(new RightsReply.Answered(
                        List.of(new Line.NotACustomer(entitled), new Line.NotACustomer(nobody))));
    }

    private AskedPerson customer(String name, Validity contract, boolean shares) {
        var reference = CustomerReference.of(name + "-" + person.digits());
        BUFFER.customer(WATTS, new Customer(reference, Optional.of(person), contract, shares));
        return new AskedPerson.ByReference(reference);
    }

    private static RightsQuestion on(LocalDate day, AskedPerson asked) {
        return new RightsQuestion(WATTS, ENERGY, TARIFF, day, List.of(asked), "");
    }

    @Test
    void whoWasACustomer_isNotOneOnAnotherDay() {
        AskedPerson customer = customer("later", Validity.from(LocalDate.of(2026, 6, 1)), true);
        assertThat(answers(ask.ask(on(LocalDate.of(2026, 6, 1), customer)))).hasSize(1);
        assertThat(answers(ask.ask(on(LocalDate.of(2026, 5, 31), customer)))).isEmpty();
    }

    /** What was before the contract, and what comes after it, is none of the supplier's. */
    @Test
    void nothingIsTold_ofDaysOutsideTheContract() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        AskedPerson customer = customer("some", Validity.of(LocalDate.of(2026, 6, 3), LocalDate.of(2026, 9, 30)), true);
        assertThat(answers(ask.ask(on(LocalDate.of(2026, 7, 1), customer))))
                .extracting(BufferStoreTest::told)
                .containsExactly("ENTITLED 2026-06-03..2026-09-30");
    }

    @Test
    void aDayThatLiesLongBack_isNotAnswered() {
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        assertThat(answers(ask.ask(on(TODAY.minusDays(731), customer)))).hasSize(1);
        assertThat(ask.ask(on(TODAY.minusDays(732), customer)))
                .isEqualTo(new RightsReply.Refused(Reason.DAY_TOO_LONG_AGO));
    }

    /** The flag is the customer's, and stands on his contracts. */
    @Test
    void whoForbidsSharingInOneContract_forbidsItInThoseBesideIt() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        AskedPerson gas = customer("gas", BufferStore.ALWAYS, true);
        assertThat(answers(ask.ask(on(TODAY, gas))))
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.ENTITLED);
        customer("power", Validity.of(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31)), false);
        assertThat(answers(ask.ask(on(TODAY, gas))))
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.ENTITLED);
        customer("power", Validity.from(MAY), false);
        assertThat(answers(ask.ask(question(WATTS, ENERGY, gas, new AskedPerson.ByNumber(person)))))
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.NOT_DETERMINED, Entitlement.NOT_DETERMINED);
    }

    @Test
    void whoForbidsSharing_andWhoHasNoNumber_isNotDetermined() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        var unnumbered = CustomerReference.of("unnumbered");
        BUFFER.customer(WATTS, new Customer(unnumbered, Optional.empty(), BufferStore.ALWAYS, true));
        assertThat(answers(ask.ask(question(
                        WATTS,
                        ENERGY,
                        BUFFER.customer(WATTS, person, false),
                        new AskedPerson.ByReference(unnumbered)))))
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.NOT_DETERMINED, Entitlement.NOT_DETERMINED);
    }

    @Test
    void whoMayNotAsk_isRefused_andNothingIsLookedUp() {
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        assertThat(ask.ask(question(WATTS, WATER_TARIFF, customer)))
                .isEqualTo(new RightsReply.Refused(Reason.NOT_AUTHORISED));
        assertThat(ask.ask(
                        new RightsQuestion(WATTS, ENERGY, LegalContext.of("MARKETING"), TODAY, List.of(customer), "")))
                .isEqualTo(new RightsReply.Refused(Reason.PURPOSE_NOT_ALLOWED));
        assertThat(ask.ask(question(InstitutionId.of("LU:0053"), ENERGY, customer)))
                .isEqualTo(new RightsReply.Refused(Reason.UNKNOWN_ASKER));
    }

    @Test
    void whoMayNotAskAnyMore_isRefused_fromTheNextQuestionOn() {
        RightsQuestion question = question(WATTS, ENERGY, BUFFER.customer(WATTS, person, true));
        var register = new AtomicReference<>(BufferStore.register());
        ConsiderQuestion consider = BUFFER.considering(register::get, NOW);
        assertThat(answers(consider.consider(question).reply())).hasSize(1);
        register.set(new Register(8, BufferStore.register().institutions(), List.of()));
        assertThat(consider.consider(question).reply()).isEqualTo(new RightsReply.Refused(Reason.NOT_AUTHORISED));
        register.set(BufferStore.register());
        assertThat(answers(consider.consider(question).reply())).hasSize(1);
    }

    @Test
    void whoAsksAboutManyStrangers_isStopped_untilSomebodyLooks() {
        AskRights strict = BUFFER.ask(new StrangerLimits(1, 2));
        AskedPerson customer = BUFFER.customer(WATER, person, true);
        AskedPerson stranger = new AskedPerson.ByNumber(somebody());
        assertThat(answers(strict.ask(question(WATER, WATER_TARIFF, customer, stranger))))
                .hasSize(1);
        assertThat(answers(strict.ask(question(WATER, WATER_TARIFF, customer, stranger))))
                .hasSize(1);
        assertThat(strict.ask(question(WATER, WATER_TARIFF, customer)))
                .isEqualTo(new RightsReply.Refused(Reason.STOPPED));
        assertThat(BUFFER.rights().release(WATER, "a test")).isTrue();
        assertThat(answers(strict.ask(question(WATER, WATER_TARIFF, customer)))).hasSize(1);
    }

    @Test
    void aSource_reportsItsOwnStatusesOnly_andMayAlwaysWithdraw() {
        SourceCompetence.Of centres = BUFFER.competence().of(CENTRES);
        assertThat(centres.mayReport(new Granted(status(person, "LIVING_WAGE", MAY))))
                .isTrue();
        assertThat(centres.mayReport(new Corrected(status(person, "INCOME_GUARANTEE_ELDERLY", MAY))))
                .as("of others")
                .isFalse();
        assertThat(centres.mayReport(new Granted(status(person, "FREE_ICE_CREAM", MAY))))
                .as("unknown")
                .isFalse();
        assertThat(centres.mayReport(new Withdrawn(person, StatusCode.of("LIVING_WAGE"), "another")))
                .isTrue();
        assertThat(BUFFER.competence()
                        .of(InstitutionId.of("LU:0053"))
                        .mayReport(new Granted(status(person, "LIVING_WAGE", MAY))))
                .as("not registered")
                .isFalse();
    }

    @Test
    void anAnswer_isExplained_asItWasKnownThen() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        Instant then = BUFFER.rights().moment();
        BUFFER.report(
                CENTRES,
                new Withdrawn(
                        person,
                        StatusCode.of("LIVING_WAGE"),
                        status(person, "LIVING_WAGE", MAY).reference()));
        Function<Instant, ExplainRight.Explanation> explain =
                known -> BUFFER.explain().explain(person, ENERGY, TODAY, known);
        assertThat(explain.apply(then).right())
                .hasValueSatisfying(right ->
                        assertThat(right.version() + " line " + right.line()).isEqualTo("2023 line 1"));
        assertThat(explain.apply(then).grounds()).singleElement().satisfies(ground -> {
            assertThat(ground.holder()).isEqualTo(person);
            assertThat(ground.status()).isEqualTo(status(person, "LIVING_WAGE", MAY));
        });
        assertThat(explain.apply(BUFFER.rights().moment()))
                .isEqualTo(new ExplainRight.Explanation(Optional.empty(), List.of()));
    }

    @Test
    void everybodyDerivedAnew_hasWhatHeHad() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        var told = new ArrayList<DeriveEverybody.Progress>();
        DeriveEverybody.Progress all = BUFFER.deriveEverybody().derive(told::add);
        assertThat(all.persons()).isPositive();
        assertThat(all.changed()).isZero();
        assertThat(told).last().isEqualTo(all);
    }

    @Test
    void noValue_showsAPersonOrARightInItsText() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        RightsQuestion asked = question(WATTS, ENERGY, new AskedPerson.ByNumber(person));
        String texts = List.of(
                        asked,
                        ask.ask(asked),
                        status(person, "LIVING_WAGE", MAY),
                        new Granted(status(person, "LIVING_WAGE", MAY)),
                        new Withdrawn(person, StatusCode.of("LIVING_WAGE"), "x"),
                        BUFFER.rights().rights(person, BUFFER.rights().moment()))
                .stream()
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        assertThat(texts)
                .doesNotContain(person.digits())
                .doesNotContain("LIVING_WAGE")
                .doesNotContain("2026-05");
    }
}
