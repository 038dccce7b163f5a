package be.kruispunt.store;

import static be.kruispunt.store.CustomersTest.ALWAYS;
import static be.kruispunt.store.CustomersTest.FOUR;
import static be.kruispunt.store.CustomersTest.WATTS;
import static be.kruispunt.store.CustomersTest.question;
import static be.kruispunt.store.CustomersTest.recorded;
import static be.kruispunt.store.RightsStoreTest.ENERGY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.evidence.NotIncluded;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerChange.Registered;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsReply.Line;
import be.kruispunt.model.rights.RightsReply.Reason;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered is proved, told to whom it was about, and emptied when its time is over. */
class AnswerAuditTest {
    private static final String RESTRICTED = "23001";
    private static final String NOT_ALLOWED = "42501";
    private final Instant now = Instant.now();

    @RegisterExtension
    static final TestStore TEST = new TestStore();

    private final RightsStore rights = TEST.store().rights();
    private final AnswerAudit answers = rights.audit().answers();
    private final List<Insz> people = Persons.next(3);

    private final RightAnswer answer = new RightAnswer(
            CustomerReference.of("K-" + people.getFirst().digits()),
            Entitlement.ENTITLED,
            Optional.of(LocalDate.of(2026, 4, 1)),
            Optional.of(LocalDate.of(2026, 12, 31)),
            now,
            AnswerId.next(now, new SecureRandom()));

    private final AskedPerson customer = new AskedPerson.ByReference(answer.customer());
    private final AskedPerson stranger = new AskedPerson.ByNumber(people.get(1));

    private static Look look(String reason) {
        return new Look(Instant.now().truncatedTo(ChronoUnit.MICROS), "Jan", reason);
    }

    /** A question about a customer and a stranger. */
    private void ask(Instant expires) {
        RecordedQuestion asked =
                recorded(question(customer, stranger), new Line.Told(answer), new Line.NotACustomer(stranger));
        var lines = new ArrayList<>(asked.lines());
        lines.set(
                0, new RecordedQuestion.Line(answer.id(), new Line.Told(answer), Optional.of(people.getFirst()), true));
        rights.record(
                new RecordedQuestion(
                        asked.id(),
                        asked.question(),
                        asked.at(),
                        asked.known(),
                        asked.authorisation(),
                        asked.register(),
                        asked.refused(),
                        expires,
                        lines),
                new StrangerLimits(1_000, 1_000));
    }

    private GivenAnswer given() {
        return answers.answer(answer.id(), look("a test")).orElseThrow();
    }

    private AnswerProof proof() {
        return answers.proof(given()).orElseThrow();
    }

    @Test
    void anAnswer_isFoundByItsNumber_asItWasGiven() {
        ask(now.plus(1, ChronoUnit.DAYS));
        assertThat(given().content().orElseThrow()).satisfies(content -> {
            assertThat(content.person()).contains(people.getFirst());
            assertThat(content.told().orElseThrow())
                    .returns(answer.customer(), RightAnswer::customer)
                    .returns(answer.until(), RightAnswer::until);
        });
        assertThat(given().question())
                .returns(WATTS, AskedQuestion::asker)
                .returns(ENERGY, AskedQuestion::scheme)
                .returns("trace-1", AskedQuestion::trace)
                .returns(2L, AskedQuestion::persons)
                .returns(1L, AskedQuestion::strangers);
        assertThat(answers.answer(AnswerId.next(now, new SecureRandom()), look("a test")))
                .isEmpty();
    }

    @Test
    void anAnswer_standsWithItsQuestionUnderTheRoot_andNoOtherTextDoes() throws NotIncluded {
        ask(now.plus(1, ChronoUnit.DAYS));
        AnswerProof proof = proof();
        proof.verify();
        assertThat(proof.entries().getFirst().text().orElseThrow()).contains(WATTS.value(), "\"notCustomers\":1");
        AnswerProof.Entry told = proof.entries().getLast();
        assertThat(told.text().orElseThrow())
                .isEqualTo("{\"customerReference\":\"" + answer.customer()
                        + "\",\"entitlement\":\"ENTITLED\",\"from\":\"2026-04-01\",\"until\":\"2026-12-31\",\"asOf\":\""
                        + now.truncatedTo(ChronoUnit.MICROS) + "\",\"answerId\":\"" + answer.id() + "\"}");
        var forged = new AnswerProof(
                proof.root(),
                List.of(new AnswerProof.Entry(
                        told.text().map(text -> text.replace("12-31", "11-30")), told.leaf(), told.proof())));
        assertThatThrownBy(forged::verify).isInstanceOf(NotIncluded.class);
    }

    @Test
    void aRefusedQuestion_isProvedToo() {
        RecordedQuestion asked = recorded(question(stranger));
        rights.record(
                new RecordedQuestion(
                        asked.id(),
                        asked.question(),
                        asked.at(),
                        asked.known(),
                        "",
                        1,
                        Optional.of(Reason.NOT_AUTHORISED),
                        asked.expires(),
                        List.of()),
                FOUR);
        assertThat(TEST.ask("select encode(root, 'hex') from rights_question where id = '" + asked.id() + "'"))
                .containsExactly(AnswerProof.Entry.leaf("{\"questionId\":\"" + asked.id() + "\",\"asker\":\"" + WATTS
                                + "\",\"scheme\":\"ENERGY_SOCIAL_TARIFF\",\"legalContext\":\"SOCIAL_TARIFF\",\"day\":\""
                                + asked.question().day() + "\",\"trace\":\"trace-1\",\"askedAt\":\"" + asked.at()
                                + "\",\"knownAt\":\"" + asked.known()
                                + "\",\"authorisation\":\"\",\"register\":1,\"customers\":1,\"notCustomers\":0"
                                + ",\"refused\":\"NOT_AUTHORISED\"}")
                        .toString());
    }

    @Test
    void aPerson_isToldWhoAskedAboutHim_byWhicheverNumber_andWhoLooked() {
        ask(now.plus(1, ChronoUnit.DAYS));
        TEST.store().registerWriter().putReplacedNumbers(Map.of(people.get(1), people.get(2)));
        Look first = look("a citizen's request");
        assertThat(answers.about(people.get(2), first).answers())
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.question().asker()).isEqualTo(WATTS);
                    assertThat(asked.question().scheme()).isEqualTo(ENERGY);
                    assertThat(asked.content().orElseThrow().word()).isEqualTo("NOT_A_CUSTOMER");
                });
        Look second = look("a complaint");
        answers.answer(answer.id(), second);

        assertThat(answers.about(people.get(1), look("again")).looks()).containsExactly(first);
        assertThat(answers.about(people.getFirst(), look("another")))
                .satisfies(about -> assertThat(about.looks()).containsExactly(second))
                .satisfies(about ->
                        assertThat(about.answers()).extracting(GivenAnswer::id).containsExactly(answer.id()));
    }

    @Test
    void whoLooksWithoutAReason_seesNothing() {
        assertThatThrownBy(() -> look(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whetherACustomerForbadeSharing_isAskedOfTheDayOnWhichItWasAnswered() {
        rights.report(new CustomerReport(
                WATTS,
                "a test",
                List.of(new Registered(new Customer(answer.customer(), Optional.empty(), ALWAYS, false)))));
        AskedQuestion then = AskedQuestion.of(recorded(question(customer), new Line.Told(answer)));
        rights.report(new CustomerReport(
                WATTS,
                "a test",
                List.of(new Registered(
                        new Customer(answer.customer(), Optional.of(people.getFirst()), ALWAYS, true)))));
        assertThat(answers.shared(then, answer.customer())).isFalse();
        assertThat(answers.shared(AskedQuestion.of(recorded(question(customer))), answer.customer()))
                .as("now")
                .isTrue();
    }

    @Test
    void whenItsTimeIsOver_whatWasSaidAndOfWhomIsGone_andWhatProvesItStays() {
        ask(now.plus(1, ChronoUnit.DAYS));
        TEST.store().rights().audit().answers().expire(1_000);
        assertThat(given().content()).isPresent();

        var other = new AnswerAuditTest();
        other.ask(now.minus(1, ChronoUnit.SECONDS));
        String told = other.proof().entries().getLast().text().orElseThrow();
        assertThat(answers.expire(1_000)).isEqualTo(1);
        assertThat(answers.expire(1_000)).isZero();

        assertThat(other.given()).satisfies(gone -> {
            assertThat(gone.content()).isEmpty();
            assertThat(gone.question().persons()).isEqualTo(2);
        });
        AnswerProof proof = other.proof();
        assertThatCode(proof::verify).doesNotThrowAnyException();
        AnswerProof.Entry entry = proof.entries().getLast();
        assertThat(entry.text()).isEmpty();
        assertThat(AnswerProof.Entry.leaf(told)).isEqualTo(entry.leaf());
        assertThat(TEST.ask("select row_to_json(a) || ' ' || row_to_json(l) from rights_answer a, rights_look l"))
                .as("what hides the text behind its hash")
                .isNotEmpty()
                .noneMatch(row -> row.contains(other.answer.id().toString()));
        assertThat(answers.about(other.people.getFirst(), look("a test")).answers())
                .isEmpty();
        assertThat(given().content()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rights_answer set answer = 'NOT_ENTITLED' where id = '%s'",
                "update rights_answer set person = null where id = '%s'",
                "update rights_answer set customer = null, person = null, answer = null, valid_from = null,"
                        + " valid_until = null, as_of = null, id = hidden_number(id), leaf = null where id = '%s'",
                "update rights_answer set customer = null, person = null, answer = null, valid_from = null,"
                        + " valid_until = null, as_of = null, id = hidden_number(id), place = 7 where id = '%s'",
                "update rights_answer set customer = null, person = null, answer = null, valid_from = null,"
                        + " valid_until = null, as_of = null where id = '%s'",
                "update rights_question q set root = null, expired_at = now() from rights_answer a"
                        + " where a.question = q.id and a.id = '%s'",
                "update rights_question q set expires_at = now() from rights_answer a"
                        + " where a.question = q.id and a.id = '%s'",
                "delete from rights_answer where id = '%s'"
            })
    void alsoWhenItsTimeIsOver_nothingElseChanges(String change) {
        ask(now.minus(1, ChronoUnit.SECONDS));
        assertThat(TEST.run(change.formatted(answer.id()))).contains(RESTRICTED);
        assertThat(TEST.runAsHub(change.formatted(answer.id()))).contains(NOT_ALLOWED);
    }

    @Test
    void beforeItsTimeIsOver_nobodyEmptiesAnAnswer() {
        ask(now.plus(1, ChronoUnit.DAYS));
        assertThat(TEST.run("update rights_answer set customer = null, person = null, answer = null, valid_from = null,"
                        + " valid_until = null, as_of = null where id = '" + answer.id() + "'"))
                .contains(RESTRICTED);
        assertThat(TEST.run("update rights_question q set expired_at = now() from rights_answer a"
                        + " where a.question = q.id and a.id = '" + answer.id() + "'"))
                .contains(RESTRICTED);
    }

    @Test
    void whoForbadeSharingInAnotherContract_wasNotLookedUp() {
        customer(answer.customer().value(), true);
        assertThat(answers.shared(AskedQuestion.of(recorded(question(customer))), answer.customer()))
                .isTrue();
        customer("beside-" + answer.customer().value(), false);
        assertThat(answers.shared(AskedQuestion.of(recorded(question(customer))), answer.customer()))
                .isFalse();
    }

    private void customer(String reference, boolean shares) {
        rights.report(new CustomerReport(
                WATTS,
                "a test",
                List.of(new Registered(new Customer(
                        CustomerReference.of(reference), Optional.of(people.getFirst()), ALWAYS, shares)))));
    }
}
