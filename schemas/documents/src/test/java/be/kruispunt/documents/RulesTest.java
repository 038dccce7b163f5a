package be.kruispunt.documents;

import static be.kruispunt.model.outcome.RefusalCode.RULE;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rule at the step itself, in milliseconds; at the front door it is enough that findings travel. */
class RulesTest {
    /** A wrong issuer has a refusal and a test of its own. */
    private static final Set<String> NOT_TO_BE_BROKEN = Set.of("ISSUER-MISMATCH");

    /** The rules of the others are broken by the examples in their folders, and there alone. */
    private static final List<DocumentType> WITH_SAMPLES = List.of(
            DocumentCatalogue.U1_1_0,
            DocumentCatalogue.BL1_1_0,
            DocumentCatalogue.U001_4_2,
            DocumentCatalogue.U002_4_2);

    @ParameterizedTest
    @EnumSource
    void aBrokenRuleIsFound_withItsBoxPathAndLine(BrokenRule rule) {
        String message = rule.message();
        Validation validation = Fixture.validate(message);
        assertThat(validation.findings()).anySatisfy(finding -> rule.requireFinding(finding, message));
        assertThat(validation.findings()).noneMatch(finding -> finding.code().startsWith("SCHEMA"));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorStopsTheMessage_aWarningDoesNot(BrokenRule rule) {
        Validation validation = Fixture.validate(rule.message());
        boolean error = rule.severity() == Severity.ERROR;
        assertThat(validation.findings().stream().anyMatch(Finding::isError)).isEqualTo(error);
        assertThat(validation.accepted()).isNotEqualTo(error);
        assertThat(validation.refusal().map(Refusal::code)).isEqualTo(error ? Optional.of(RULE) : Optional.empty());
    }

    @Test
    void everyRuleIsBrokenHere() {
        Set<String> broken = Arrays.stream(BrokenRule.values())
                .map(rule -> rule.severity() + " " + rule.code())
                .collect(toSet());
        assertThat(WITH_SAMPLES).allSatisfy(type -> assertThat(
                        Fixture.CATALOGUE.get(type).rules().all())
                .filteredOn(rule -> !NOT_TO_BE_BROKEN.contains(rule.code()))
                .allSatisfy(rule -> assertThat(broken).contains(rule.severity() + " " + rule.code())));
    }

    @Test
    void u1OfAnInstitution_hasItsBoxes_eachEmptyOneIsNamed() {
        String message = Fixture.cut(
                        Fixture.sample(Kind.U1), "      <Address>\n        <street>Rue de la Semois", "    </Person>")
                .replace("      <street>Rue de l'Exemple 10</street>\n", "")
                .replaceFirst(
                        "      <IncomeFromEmployment>",
                        "      <UninsuredEmployment><from>2026-09-01</from><to>2026-09-02</to></UninsuredEmployment>\n"
                                + "      <IncomeFromEmployment>");
        assertThat(Fixture.findings(message))
                .allMatch(Finding::isError)
                .extracting(Finding::code, Finding::message)
                .containsExactly(
                        tuple("U1-BOX-MISSING", "box 1.8, Current address, is empty, and every U1 has it"),
                        tuple("U1-BOX-MISSING", "box 2.2.1, Nature of the activity, is empty, and every U1 has it"),
                        tuple("U1-BOX-MISSING", "box 7.2, Street and number, is empty, and every U1 has it"));
    }

    @Test
    void u1ThatDoesNotReachBack_isAWarning_thatNamesTheStateAndTheYears() {
        String message = Fixture.sample(Kind.U1, "<from>2019-03-01<", "<from>2024-03-01<")
                .replace("<to>2021-08-31<", "<to>2024-03-31<")
                .replace("<from>2021-09-13<", "<from>2024-04-01<")
                .replace("<from>2021-09-01<", "<from>2025-01-05<")
                .replace("<to>2021-09-12<", "<to>2025-01-06<");
        assertThat(Fixture.findings(message))
                .singleElement()
                .returns(Severity.WARNING, Finding::severity)
                .extracting(Finding::message)
                .asString()
                .contains("BE", "years: 3");
    }

    @Test
    void u1ForLuxembourg_reachesBackOneYearOnly() {
        String message = Fixture.sample(Kind.U1, "<from>2019-03-01<", "<from>2024-03-01<")
                .replace("<to>2021-08-31<", "<to>2024-03-31<")
                .replace("<from>2021-09-13<", "<from>2024-04-01<")
                .replace("<from>2021-09-01<", "<from>2025-01-05<")
                .replace("<to>2021-09-12<", "<to>2025-01-06<")
                .replace("BE:0206737484</sbdh", "LU:0099</sbdh");
        assertThat(Fixture.findings(message)).isEmpty();
    }

    @Test
    void allFindingsComeAtOnce_withoutTheValues_andRefuseWithRULE() {
        String message = Fixture.sample(Kind.U1, "79041203729", "79041203728")
                .replace("<nationality>BE<", "<nationality>QQ<")
                .replace("<to>2021-08-31<", "<to>2018-08-31<");
        Validation validation = Fixture.validate(message);
        assertThat(validation.findings())
                .extracting(Finding::code)
                .containsExactly("PERSON-NUMBER-INVALID", "COUNTRY-UNKNOWN", "U1-PERIOD-ORDER");
        assertThat(validation.findings().toString())
                .doesNotContain("79041203728")
                .doesNotContain("QQ");
        assertThat(validation.refusal()).get().returns(RULE, Refusal::code);
    }
}
