package be.kruispunt.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.cases.CaseRole;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Insz;
import be.kruispunt.model.id.PersonNumber;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.outcome.RefusalCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A register and a directory in which everything is in order, for the tests to break. */
abstract class AccessFixture {
    static final InstitutionId ADEM = InstitutionId.of("LU:0053");
    static final InstitutionId RVA = InstitutionId.of("BE:0206737484");
    static final InstitutionId INSURER = InstitutionId.of("BE:0411729366");
    static final LegalContext UNEMPLOYMENT = LegalContext.of("UNEMPLOYMENT");
    static final Insz MARIE = Insz.of("85073003328");
    static final Insz LUCAS = Insz.of("17073003384");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Period ALWAYS = Period.since(LocalDate.of(2000, 1, 1));
    static final Period PAST = new Period(LocalDate.of(2000, 1, 1), Optional.of(TODAY.minusDays(1)));
    static final Period FUTURE = Period.since(TODAY.plusDays(1));

    final AccessPolicy policy = new AccessPolicy();
    final List<Institution> institutions = new ArrayList<>(List.of(
            institution(ADEM, CaseRole.CASE_OWNER, ALWAYS, ALWAYS),
            institution(RVA, CaseRole.COUNTERPARTY, ALWAYS, ALWAYS),
            institution(INSURER, CaseRole.COUNTERPARTY, ALWAYS, ALWAYS)));
    final List<Authorisation> authorisations =
            new ArrayList<>(List.of(authorisation("26/014", RVA, Set.of(), Set.of("1", "4"), ALWAYS)));
    /** ADEM knows Marie, and so may hear what RVA knows. */
    final DirectoryLine known = line(MARIE, ADEM, "7", 0, ALWAYS);

    final List<DirectoryLine> lines = new ArrayList<>(List.of(line(MARIE, RVA, "1", 3, ALWAYS), known));
    Map<Insz, Insz> replacedBy = Map.of();

    AccessDecision decide(List<InstitutionId> receivers, PersonNumber... persons) {
        return decide(new AccessRequest(
                ADEM, CaseRole.CASE_OWNER, receivers, "U002", "UB_BUC_01", UNEMPLOYMENT, List.of(persons), TODAY));
    }

    AccessDecision decide(AccessRequest request) {
        return policy.decide(
                request, new Register(institutions, authorisations), new DirectoryExtract(lines, replacedBy));
    }

    void assertDenied(RefusalCode code, List<InstitutionId> receivers, PersonNumber... persons) {
        assertThat(codeOf(decide(receivers, persons))).isEqualTo(code);
    }

    static RefusalCode codeOf(AccessDecision decision) {
        return switch (decision) {
            case AccessDecision.Denied(var refusal) -> refusal.code();
            case AccessDecision.Granted granted -> throw new AssertionError("granted: " + granted.grounds());
        };
    }

    static List<InstitutionId> receiversOf(AccessDecision decision) {
        return switch (decision) {
            case AccessDecision.Denied(var refusal) ->
                throw new AssertionError(refusal.code().name());
            case AccessDecision.Granted granted ->
                granted.receivers().stream().map(Institution::id).toList();
        };
    }

    static Institution institution(InstitutionId id, CaseRole role, Period active, Period competent) {
        return new Institution(
                id,
                "name",
                Network.PRIMARY,
                18,
                active,
                List.of(new Competence("UB_BUC_01", role, competent)),
                List.of());
    }

    static Authorisation authorisation(
            String number, InstitutionId receiver, Set<String> ofSender, Set<String> ofReceiver, Period period) {
        return new Authorisation(number, ADEM, receiver, "U002", UNEMPLOYMENT, ofSender, ofReceiver, 2, period);
    }

    static DirectoryLine line(Insz insz, InstitutionId id, String quality, int phase, Period period) {
        return new DirectoryLine(insz, id, 18, quality, phase, period, TODAY);
    }
}
