package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
    private static final String REGISTERED = "<registeredSince>2026-09-15</registeredSince>";

    private static void finds(String message, String code, String box, String path, String at) {
        List<Finding> findings = Fixture.findings(message);
        assertThat(findings)
                .filteredOn(finding -> finding.code().equals(code))
                .first()
                .returns(box, Finding::box)
                .returns(path, Finding::path)
                .returns(Fixture.line(message, at), Finding::line);
        boolean error = findings.stream().anyMatch(Finding::isError);
        assertThat(Fixture.validate(message).accepted()).isNotEqualTo(error);
    }

    private static String cut(String message, String from, String to) {
        return message.substring(0, message.indexOf(from)) + message.substring(message.indexOf(to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // PERSON-NUMBER-INVALID: INSZ, matricule, BSN
                "U1|<number>79041203729<|<number>79041203728<|PERSON-NUMBER-INVALID|1.1|/U1/Person/PersonalIdentificationNumber[2]",
                "U1|<number>1979041201|<number>1979041202|PERSON-NUMBER-INVALID|1.1|/U1/Person/PersonalIdentificationNumber[1]",
                "BL1_A|<number>1985|<number>1986|PERSON-NUMBER-INVALID|2.4|/BL1/PartA/Worker/RegistrationNumber[1]",
                "BL1_10|<number>2012|<number>2013|PERSON-NUMBER-INVALID|7.1|/BL1/PartB/FamilyMember/RegistrationNumber",
                "U1|<nationality>BE<|<nationality>QQ<|COUNTRY-UNKNOWN|1.6|/U1/Person/nationality",
                "U1|<currency>EUR</currency>\\n"
                        + "        <days>|<currency>EUX</currency>\\n"
                        + "        <days>|CURRENCY-UNKNOWN|4.3|/U1/OtherPayments/CompensationForLeave/currency",
                "U1|<identificationNumber>LU:0053</identificationNumber>\\n"
                        + "      <tel|<identificationNumber>QQ:0053</identificationNumber>\\n"
                        + "      <tel|INSTITUTION-INVALID|7.6|/U1/Institution/identificationNumber",
                "U1|<to>2021-08-31<|<to>2018-08-31<|U1-PERIOD-ORDER|2.1.1|/U1/Periods/InsuredEmployment[1]",
                "U1|<to>2026-09-30</to>\\n"
                        + "      </Ins|<to>2026-10-06</to>\\n"
                        + "      </Ins|U1-PERIOD-AFTER-FORM-DATE|2.1.1|/U1/Periods/InsuredEmployment[3]",
                "U1|<from>2021-09-13<|<from>2021-08-31<|U1-PERIOD-OVERLAP|2.1.1|/U1/Periods/InsuredEmployment[2]",
                "U1|<kind>UNEMPLOYMENT_BENEFIT<|<kind>OTHER<|U1-OTHER-KIND|2.1.3|/U1/Periods/OtherInsurance",
                "U1|<reason>REDUNDANCY<|<reason>OTHER_EMPLOYMENT<|U1-OTHER-REASON|3|/U1/EndOfEmployment/reason",
                "U002|<endDate>2021-09-12<|<endDate>2021-08-12<|U002-PERIOD-ORDER||/U002/Periods/Sickness/FixedPeriod",
                "U001|<startDate>2023-10-01<|<startDate>2029-10-01<|U001-PERIOD-ORDER||/U001/RequestPeriod/FixedPeriod",
                "U002|<value>06<|<value>99<|U002-OTHER-REASON||/U002/LastEmployment/reasonTermination",
                "U002|<amount>1288.40</amount>||U002-AMOUNT-CURRENCY||/U002/LastEmployment/Payments/Payment",
                "U002|<institutionID>LU:0053<|<institutionID>QQ:0053<|INSTITUTION-INVALID||/U002/UnemploymentBenefits/UnemploymentBenefit/Institution/institutionID",
                "BL1_A|<untilRevoked>true</untilRevoked>||BL1-RIGHT-CHOICE|4|/BL1/PartA/Right",
                "BL1_A|<country>LU</country>\\n"
                        + "          <number>|<country>FR</country>\\n"
                        + "          <number>|BL1-NO-MATRICULE|2.4|/BL1/PartA/Worker/RegistrationNumber[1]",
                "BL1_B|<registeredSince>2026-09-15</registeredSince>||BL1-REGISTRATION-CHOICE|6|/BL1/PartB/Registration",
                "BL1_B|<registeredSince>2026-09-15</registeredSince>|<notRegistered>left</notRegistered>|BL1-MEMBERS-NOT-REGISTERED|7.1|/BL1/PartB/FamilyMember",
            })
    void findsTheBrokenRule_withBoxPathAndLine(
            Kind kind, String text, String replacement, String code, String box, String path) {
        String wanted = text.replace("\\n", "\n");
        String changed = replacement == null ? "" : replacement.replace("\\n", "\n");
        List<Finding> findings = Fixture.findings(Fixture.sample(kind, wanted, changed));
        assertThat(findings).anySatisfy(finding -> assertThat(finding)
                .returns(code, Finding::code)
                .returns(box == null ? "" : box, Finding::box)
                .returns(path, Finding::path)
                .satisfies(f -> assertThat(f.line()).isPositive()));
    }

    @Test
    void u1WithoutAPeriod() {
        String message = cut(Fixture.sample(Kind.U1), "      <InsuredEmployment>", "      <IncomeFromEmployment>");
        finds(message, "U1-NO-PERIOD", "2", "/U1/Periods", "<Periods>");
    }

    @Test
    void u1OfAnInstitution_hasItsBoxes_eachEmptyOneIsNamed() {
        String message = cut(
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
                        tuple("U1-BOX-MISSING", "box 1.8, the current address, is empty"),
                        tuple("U1-BOX-MISSING", "box 2.2.1, the nature of the activity, is empty"),
                        tuple("U1-BOX-MISSING", "box 7.2, street and number, is empty"));
    }

    @Test
    void u1ThatDoesNotReachBack_isAWarning_thatNamesTheStateAndTheYears() {
        String message = Fixture.sample(Kind.U1, "<from>2019-03-01<", "<from>2024-03-01<")
                .replace("<to>2021-08-31<", "<to>2024-03-31<")
                .replace("<from>2021-09-13<", "<from>2024-04-01<")
                .replace("<from>2021-09-01<", "<from>2025-01-05<")
                .replace("<to>2021-09-12<", "<to>2025-01-06<");
        finds(message, "U1-REFERENCE-PERIOD", "2", "/U1/Periods", "<Periods>");
        assertThat(Fixture.findings(message))
                .singleElement()
                .returns(Severity.WARNING, Finding::severity)
                .extracting(Finding::message)
                .asString()
                .contains("BE", "3 years");
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
    void u1WithoutInsurer_isAWarning() {
        String message = cut(Fixture.sample(Kind.U1), "        <Insurer>", "      </TreatedAsInsurance>");
        finds(message, "U1-INSURER-MISSING", "2.1.4", "/U1/Periods/TreatedAsInsurance", "<TreatedAsInsurance>");
    }

    @Test
    void u1WithBothOrNeitherEntitlement() {
        String both = Fixture.sample(
                Kind.U1,
                "<Entitlement>",
                "<Entitlement><Entitled><article>ART_64</article><from>2026-10-01</from><to>2026-12-31</to></Entitled>");
        finds(both, "U1-ENTITLEMENT-CHOICE", "6", "/U1/Entitlement", "<Entitlement>");
        String neither = Fixture.sample(Kind.U1, "<notEntitled>EXPORT_NOT_REQUESTED</notEntitled>", "");
        finds(neither, "U1-ENTITLEMENT-CHOICE", "6", "/U1/Entitlement", "<Entitlement>");
    }

    @Test
    void bl1WithBox10AndWithoutPartB() {
        String message = cut(Fixture.sample(Kind.BL1_10), "    <PartB>", "    <Confirmation>");
        finds(message, "BL1-STEP-ORDER", "10", "/BL1/Confirmation", "<Confirmation>");
    }

    @Test
    void bl1WithBothRights() {
        String message = Fixture.sample(Kind.BL1_A, "<Right>", "<Right>")
                .replace("</Right>", "<until>2027-01-01</until></Right>");
        finds(message, "BL1-RIGHT-CHOICE", "4", "/BL1/PartA/Right", "<Right>");
    }

    @Test
    void bl1WithBothRegistrations() {
        String message = Fixture.sample(Kind.BL1_B, REGISTERED, REGISTERED + "<notRegistered>no</notRegistered>");
        finds(message, "BL1-REGISTRATION-CHOICE", "6", "/BL1/PartB/Registration", "<Registration>");
    }

    @Test
    void bl1WithAMembersNumberTooEarlyOrMissing() {
        String early = cut(Fixture.sample(Kind.BL1_10), "    <Confirmation>", "  </bl1:BL1>");
        finds(early, "BL1-NUMBER-TOO-EARLY", "7.1", "/BL1/PartB/FamilyMember", "<FamilyMember>");
        String ten = Fixture.sample(Kind.BL1_10);
        String member = ten.substring(ten.indexOf("<FamilyMember>"), ten.indexOf("</FamilyMember>"));
        String without = member.substring(0, member.indexOf("<RegistrationNumber>"));
        String missing = ten.replace(member, without);
        finds(missing, "BL1-NUMBER-MISSING", "7.1", "/BL1/PartB/FamilyMember", "<FamilyMember>");
    }

    @Test
    void u002WithoutAPeriod() {
        String message = cut(Fixture.sample(Kind.U002), "      <InsuredEmployment>", "    </Periods>");
        finds(message, "U002-NO-PERIOD", "", "/U002/Periods", "<Periods>");
    }

    @Test
    void theBsn_isCheckedToo() {
        String message = Fixture.sample(
                Kind.U1, "<country>LU</country>\n        <number>", "<country>NL</country>\n        <number>");
        finds(
                message,
                "PERSON-NUMBER-INVALID",
                "1.1",
                "/U1/Person/PersonalIdentificationNumber[1]",
                "<PersonalIdentificationNumber>");
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
        assertThat(validation.refusal()).get().returns(RefusalCode.RULE, Refusal::code);
    }
}
