package be.kruispunt.buffer;

import static be.kruispunt.buffer.BufferStore.CENTRES;
import static be.kruispunt.buffer.BufferStore.ENERGY;
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

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.rights.Schemes;
import be.kruispunt.store.CustomerRights;
import be.kruispunt.store.GivenAnswer;
import be.kruispunt.store.Look;
import be.kruispunt.store.StrangerLimits;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How far an answer can be relied on, by when its sources reported. */
class FreshnessTest {
    @RegisterExtension
    static final BufferStore BUFFER = new BufferStore();

    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private final AskRights ask = BUFFER.ask(new StrangerLimits(1_000, 2_000));
    private final Insz person = somebody();

    @Test
    void anAnswer_isAsFreshAsTheSourceThatIsBehind_alsoTheRegisterOfPersons() {
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        BUFFER.reportedPersons();
        BUFFER.report(PENSIONS);
        Instant pensions = BUFFER.rights().moment();
        BUFFER.reportedPersons();
        Instant register = BUFFER.rights().moment();
        BUFFER.report(CENTRES);
        assertThat(asOf(customer)).isEqualTo(pensions);
        BUFFER.report(PENSIONS);
        assertThat(asOf(customer)).isEqualTo(register);
    }

    private Instant asOf(AskedPerson customer) {
        return answers(ask.ask(question(WATTS, ENERGY, customer))).getFirst().asOf();
    }

    private static List<RightAnswer> considered(ConsiderQuestion considering, AskedPerson... asked) {
        return answers(considering.consider(question(WATTS, ENERGY, asked)).reply());
    }

    /** A yes rests on what was reported; a no on what was not, and that may come yet. */
    @Test
    void whileASourceHasNeverReported_nobodyIsToldNo() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        AskedPerson entitled = BUFFER.customer(WATTS, person, true);
        AskedPerson another = BUFFER.customer(WATTS, somebody(), true);
        InstitutionId silent = InstitutionId.of("LU:0053");
        List<RightAnswer> answers = considered(
                BUFFER.considering(() -> BufferStore.register(Set.of(silent)), BufferStore.NOW), entitled, another);
        assertThat(answers)
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.ENTITLED, Entitlement.NOT_DETERMINED);
        assertThat(answers).extracting(RightAnswer::asOf).containsOnly(Instant.EPOCH);
        assertThat(considered(BUFFER.considering(BufferStore::register, BufferStore.NOW), entitled, another))
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.ENTITLED, Entitlement.NOT_ENTITLED);
    }

    @Test
    void whileASourceIsLate_nobodyIsToldNo_butOfDaysSinceWhichItReported() {
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        AskedPerson ofWater = BUFFER.customer(WATER, person, true);
        ConsiderQuestion inFebruary = BUFFER.considering(BufferStore::register, Instant.parse("2027-02-10T09:00:00Z"));
        LocalDate february = LocalDate.of(2027, 2, 10);
        assertThat(entitlement(inFebruary, WATTS, ENERGY, february, customer)).isEqualTo(Entitlement.NOT_DETERMINED);
        assertThat(entitlement(inFebruary, WATTS, ENERGY, MAY, customer)).isEqualTo(Entitlement.NOT_ENTITLED);
        assertThat(entitlement(inFebruary, WATER, WATER_TARIFF, february, ofWater))
                .isEqualTo(Entitlement.NOT_DETERMINED);
        assertThat(entitlement(inFebruary, WATER, WATER_TARIFF, LocalDate.of(2026, 12, 31), ofWater))
                .isEqualTo(Entitlement.NOT_ENTITLED);
    }

    /** A decision of its last day gives the right of the whole quarter, or month. */
    @Test
    void ofADayWhoseQuarterOrMonthWasNotReportedToItsEnd_nobodyIsToldNo() {
        LocalDate day = LocalDate.of(2026, 2, 5);
        assertThat(saidOf(ENERGY, day, "2026-03-31T21:59:59Z")).isEqualTo(Entitlement.NOT_DETERMINED);
        assertThat(saidOf(ENERGY, day, "2026-03-31T22:00:00Z")).isEqualTo(Entitlement.NOT_ENTITLED);
        assertThat(saidOf(BufferStore.PASS, day, "2026-02-28T22:59:59Z")).isEqualTo(Entitlement.NOT_DETERMINED);
        assertThat(saidOf(BufferStore.PASS, day, "2026-02-28T23:00:00Z")).isEqualTo(Entitlement.NOT_ENTITLED);
        assertThat(saidOf(SchemeCode.of("REDUCED_TRANSPORT"), day, "2026-02-05T23:00:00Z"))
                .isEqualTo(Entitlement.NOT_ENTITLED);
        assertThat(saidOf(WATER_TARIFF, day, "2026-01-01T23:00:00Z")).isEqualTo(Entitlement.NOT_ENTITLED);
    }

    /** In May, of somebody who has no right, where the sources have reported up to a moment. */
    private Entitlement saidOf(SchemeCode scheme, LocalDate day, String reported) {
        Instant inMay = Instant.parse("2026-05-20T09:00:00Z");
        var terms = new Answering.Terms(
                scheme, day, LocalDate.of(2026, 5, 20), Optional.of(Instant.parse(reported)), inMay, inMay);
        var customer = new Customer(CustomerReference.of("K-1"), Optional.of(person), BufferStore.ALWAYS, true);
        return new Answering(Schemes.standard(), BufferStore.RULES, new SecureRandom())
                .determine(terms, new CustomerRights(customer, Optional.of(person), List.of()))
                .entitlement();
    }

    private static Entitlement entitlement(
            ConsiderQuestion considering, InstitutionId asker, SchemeCode scheme, LocalDate day, AskedPerson asked) {
        var question = new RightsQuestion(asker, scheme, TARIFF, day, List.of(asked), "");
        return answers(considering.consider(question).reply()).getFirst().entitlement();
    }

    @Test
    void whereNoSourceIsRegistered_nothingIsSaid() {
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        var question =
                new RightsQuestion(WATTS, SchemeCode.of("REDUCED_TRANSPORT"), TARIFF, TODAY, List.of(customer), "");
        assertThat(answers(ask.ask(question)))
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.NOT_DETERMINED);
    }

    /** What stands in an answer is not the whole reason: his rights may have said no. */
    @Test
    void aNoThatWasWithheld_isExplainedByTheSourceThatWasLate() {
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        var inFebruary = new AskRights(
                BUFFER.considering(BufferStore::register, Instant.parse("2027-02-10T09:00:00Z")),
                BUFFER.rights(),
                new StrangerLimits(1_000, 2_000),
                1);
        LocalDate february = LocalDate.of(2027, 2, 10);
        RightAnswer late = answers(
                        inFebruary.ask(new RightsQuestion(WATTS, ENERGY, TARIFF, february, List.of(customer), "")))
                .getFirst();
        assertThat(late.entitlement()).isEqualTo(Entitlement.NOT_DETERMINED);
        assertThat(why(given(late))).isEqualTo(new ExplainAnswer.Why.NotLookedUp(ExplainAnswer.Reason.SOURCE_LATE));
        RightAnswer no = answers(ask.ask(question(WATTS, ENERGY, customer))).getFirst();
        assertThat(why(given(no))).isInstanceOf(ExplainAnswer.Why.Followed.class);
        assertThat(List.of("LINE_INVALID", "QUESTIONS_STOPPED", "NOT_YOUR_CUSTOMER"))
                .extracting(word -> ((ExplainAnswer.Why.NotLookedUp) why(with(given(no), word))).reason())
                .containsExactly(
                        ExplainAnswer.Reason.LINE_INVALID,
                        ExplainAnswer.Reason.QUESTIONS_STOPPED,
                        ExplainAnswer.Reason.NOT_A_CUSTOMER);
    }

    private static GivenAnswer given(RightAnswer answer) {
        return BUFFER.rights()
                .audit()
                .answers()
                .answer(answer.id(), new Look(BufferStore.NOW, "a test", "a test"))
                .orElseThrow();
    }

    /** As a line of a run. */
    private static GivenAnswer with(GivenAnswer answer, String word) {
        var content = new GivenAnswer.Content(word, Optional.empty(), Optional.empty());
        return new GivenAnswer(answer.id(), answer.question(), Optional.of(content), answer.expires());
    }

    private static ExplainAnswer.Why why(GivenAnswer answer) {
        return new ExplainAnswer(BUFFER.rights(), BUFFER.explain(), Schemes.standard()).explain(answer);
    }
}
