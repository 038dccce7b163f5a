package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.FOUR;
import static be.kruispunt.store.CustomersTest.by;
import static be.kruispunt.store.CustomersTest.question;
import static be.kruispunt.store.CustomersTest.recorded;
import static be.kruispunt.store.RightsStoreTest.DERIVER;
import static be.kruispunt.store.RightsStoreTest.LIVING_WAGE;
import static be.kruispunt.store.RightsStoreTest.status;
import static be.kruispunt.store.Samples.RVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.CodeId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Household;
import be.kruispunt.model.rights.HouseholdMember;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.SchemeCode;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange;
import be.kruispunt.model.rights.StatusChange.Corrected;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.StatusChange.Withdrawn;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A code counts as long as the right does, and one at a time. */
class RightsCodesTest {
    private static final SchemeCode PASS = SchemeCode.of("MUNICIPAL_LEISURE_PASS");
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Brussels"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AtomicInteger PLACES = new AtomicInteger();

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final RightsCodes codes = new RightsCodes(rights);
    private final List<Insz> people = Persons.next(2);
    private final Insz person = people.getFirst();

    @BeforeEach
    void aLivingWage() {
        report(new Granted(wage(Validity.from(today.minusDays(10)))));
    }

    private SocialStatus wage(Validity valid) {
        return new SocialStatus(person, StatusCode.of("LIVING_WAGE"), valid, valid.from(), "wage-" + person.digits());
    }

    private void report(StatusChange... changes) {
        assertThat(rights.report(new StatusReport(RVA, "a test", List.of(changes)), DERIVER))
                .containsOnly(ChangeOutcome.TAKEN);
    }

    private CodeOrder order(Insz person, LocalDate until) {
        return new CodeOrder(CodeId.next(RANDOM), AnswerId.next(Instant.now(), RANDOM), person, PASS, today, until);
    }

    private OptionalInt issue(CodeOrder order) {
        var asked = by(CustomerReference.of("somebody"));
        return codes.issue(
                order, recorded(question(asked), new Line.NotACustomer(asked)), FOUR, PLACES::incrementAndGet);
    }

    private int issued(LocalDate until) {
        return issue(order(person, until)).orElseThrow();
    }

    @Test
    void aCode_isNotWithdrawn_whileItsRightStands() {
        int place = issued(today.plusDays(30));
        report(new Corrected(wage(Validity.of(today.minusDays(20), today.plusDays(30)))));
        assertThat(codes.withdrawn(today)).doesNotContain(place);
    }

    @Test
    void whoseStatusIsWithdrawn_losesHisCode_atTheSameMoment() {
        int place = issued(today.plusDays(30));
        report(new Withdrawn(person, LIVING_WAGE, "wage-" + person.digits()));
        assertThat(codes.withdrawn(today)).contains(place);
        assertThat(TEST.ask(
                        """
                        select distinct w.reason || ' ' || (w.withdrawn_at = r.known_until)
                        from right_code c join right_code_withdrawal w on w.code = c.id
                        join derived_right r on r.person = c.person and r.scheme = c.scheme
                        where c.person = '%s'
                        """
                                .formatted(person.digits())))
                .containsExactly("RIGHT_ENDED true");
        assertThat(codes.withdrawn(today.plusDays(31)))
                .as("it would count no more")
                .doesNotContain(place);
    }

    @Test
    void aRightThatIsShortened_takesTheCodesThatSayMore() {
        LocalDate endOfMonth = today.withDayOfMonth(today.lengthOfMonth());
        int longer = issued(endOfMonth.plusDays(1));
        report(new Corrected(wage(Validity.of(today.minusDays(10), today))));
        assertThat(codes.withdrawn(today)).contains(longer);
        int fits = issued(endOfMonth);
        report(new Corrected(wage(Validity.of(today.minusDays(9), today))));
        assertThat(codes.withdrawn(today)).doesNotContain(fits);
    }

    @Test
    void aDeath_withdrawsTheCode() {
        int place = issued(today.plusDays(30));
        rights.report(new HouseholdReport(RVA, "a test", List.of(), Map.of(person, Optional.of(today))), DERIVER);
        assertThat(codes.withdrawn(today)).contains(place);
    }

    @Test
    void whoMovesAway_losesTheCodeThatAnothersStatusGave() {
        Insz other = people.get(1);
        Validity always = Validity.from(today.minusYears(1));
        household(Map.of(person, always, other, always));
        int place = issue(order(other, today.plusDays(20))).orElseThrow();
        household(Map.of(person, always, other, Validity.of(always.from(), today)));
        assertThat(codes.withdrawn(today)).contains(place);
    }

    private void household(Map<Insz, Validity> members) {
        rights.report(
                new HouseholdReport(
                        RVA,
                        "a test",
                        List.of(new Household(
                                "home-" + person.digits(),
                                members.entrySet().stream()
                                        .map(each -> new HouseholdMember(each.getKey(), each.getValue()))
                                        .toList())),
                        Map.of()),
                DERIVER);
    }

    @Test
    void anotherStatus_thatGivesTheSameRight_keepsTheCode() {
        report(new Granted(status(person, "EQUIVALENT_LIVING_WAGE", today.minusDays(5), "aid-" + person.digits())));
        int place = issued(today.plusDays(30));
        report(new Withdrawn(person, LIVING_WAGE, "wage-" + person.digits()));
        assertThat(codes.withdrawn(today)).doesNotContain(place);
    }

    @Test
    void aNewCode_withdrawsTheOneBefore_alsoUnderAnotherNumberOfThePerson() {
        int first = issued(today.plusDays(5));
        int second = issued(today.plusDays(5));
        assertThat(codes.withdrawn(today)).contains(first).doesNotContain(second);
        Insz present = people.get(1);
        TEST.store().registerWriter().putReplacedNumbers(Map.of(person, present));
        rights.deriveDue(100, DERIVER);
        int third = issue(order(present, today.plusDays(5))).orElseThrow();
        assertThat(codes.withdrawn(today)).contains(first, second).doesNotContain(third);
    }

    /** Between the look and the record the right may have ended: then nothing is written. */
    @Test
    void whoHasTheRightNoMore_getsNoCode_andNothingIsRecorded() {
        List<String> questions = TEST.ask("select count(*) from rights_question");
        report(new Withdrawn(person, LIVING_WAGE, "wage-" + person.digits()));
        assertThat(issue(order(person, today))).isEmpty();
        assertThat(TEST.ask("select count(*) from rights_question")).isEqualTo(questions);
        assertThat(TEST.ask("select id from right_code where person = '" + person.digits() + "'"))
                .isEmpty();
    }

    @Test
    void onRequest_aCodeIsWithdrawnOnce() {
        CodeOrder order = order(person, today.plusDays(5));
        int place = issue(order).orElseThrow();
        assertThat(codes.withdraw(order.id(), "a test")).isTrue();
        assertThat(codes.withdraw(order.id(), "a test")).isFalse();
        assertThat(codes.withdraw(CodeId.next(RANDOM), "a test")).isFalse();
        assertThat(codes.withdrawn(today)).contains(place);
    }

    /** A list that was signed on its last day says for a week that it is withdrawn. */
    @Test
    void aPlaceIsGivenAgain_onlyWhenNoListIsGoodAnyMoreThatNamesIt() {
        int place = PLACES.incrementAndGet();
        over("0000000000000001", place, today.minusDays(7));
        assertThatThrownBy(() -> issueAt(place)).hasMessageContaining("no place is free");
        int rested = PLACES.incrementAndGet();
        over("0000000000000002", rested, today.minusDays(8));
        assertThat(issueAt(rested)).hasValue(rested);
    }

    private OptionalInt issueAt(int place) {
        var asked = by(CustomerReference.of("somebody"));
        return codes.issue(
                order(person, today), recorded(question(asked), new Line.NotACustomer(asked)), FOUR, () -> place);
    }

    private void over(String code, int place, LocalDate last) {
        over(code, place, last, "1 day");
    }

    private void over(String code, int place, LocalDate last, String kept) {
        assertThat(TEST.run(
                        "insert into right_code (id, place, answer, person, scheme, valid_from, valid_until, issued_at,"
                                + " expires_at)"
                                + " values ('" + code + "', " + place + ", gen_random_uuid(), '" + person.digits()
                                + "', '" + PASS
                                + "', '" + last.minusDays(3) + "', '" + last + "', now(), now() + interval '" + kept
                                + "')"))
                .isEmpty();
    }

    @Test
    void aPlaceIsGivenAgain_onlyWhenItsCodeCountsNoMore() {
        int taken = issued(today.plusDays(5));
        CodeOrder order = order(person, today.plusDays(5));
        var asked = by(CustomerReference.of("somebody"));
        var question = recorded(question(asked), new Line.NotACustomer(asked));
        var tried = new AtomicInteger(taken - 1);
        assertThat(codes.issue(order, question, FOUR, tried::incrementAndGet)).hasValue(taken + 1);
        var another = recorded(question(asked), new Line.NotACustomer(asked));
        assertThatThrownBy(() -> codes.issue(order(person, today), another, FOUR, () -> taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no place is free");
    }

    @Test
    void aCodeForgetsWhoseItIs_whenTheTimeOfItsAnswerIsOver_andItCountsNoMore() {
        over("0000000000000003", PLACES.incrementAndGet(), today.minusDays(9));
        assertThat(TEST.run("update right_code set person = null, answer = hidden_number(answer)"
                        + " where id = '0000000000000003'"))
                .as("before")
                .contains("23001");
        over("0000000000000004", PLACES.incrementAndGet(), today.minusDays(9), "-1 day");
        over("0000000000000005", PLACES.incrementAndGet(), today.plusDays(9), "-1 day");
        assertThat(rights.expiry().codes(100)).isEqualTo(1);
        assertThat(TEST.ask("select id from right_code where person is null")).containsExactly("0000000000000004");
    }
}
