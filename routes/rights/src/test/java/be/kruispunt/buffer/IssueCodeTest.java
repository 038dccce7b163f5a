package be.kruispunt.buffer;

import static be.kruispunt.buffer.BufferStore.ALWAYS;
import static be.kruispunt.buffer.BufferStore.CENTRES;
import static be.kruispunt.buffer.BufferStore.ENERGY;
import static be.kruispunt.buffer.BufferStore.NOW;
import static be.kruispunt.buffer.BufferStore.PASS;
import static be.kruispunt.buffer.BufferStore.PENSIONS;
import static be.kruispunt.buffer.BufferStore.TODAY;
import static be.kruispunt.buffer.BufferStore.WATER;
import static be.kruispunt.buffer.BufferStore.WATTS;
import static be.kruispunt.buffer.BufferStore.answers;
import static be.kruispunt.buffer.BufferStore.question;
import static be.kruispunt.buffer.BufferStore.somebody;
import static be.kruispunt.buffer.BufferStore.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.matching.AddressKey;
import be.kruispunt.model.matching.NameKey;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CodeReply;
import be.kruispunt.model.rights.CodeRequest;
import be.kruispunt.model.rights.Customer;
import be.kruispunt.model.rights.CustomerIdentity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.IssuedCode;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.RightsReply;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.SocialStatus;
import be.kruispunt.model.rights.StatusChange.Corrected;
import be.kruispunt.model.rights.StatusChange.Granted;
import be.kruispunt.model.rights.StatusCode;
import be.kruispunt.model.rights.Validity;
import be.kruispunt.store.Look;
import be.kruispunt.store.RightsCodes;
import be.kruispunt.store.StrangerLimits;
import be.kruispunt.trust.TrustFolder;
import be.kruispunt.trust.counter.CodeCheck;
import be.kruispunt.trust.counter.CodeCheck.Checked;
import be.kruispunt.trust.counter.CounterCode;
import be.kruispunt.trust.counter.CounterKeyFiles;
import be.kruispunt.trust.counter.WithdrawalList;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A customer gets a code, or the answer why not. */
class IssueCodeTest {
    @RegisterExtension
    static final BufferStore BUFFER = new BufferStore();

    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 10);

    private final CounterKeyFiles keys;
    private final Insz person = somebody();
    private final IssueCode issue;

    IssueCodeTest(@TempDir Path trust) {
        keys = new CounterKeyFiles(new TrustFolder(trust));
        keys.makeIfMissing();
        issue = BUFFER.issueCode(
                new StrangerLimits(1_000, 2_000), new IssueCode.Signing(HUB, keys.key(), new SecureRandom()));
    }

    private CodeReply.Answered asked(AskedPerson customer) {
        return (CodeReply.Answered) issue.issue(new CodeRequest(question(WATTS, PASS, customer), false));
    }

    private IssuedCode issued(Insz to) {
        return asked(BUFFER.customer(WATTS, to, true)).code().orElseThrow();
    }

    private CounterCode valid(IssuedCode code) {
        return ((Checked.Valid)
                        new CodeCheck(keys.publicKeys(), Optional.empty(), Optional.of(PASS)).check(code.text(), NOW))
                .code();
    }

    private SocialStatus until(LocalDate last) {
        return new SocialStatus(
                person, StatusCode.of("LIVING_WAGE"), Validity.of(MAY, last), MAY, "until-" + person.digits());
    }

    @Test
    void whoHasTheRight_getsACode_thatACounterBelieves() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        CodeReply.Answered reply = asked(BUFFER.customer(WATTS, person, true));
        IssuedCode code = reply.code().orElseThrow();
        assertThat(valid(code))
                .returns(HUB, CounterCode::issuer)
                .returns(PASS, CounterCode::right)
                .returns(TODAY, CounterCode::from)
                .returns(TODAY.plusDays(30), CounterCode::until)
                .returns(code.id(), CounterCode::id)
                .returns(OptionalInt.empty(), CounterCode::birthYear);
        assertThat(answers(reply.reply())).extracting(RightAnswer::entitlement).containsExactly(Entitlement.ENTITLED);
        assertThat(BUFFER.store()
                        .rights()
                        .audit()
                        .answers()
                        .about(person, new Look(NOW, "a test", "a test"))
                        .answers())
                .extracting(given -> given.content().orElseThrow().word())
                .containsExactly("ENTITLED");
    }

    @Test
    void aCode_neverCountsLongerThanTheRight_norThanAQuarter() {
        BUFFER.report(CENTRES, new Granted(until(LocalDate.of(2026, 12, 3))));
        assertThat(valid(issued(person)).until()).isEqualTo(LocalDate.of(2026, 12, 31));
        BUFFER.report(CENTRES, new Corrected(until(LocalDate.of(2027, 10, 3))));
        assertThat(valid(issued(person)).until()).isEqualTo(TODAY.plusDays(91));
    }

    @Test
    void aBirthYear_standsOnACode_whereItIsAskedFor() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        AskedPerson customer = BUFFER.customer(WATTS, person, true);
        var reply = (CodeReply.Answered) issue.issue(new CodeRequest(question(WATTS, PASS, customer), true));
        assertThat(valid(reply.code().orElseThrow()).birthYear()).hasValue(1979);
    }

    /** Who sees both codes learns nothing of the statuses, the households or the persons. */
    @Test
    void codesOfDifferentStatusesAndHouseholds_differInNothingButTheirNumberAndPlace() {
        Insz child = somebody();
        Insz mother = somebody();
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        BUFFER.report(CENTRES, new Granted(status(mother, "EQUIVALENT_LIVING_WAGE", MAY.plusDays(3))));
        BUFFER.household(child, mother);
        String one = claims(issued(person));
        assertThat(one)
                .isEqualTo(claims(issued(child)))
                .isEqualTo(claims(issued(mother)))
                .doesNotContain(person.digits(), "WAGE");
    }

    private static String claims(IssuedCode code) {
        return new String(Base64.getUrlDecoder().decode(code.text().split("\\.", -1)[1]), UTF_8)
                .replaceFirst("\"jti\":\"[0-9A-Z]{16}\"", "\"jti\":\"N\"")
                .replaceFirst("\"idx\":[0-9]+", "\"idx\":P");
    }

    @Test
    void whoDoesNotHaveTheRight_orIsNotTold_getsTheAnswerAndNoCode() {
        CodeReply.Answered no = asked(BUFFER.customer(WATTS, person, true));
        assertThat(no.code()).isEmpty();
        assertThat(answers(no.reply())).extracting(RightAnswer::entitlement).containsExactly(Entitlement.NOT_ENTITLED);
        Insz secretive = somebody();
        BUFFER.report(CENTRES, new Granted(status(secretive, "LIVING_WAGE", MAY)));
        CodeReply.Answered unknown = asked(BUFFER.customer(WATTS, secretive, false));
        assertThat(unknown.code()).isEmpty();
        assertThat(answers(unknown.reply()))
                .extracting(RightAnswer::entitlement)
                .containsExactly(Entitlement.NOT_DETERMINED);
    }

    @Test
    void aStranger_isCountedLikeInAnyQuestion_andGetsNoCode() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        var stranger = new AskedPerson.ByNumber(person);
        assertThat(asked(stranger))
                .isEqualTo(new CodeReply.Answered(
                        new RightsReply.Answered(List.of(new RightsReply.Line.NotACustomer(stranger))),
                        Optional.empty()));
        assertThat(BUFFER.store().rights().audit().askers()).anySatisfy(asker -> {
            assertThat(asker.asker()).isEqualTo(WATTS);
            assertThat(asker.strangers()).isPositive();
        });
    }

    @Test
    void whoMayNotAsk_andForWhatNoCounterTakes_isRefused() {
        AskedPerson customer = BUFFER.customer(WATER, person, true);
        assertThat(issue.issue(new CodeRequest(question(WATER, PASS, customer), false)))
                .isEqualTo(new CodeReply.Answered(new RightsReply.Refused(Reason.NOT_AUTHORISED), Optional.empty()));
        assertThat(issue.issue(new CodeRequest(question(WATTS, ENERGY, customer), false)))
                .isEqualTo(new CodeReply.NotAtCounters());
    }

    /** On paper of 30 millimetres a module is then 0.35 of one: every telephone reads that. */
    @Test
    void aCode_isSmallEnoughToBePrinted_andReadBack() {
        BUFFER.report(PENSIONS);
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        IssuedCode code = issued(person);
        assertThat(QrCode.of(code.text()).version()).isLessThanOrEqualTo(15);
        assertThat(QrCodeTest.read(code.svg())).isEqualTo(code.text());
    }

    /** It would be told the year, and so more than it knows. */
    @Test
    void whoFoundAPersonByHisName_isNotToldTheYearOfHisBirth() {
        BUFFER.report(CENTRES, new Granted(status(person, "LIVING_WAGE", MAY)));
        var name = new NameKey("voorbeeld|" + person.digits());
        var address = new AddressKey("9000|voorbeeldstraat|" + person.digits() + "|");
        BUFFER.livesAt(person, name, address);
        var reference = CustomerReference.of("named-" + person.digits());
        BUFFER.customer(
                WATTS,
                new Customer(
                        reference,
                        Optional.empty(),
                        Optional.of(new CustomerIdentity(
                                Set.of(name), Optional.of(address), Optional.empty(), Optional.empty())),
                        ALWAYS,
                        true));
        var asked = question(WATTS, PASS, new AskedPerson.ByReference(reference));
        var reply = (CodeReply.Answered) issue.issue(new CodeRequest(asked, true));
        assertThat(valid(reply.code().orElseThrow()).birthYear()).isEmpty();
    }

    @Test
    void aPlaceRests_asLongAsAListIsGoodThatNamesIt() {
        assertThat(Duration.ofDays(RightsCodes.LIST_DAYS)).isGreaterThanOrEqualTo(WithdrawalList.LIFE);
    }
}
