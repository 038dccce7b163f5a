package be.kruispunt.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document is held against, and what its sender is told. Each rule has tests of its own. */
class ValidateTest {
    private final Validate validate = new Validate(GivenXml.VALIDATOR);

    private Validated passed(Authenticated authenticated) {
        Result<Validated> result = validate.validate(authenticated);
        assertThat(result).as("%s", result).isInstanceOf(Result.Passed.class);
        return ((Result.Passed<Validated>) result).value();
    }

    private Refusal refused(String xml) {
        Result<Validated> result = validate.validate(GivenXml.authenticated(xml));
        assertThat(result).isInstanceOf(Result.Refused.class);
        return ((Result.Refused<Validated>) result).refusal();
    }

    private static String u1(String wanted, String instead) {
        assertThat(GivenXml.u1()).contains(wanted);
        return GivenXml.u1().replace(wanted, instead);
    }

    @Test
    void whatFollowsItsSchemaAndRules_goesOn_inTheTreeThatWasVerified() {
        Authenticated authenticated = GivenXml.authenticated(GivenXml.u1());
        Validated validated = passed(authenticated);
        assertThat(validated.content().type()).isEqualTo(DocumentCatalogue.U1_1_0);
        assertThat(validated.content().payload()).isSameAs(authenticated.payload());
        assertThat(validated.signed()).isSameAs(authenticated);
        assertThat(validated.facts().persons()).contains(Given.PERSON);
        assertThat(validated.warnings()).isEmpty();
        assertThat(validated.auditDetail()).isEqualTo("0 warning(s)");
    }

    @Test
    void everyFindingOfTheSchemaIsToldAtOnce_andNoneOfTheRules() {
        Refusal refusal = refused(u1("<sex>M</sex>", "<sex>Q</sex>")
                .replace("<days>8</days>", "<days>eight</days>")
                .replace("<to>2021-08-31</to>", "<to>2018-08-31</to>"));
        assertThat(refusal).returns(RefusalCode.SCHEMA, Refusal::code).returns("2 findings", Refusal::detail);
        assertThat(refusal.findings())
                .allSatisfy(finding -> assertThat(finding.code()).startsWith("SCHEMA-"))
                .extracting(Finding::path)
                .containsExactly("/U1/Person/sex", "/U1/OtherPayments/CompensationForLeave/days");
    }

    @Test
    void everyFindingOfTheRulesIsToldAtOnce_withTheWarnings() {
        Refusal refusal = refused(u1("<to>2021-08-31</to>", "<to>2018-08-31</to>")
                .replace("<nationality>BE</nationality>", "<nationality>XX</nationality>")
                .replace("<sex>M</sex>", "<sex>F</sex>"));
        assertThat(refusal).returns(RefusalCode.RULE, Refusal::code).returns("2 findings", Refusal::detail);
        assertThat(refusal.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("U1-PERIOD-ORDER", "COUNTRY-UNKNOWN", "PERSON-SEX");
    }

    @Test
    void aFormThatNamesAnotherIssuerThanItsSender_isRefusedForThatAlone() {
        String another = u1(
                "<identificationNumber>LU:0053</identificationNumber>",
                "<identificationNumber>LU:0021</identificationNumber>");
        assertThat(refused(another).code()).isEqualTo(RefusalCode.ISSUER_MISMATCH);
        assertThat(refused(another.replace("<nationality>BE</nationality>", "<nationality>XX</nationality>"))
                        .code())
                .isEqualTo(RefusalCode.RULE);
    }

    @Test
    void aWarningStopsNothing_andTravelsWithTheDocument() {
        Validated validated = passed(GivenXml.authenticated(u1("<sex>M</sex>", "<sex>F</sex>")));
        assertThat(validated.warnings()).extracting(Finding::code).containsExactly("PERSON-SEX");
        assertThat(validated.auditDetail()).isEqualTo("1 warning(s)");
    }

    /** Values are personal data. */
    @Test
    void noFindingTellsAValueOfTheDocument() {
        List<Finding> findings = refused(u1("<number>79041203729</number>", "<number>79041203728</number>"))
                .findings();
        assertThat(findings).isNotEmpty();
        assertThat(findings.toString()).doesNotContain("79041203728");
    }
}
