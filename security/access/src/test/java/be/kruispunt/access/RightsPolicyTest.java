package be.kruispunt.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.access.RightsPolicy.Decision;
import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.rights.AskedPerson;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.RightsQuestion;
import be.kruispunt.model.rights.RightsReply.Reason;
import be.kruispunt.model.rights.SchemeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may ask for a right. What the queue refuses for the sender, the receiver and the persons, every other door does too. */
class RightsPolicyTest {
    private static final InstitutionId HUB = InstitutionId.of("BE:0999999922");
    private static final InstitutionId WATTS = InstitutionId.of("BE:0403019261");
    private static final LegalContext TARIFF = LegalContext.of("SOCIAL_TARIFF");
    private static final SchemeCode ENERGY = SchemeCode.of("ENERGY_SOCIAL_TARIFF");
    private static final Insz MARIE = AccessFixture.MARIE;
    private static final AskedPerson BY_NUMBER = new AskedPerson.ByNumber(MARIE);
    private static final AskedPerson BY_REFERENCE = new AskedPerson.ByReference(CustomerReference.of("K-1"));
    private static final LocalDate TODAY = AccessFixture.TODAY;
    private static final Period ALWAYS = AccessFixture.ALWAYS;

    private final RightsPolicy policy = new RightsPolicy(HUB);
    private final List<Institution> institutions = new ArrayList<>(
            List.of(institution(WATTS, CaseRole.CASE_OWNER, ALWAYS), institution(HUB, CaseRole.COUNTERPARTY, ALWAYS)));
    private final List<Authorisation> authorisations = new ArrayList<>(List.of(authorisation("26/100", Set.of())));
    private final List<DirectoryLine> lines = new ArrayList<>();
    private Map<Insz, Insz> replacedBy = Map.of();

    private static Institution institution(InstitutionId id, CaseRole role, Period competent) {
        return new Institution(
                id, "name", Network.PRIMARY, 39, ALWAYS, List.of(new Competence("GSS", role, competent)), List.of());
    }

    private static Authorisation authorisation(String number, Set<String> qualities) {
        return new Authorisation(
                number, WATTS, HUB, "L901", TARIFF, qualities, Set.of(), 2, ALWAYS, Set.of(ENERGY.value()));
    }

    private static RightsQuestion question(SchemeCode scheme, LegalContext purpose, AskedPerson... asked) {
        return new RightsQuestion(WATTS, scheme, purpose, TODAY, List.of(asked), "");
    }

    private Decision decide(AskedPerson... asked) {
        return decide(question(ENERGY, TARIFF, asked));
    }

    private Decision decide(RightsQuestion question) {
        return policy.decide(
                question, new Register(institutions, authorisations), new DirectoryExtract(lines, replacedBy), TODAY);
    }

    private static Decision denied(Reason reason) {
        return new Decision.Denied(reason);
    }

    @Test
    void byAnAuthorisationForTheSchemeAndThePurpose_itIsLookedAt() {
        assertThat(decide(BY_REFERENCE)).isEqualTo(new Decision.Granted("26/100"));
        assertThat(decide(question(SchemeCode.of("WATER_SOCIAL_TARIFF"), TARIFF, BY_REFERENCE)))
                .isEqualTo(denied(Reason.NOT_AUTHORISED));
        assertThat(decide(question(ENERGY, LegalContext.of("MARKETING"), BY_REFERENCE)))
                .isEqualTo(denied(Reason.PURPOSE_NOT_ALLOWED));
    }

    @Test
    void whoIsNotRegistered_orNotCompetent_isRefused() {
        institutions.set(0, institution(WATTS, CaseRole.CASE_OWNER, AccessFixture.PAST));
        assertThat(decide(BY_REFERENCE)).isEqualTo(denied(Reason.NOT_COMPETENT));
        institutions.removeFirst();
        assertThat(decide(BY_REFERENCE)).isEqualTo(denied(Reason.UNKNOWN_ASKER));
    }

    @Test
    void aHubThatKeepsNoStatuses_refuses() {
        institutions.set(1, institution(HUB, CaseRole.CASE_OWNER, ALWAYS));
        assertThat(decide(BY_REFERENCE)).isEqualTo(denied(Reason.NOT_COMPETENT));
        institutions.removeLast();
        assertThat(decide(BY_REFERENCE)).isEqualTo(denied(Reason.NO_RIGHTS_HERE));
    }

    @Test
    void whereTheDeliberationAsksForAQuality_eachPersonMustBeIntegrated() {
        authorisations.set(0, authorisation("26/100", Set.of("1")));
        assertThat(decide(BY_NUMBER)).isEqualTo(denied(Reason.NOT_INTEGRATED));
        lines.add(AccessFixture.line(MARIE, WATTS, "1", 1, ALWAYS));
        assertThat(decide(BY_NUMBER)).isEqualTo(denied(Reason.NOT_INTEGRATED));
        lines.add(AccessFixture.line(MARIE, WATTS, "1", 2, ALWAYS));
        assertThat(decide(BY_NUMBER)).isEqualTo(new Decision.Granted("26/100"));
        assertThat(decide(BY_NUMBER, new AskedPerson.ByNumber(AccessFixture.LUCAS)))
                .isEqualTo(denied(Reason.NOT_INTEGRATED));
        replacedBy = Map.of(MARIE, AccessFixture.LUCAS);
        assertThat(decide(BY_NUMBER)).isEqualTo(denied(Reason.NUMBER_REPLACED));
    }

    @Test
    void thenAReference_isNoWayRoundTheDirectory() {
        authorisations.set(0, authorisation("26/100", Set.of("1")));
        lines.add(AccessFixture.line(MARIE, WATTS, "1", 2, ALWAYS));
        assertThat(decide(BY_REFERENCE)).isEqualTo(denied(Reason.PERSON_NOT_NAMED));
        assertThat(decide(BY_NUMBER, BY_REFERENCE)).isEqualTo(denied(Reason.PERSON_NOT_NAMED));
        authorisations.add(authorisation("26/101", Set.of()));
        assertThat(decide(BY_NUMBER, BY_REFERENCE)).isInstanceOf(Decision.Granted.class);
    }

    /** An authorisation for another scheme does not stand in for that of this one. */
    @Test
    void anAuthorisationForAnotherScheme_isNoWayRoundEither() {
        authorisations.set(0, authorisation("26/100", Set.of("1")));
        authorisations.add(new Authorisation(
                "26/102", WATTS, HUB, "L901", TARIFF, Set.of(), Set.of(), 0, ALWAYS, Set.of("WATER_SOCIAL_TARIFF")));
        assertThat(decide(BY_NUMBER)).isEqualTo(denied(Reason.NOT_INTEGRATED));
    }

    @Test
    void theDirectoryIsAsked_onlyWhereADeliberationSaysSo() {
        RightsQuestion question = question(ENERGY, TARIFF, BY_NUMBER);
        assertThat(policy.asksOfPersons(question, new Register(institutions, authorisations), TODAY))
                .isFalse();
        authorisations.add(authorisation("26/101", Set.of("1")));
        assertThat(policy.asksOfPersons(question, new Register(institutions, authorisations), TODAY))
                .isTrue();
    }
}
