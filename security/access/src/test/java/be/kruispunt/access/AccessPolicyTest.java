package be.kruispunt.access;

import static be.kruispunt.model.outcome.RefusalCode.LEGAL_CONTEXT_NOT_ALLOWED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_AUTHORISED;
import static be.kruispunt.model.outcome.RefusalCode.NOT_COMPETENT;
import static be.kruispunt.model.outcome.RefusalCode.NUMBER_REPLACED;
import static be.kruispunt.model.outcome.RefusalCode.PERSON_NOT_IDENTIFIED;
import static be.kruispunt.model.outcome.RefusalCode.RECEIVER_NOT_INTEGRATED;
import static be.kruispunt.model.outcome.RefusalCode.RECEIVER_PHASE_TOO_LOW;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_NOT_INTEGRATED;
import static be.kruispunt.model.outcome.RefusalCode.SENDER_PHASE_TOO_LOW;
import static be.kruispunt.model.outcome.RefusalCode.UNKNOWN_INSTITUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.Matricule;
import be.kruispunt.model.message.LegalContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccessPolicyTest extends AccessFixture {
    @Test
    void grantsWithTheNumberOfTheAuthorisation() {
        assertThat(decide(List.of(RVA), MARIE))
                .isEqualTo(new AccessDecision.Granted(List.of(institutions.get(1)), List.of("26/014")));
    }

    @Test
    void grantsWithoutLookingAtPersons_whenTheAuthorisationAsksForNoQuality() {
        authorisations.set(0, authorisation("26/015", RVA, Set.of(), Set.of(), ALWAYS));
        lines.clear();
        assertThat(decide(List.of(RVA), Matricule.of("1893120105732"))).isInstanceOf(AccessDecision.Granted.class);
    }

    @Test
    void grantsToEveryReceiverOrNone() {
        authorisations.add(authorisation("26/016", INSURER, Set.of(), Set.of(), ALWAYS));
        assertThat(decide(List.of(RVA, INSURER), MARIE))
                .isEqualTo(new AccessDecision.Granted(
                        List.of(institutions.get(1), institutions.get(2)), List.of("26/014", "26/016")));

        authorisations.remove(1);
        assertDenied(NOT_AUTHORISED, List.of(RVA, INSURER), MARIE);
    }

    @Test
    void refusesASenderThatIsNotRegistered_orNotAtThisTime() {
        institutions.set(0, institution(ADEM, CaseRole.CASE_OWNER, PAST, ALWAYS));
        assertDenied(UNKNOWN_INSTITUTION, List.of(RVA), MARIE);
        institutions.removeFirst();
        assertDenied(UNKNOWN_INSTITUTION, List.of(RVA), MARIE);
    }

    @Test
    void refusesAReceiverThatIsNotRegistered_orNotYet() {
        assertDenied(UNKNOWN_INSTITUTION, List.of(InstitutionId.of("LU:0099")), MARIE);
        institutions.set(1, institution(RVA, CaseRole.COUNTERPARTY, FUTURE, ALWAYS));
        assertDenied(UNKNOWN_INSTITUTION, List.of(RVA), MARIE);
    }

    @Test
    void refusesASideThatIsNotCompetent_inItsRole_atThisTime() {
        institutions.set(0, institution(ADEM, CaseRole.COUNTERPARTY, ALWAYS, ALWAYS));
        assertDenied(NOT_COMPETENT, List.of(RVA), MARIE);
        institutions.set(0, institution(ADEM, CaseRole.CASE_OWNER, ALWAYS, PAST));
        assertDenied(NOT_COMPETENT, List.of(RVA), MARIE);
        institutions.set(0, institution(ADEM, CaseRole.CASE_OWNER, ALWAYS, ALWAYS));
        institutions.set(1, institution(RVA, CaseRole.CASE_OWNER, ALWAYS, ALWAYS));
        assertDenied(NOT_COMPETENT, List.of(RVA), MARIE);
    }

    @Test
    void refusesWithoutAnAuthorisation_andAfterItsEnd() {
        authorisations.set(0, authorisation("26/014", RVA, Set.of(), Set.of(), PAST));
        assertDenied(NOT_AUTHORISED, List.of(RVA), MARIE);
        authorisations.set(0, authorisation("26/014", INSURER, Set.of(), Set.of(), ALWAYS));
        assertDenied(NOT_AUTHORISED, List.of(RVA), MARIE);
        authorisations.clear();
        assertDenied(NOT_AUTHORISED, List.of(RVA), MARIE);
    }

    @Test
    void refusesAnotherDocumentThanTheAuthorisedOne() {
        AccessRequest other = new AccessRequest(
                ADEM, CaseRole.CASE_OWNER, List.of(RVA), "U003", "UB_BUC_01", UNEMPLOYMENT, List.of(MARIE), TODAY);
        assertThat(codeOf(decide(other))).isEqualTo(NOT_AUTHORISED);
    }

    @Test
    void refusesAnotherPurposeThanTheAuthorisedOne() {
        AccessRequest other = new AccessRequest(
                ADEM,
                CaseRole.CASE_OWNER,
                List.of(RVA),
                "U002",
                "UB_BUC_01",
                LegalContext.of("TAXES"),
                List.of(MARIE),
                TODAY);
        assertThat(codeOf(decide(other))).isEqualTo(LEGAL_CONTEXT_NOT_ALLOWED);
    }

    @Test
    void refusesAReceiverThatDoesNotKnowThePerson() {
        lines.removeFirst();
        assertDenied(RECEIVER_NOT_INTEGRATED, List.of(RVA), MARIE);
        lines.add(line(MARIE, INSURER, "1", 3, ALWAYS));
        assertDenied(RECEIVER_NOT_INTEGRATED, List.of(RVA), MARIE);
        lines.add(line(MARIE, RVA, "2", 3, ALWAYS));
        assertDenied(RECEIVER_NOT_INTEGRATED, List.of(RVA), MARIE);
        lines.add(line(MARIE, RVA, "1", 3, PAST));
        lines.add(line(MARIE, RVA, "1", 3, FUTURE));
        assertDenied(RECEIVER_NOT_INTEGRATED, List.of(RVA), MARIE);
    }

    @Test
    void refusesWhenOneOfThePersonsIsNotKnown() {
        lines.add(line(LUCAS, ADEM, "7", 0, ALWAYS));
        assertDenied(RECEIVER_NOT_INTEGRATED, List.of(RVA), MARIE, LUCAS);
        lines.add(line(LUCAS, RVA, "4", 2, ALWAYS));
        assertThat(decide(List.of(RVA), MARIE, LUCAS)).isInstanceOf(AccessDecision.Granted.class);
    }

    /** What is asked of the receiver alone would tell any sender whom the receiver knows. */
    @Test
    void asksThatTheSenderKnowsThePerson_whereSomethingIsAskedOfTheReceiver() {
        lines.remove(known);
        assertDenied(SENDER_NOT_INTEGRATED, List.of(RVA), MARIE);
        lines.clear();
        assertDenied(SENDER_NOT_INTEGRATED, List.of(RVA), MARIE);
        lines.add(line(MARIE, ADEM, "7", 0, PAST));
        assertDenied(SENDER_NOT_INTEGRATED, List.of(RVA), MARIE);
    }

    @Test
    void anyOfSeveralAuthorisationsWillDo() {
        authorisations.addFirst(authorisation("26/013", RVA, Set.of("3"), Set.of("1"), ALWAYS));
        assertThat(decide(List.of(RVA), MARIE))
                .isEqualTo(new AccessDecision.Granted(List.of(institutions.get(1)), List.of("26/014")));
        authorisations.set(1, authorisation("26/014", RVA, Set.of("5"), Set.of("1"), ALWAYS));
        assertDenied(SENDER_NOT_INTEGRATED, List.of(RVA), MARIE);
    }

    @Test
    void refusesTooLowAPhase() {
        lines.set(0, line(MARIE, RVA, "1", 1, ALWAYS));
        assertDenied(RECEIVER_PHASE_TOO_LOW, List.of(RVA), MARIE);
        lines.add(line(MARIE, RVA, "4", 2, ALWAYS));
        assertThat(decide(List.of(RVA), MARIE)).isInstanceOf(AccessDecision.Granted.class);
    }

    @Test
    void checksTheSenderLikeTheReceiver() {
        authorisations.set(0, authorisation("26/014", RVA, Set.of("7"), Set.of("1"), ALWAYS));
        lines.remove(known);
        assertDenied(SENDER_NOT_INTEGRATED, List.of(RVA), MARIE);
        lines.add(line(MARIE, ADEM, "7", 1, ALWAYS));
        assertDenied(SENDER_PHASE_TOO_LOW, List.of(RVA), MARIE);
        lines.add(line(MARIE, ADEM, "7", 2, ALWAYS));
        assertThat(decide(List.of(RVA), MARIE)).isInstanceOf(AccessDecision.Granted.class);
    }

    @Test
    void refusesAPersonWithoutInsz_whenTheAuthorisationAsksForAQuality() {
        assertDenied(PERSON_NOT_IDENTIFIED, List.of(RVA), Matricule.of("1893120105732"));
        assertDenied(PERSON_NOT_IDENTIFIED, List.of(RVA));
    }

    @Test
    void refusesAReplacedNumber_andDoesNotTellThePresentOne() {
        replacedBy = Map.of(MARIE, LUCAS);
        AccessDecision decision = decide(List.of(RVA), MARIE);
        assertThat(codeOf(decision)).isEqualTo(NUMBER_REPLACED);
        assertThat(decision.toString()).doesNotContain(LUCAS.digits()).doesNotContain(MARIE.digits());
    }

    @Test
    void doesNotTellThatANumberWasReplaced_toASenderThatDoesNotKnowThePerson() {
        lines.remove(known);
        AccessDecision before = decide(List.of(RVA), MARIE);
        replacedBy = Map.of(MARIE, LUCAS);
        assertThat(decide(List.of(RVA), MARIE)).isEqualTo(before);
        assertThat(codeOf(before)).isEqualTo(SENDER_NOT_INTEGRATED);
    }

    @Test
    void aLineUnderAnEarlierNumberCounts() {
        replacedBy = Map.of(MARIE, LUCAS);
        assertThat(decide(List.of(RVA), LUCAS)).isInstanceOf(AccessDecision.Granted.class);
    }

    @Test
    void numbersThatReplaceEachOther_nameOnePerson_andOneOfThemIsThePresentOne() {
        Insz third = Insz.of("74113050136");
        var extract = new DirectoryExtract(List.of(), Map.of(MARIE, LUCAS, LUCAS, MARIE, third, MARIE));
        assertThat(Stream.of(MARIE, LUCAS, third).map(extract::present)).containsOnly(LUCAS);
        assertThat(extract.otherNumbers(LUCAS)).containsExactlyInAnyOrder(MARIE, third);
        assertThat(new DirectoryExtract(List.of(), Map.of(MARIE, MARIE)).present(MARIE))
                .isEqualTo(MARIE);
    }

    @Test
    void periodCoversItsFirstAndLastDay() {
        var period = new Period(TODAY, Optional.of(TODAY.plusDays(1)));
        assertThat(Stream.of(-1, 0, 1, 2).map(days -> period.covers(TODAY.plusDays(days))))
                .containsExactly(false, true, true, false);
        assertThatThrownBy(() -> new Period(TODAY, Optional.of(TODAY.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatSeveralAuthorisationsNameOfRights_mayBeDoneTogether_andEachIsAGround() {
        authorisations.clear();
        authorisations.add(naming("26/021", "LIVING_WAGE"));
        authorisations.add(naming("26/022", "BLIND_90"));
        assertThat(decide(List.of(RVA)))
                .isEqualTo(new AccessDecision.Granted(
                        List.of(institutions.get(1)), List.of("26/021", "26/022"), Set.of("LIVING_WAGE", "BLIND_90")));
    }

    private static Authorisation naming(String number, String right) {
        return new Authorisation(number, ADEM, RVA, "U002", UNEMPLOYMENT, Set.of(), Set.of(), 0, ALWAYS, Set.of(right));
    }
}
