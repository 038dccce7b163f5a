package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.documents.folder.Language;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaFindingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "U1|<familyName>Lambermont<|<familyName><|cvc-pattern-valid|1.2|/U1/Person/familyName",
                "U1|<familyName>Lambermont<|<familyName> Lambermont<|cvc-pattern-valid|1.2|/U1/Person/familyName",
                "U1|<dateOfBirth>1979-04-12<|<dateOfBirth>1979-02-30<|cvc-datatype-valid.1.2.3|1.5|/U1/Person/dateOfBirth",
                "U1|<dateOfBirth>1979-04-12<|<dateOfBirth>1279-04-12<|cvc-datatype-valid.1.2.3|1.5|/U1/Person/dateOfBirth",
                "U1|<date>2026-10-05<|<date>2026-02-30<|cvc-datatype-valid.1.2.1|7.10|/U1/Institution/date",
                "U1|<date>2026-10-05<|<date>2026-10-05+2<|cvc-pattern-valid|7.10|/U1/Institution/date",
                "U1|<date>2026-10-05<|<date>1226-10-05<|cvc-minInclusive-valid|7.10|/U1/Institution/date",
                "U1|<sex>M<|<sex>X<|cvc-enumeration-valid|1.3|/U1/Person/sex",
                "U1|<nationality>BE<|<nationality>GR<|cvc-pattern-valid|1.6|/U1/Person/nationality",
                "U1|<postalCode>6700<|<postalCode>!<|cvc-pattern-valid|1.8.3|/U1/Person/Address/postalCode",
                "U1|<to>2021-08-31<|<till>2021-08-31<|cvc-complex-type.2.4.a|2.1.1|/U1/Periods/InsuredEmployment[1]/till",
                "U1|<kind>UNEMPLOYMENT_BENEFIT<|<kind>HOLIDAY<|cvc-enumeration-valid|2.1.3|/U1/Periods/OtherInsurance/kind",
                "U1|<amount>3412.50<|<amount>3412.5<|cvc-pattern-valid|2.3.1|/U1/Periods/IncomeFromEmployment[1]/amount",
                "U1|<amount>3498.75<|<amount>-1.00<|cvc-pattern-valid|2.3.1|/U1/Periods/IncomeFromEmployment[2]/amount",
                "U1|<reason>REDUNDANCY<|<reason>BORED<|cvc-enumeration-valid|3|/U1/EndOfEmployment/reason",
                "U1|<days>8<|<days>many<|cvc-pattern-valid|4.3|/U1/OtherPayments/CompensationForLeave/days",
                "U1|<email>u1@adem.example<|<email>nobody<|cvc-pattern-valid|7.9|/U1/Institution/email",
                "U1|<date>2026-10-05<|<date>05/10/2026<|cvc-pattern-valid|7.10|/U1/Institution/date",
                "U1|<EndOfEmployment>|<EndOfEmployment a=''>|cvc-complex-type.3.2.2|3|/U1/EndOfEmployment",
                "U1|<EndOfEmployment>|<EndOfEmployment>text|cvc-complex-type.2.3|3|/U1/EndOfEmployment",
                "BL1_A|<untilRevoked>true<|<untilRevoked>false<|cvc-pattern-valid|4.1|/BL1/PartA/Right/untilRevoked",
                "BL1_B|<dateOfBirth>2012-03-05<|<dateOfBirth>212<|cvc-datatype-valid.1.2.3|7.1|/BL1/PartB/FamilyMember/dateOfBirth",
                "U002|<value>06<|<value>12<|cvc-enumeration-valid||/U002/LastEmployment/reasonTermination/value",
                "U002|sedVer=\"2\"|sedVer=\"3\"|cvc-complex-type.3.1||/U002",
                "U002|sedGVer=\"4\"||cvc-complex-type.4||/U002",
                "U001|<endDate>2026-09-30<|<endDate>soon<|cvc-pattern-valid||/U001/RequestPeriod/FixedPeriod/endDate",
            })
    void namesCodeBoxPathAndLine(Kind kind, String text, String replacement, String key, String box, String path) {
        String changed = replacement == null ? "" : replacement;
        String message = Fixture.sample(kind, text, changed);
        if (changed.startsWith("<till>")) {
            message = message.replace("<till>2021-08-31</to>", "<till>2021-08-31</till>");
        }
        List<Finding> findings = Fixture.findings(message);
        assertThat(findings).anySatisfy(finding -> assertThat(finding)
                .returns("SCHEMA-" + key, Finding::code)
                .returns(box == null ? "" : box, Finding::box)
                .returns(path, Finding::path));
        int line = changed.isEmpty() ? Fixture.line(message, "<u002:U002") : Fixture.line(message, changed);
        assertThat(findings).anyMatch(finding -> finding.line() == line);
        assertThat(Fixture.validate(message).document()).isEmpty();
    }

    @Test
    void aMissingElement_isFoundAtItsPlace() {
        assertThat(Fixture.findings(Fixture.sample(Kind.U1, "<familyName>Lambermont</familyName>", "")))
                .singleElement()
                .returns("SCHEMA-cvc-complex-type.2.4.a", Finding::code)
                .returns("1.3", Finding::box)
                .extracting(Finding::remedy)
                .asString()
                .contains("familyName");
    }

    @Test
    void aU1WithoutItsDate_isFound_sinceItsRulesCountFromIt() {
        assertThat(Fixture.findings(Fixture.sample(Kind.U1, "<date>2026-10-05</date>", "")))
                .singleElement()
                .returns("SCHEMA-cvc-complex-type.2.4.a", Finding::code)
                .extracting(Finding::remedy)
                .asString()
                .contains("date");
    }

    @Test
    void allFindingsComeAtOnce_oneForEachPlace_withoutTheValues() {
        String message = Fixture.sample(Kind.U1, "Lambermont", " Lambermont")
                .replace("<sex>M<", "<sex>Memme<")
                .replace("u1@adem.example", "elise at home");
        List<Finding> findings = Fixture.findings(message);
        assertThat(findings).extracting(Finding::box).containsExactly("1.2", "1.3", "7.9");
        assertThat(findings.toString())
                .doesNotContain("Lambermont")
                .doesNotContain("Femme")
                .doesNotContain("elise");
    }

    @Test
    void messagesAreEnglish_whateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            DocumentValidator validator = new DocumentValidator(DocumentCatalogue.standard());
            Validation validation = validator.validate(Fixture.read(Fixture.sample(Kind.U1, "<sex>M<", "<sex>W<")));
            assertThat(validation.findings())
                    .singleElement()
                    .extracting(Finding::remedy)
                    .isEqualTo("wanted: enumeration [M, F, U]");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<dateOfBirth>1979-04-12<|<dateOfBirth>1979-02-30<|a date that exists",
                "<date>2026-10-05<|<date>2026-02-30<|a day that exists",
                "<date>2026-10-05<|<date>1226-10-05<|a day from 1850 to 2199",
                "<familyName>Lambermont<|<familyName> Lambermont<|one line of 1 to 155 characters",
                "<nationality>BE<|<nationality>GR<|EL for Greece",
                "<amount>3412.50<|<amount>3412.5<|always with two decimals",
                "<number>79041203729<|<number>79_041203729<|letters and digits",
                "<email>u1@adem.example<|<email>nobody<|an e-mail address",
            })
    void whatIsWanted_isSaidInWords_inEveryLanguage(String text, String replacement, String wanted) {
        IncomingDocument message = Fixture.read(Fixture.sample(Kind.U1, text, replacement));
        var said = new HashSet<String>();
        for (Language language : Language.values()) {
            Finding finding =
                    Fixture.VALIDATOR.validate(message, language).findings().getFirst();
            said.add(finding.remedy());
            assertThat(finding.remedy()).doesNotContain("pattern", "union", "facet", "\\", "]{", "type");
        }
        assertThat(said).hasSize(Language.values().length).anyMatch(remedy -> remedy.contains(wanted));
    }

    @ParameterizedTest
    @CsvSource({
        "xsi:nil='true', SCHEMA-cvc-elt.3.1",
        "xsi:type='b', SCHEMA-cvc-elt.4.2",
        "xsi:type='xs:int', SCHEMA-cvc-elt.4.3"
    })
    void whatXmlSchemaPutsIntoADocument_isNamed_inEveryLanguage(String attribute, String code) {
        IncomingDocument message = Fixture.read(Fixture.sample(
                Kind.U1,
                "<familyName>Lambermont<",
                "<familyName xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xmlns:xs='http://www.w3.org/2001/XMLSchema' "
                        + attribute + ">Lambermont<"));
        var said = new HashSet<String>();
        for (Language language : Language.values()) {
            Finding finding =
                    Fixture.VALIDATOR.validate(message, language).findings().getFirst();
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.message()).contains(attribute.substring(0, attribute.indexOf('=')));
            assertThat(finding.remedy()).contains(attribute.substring(0, attribute.indexOf('=')));
            said.add(finding.message());
        }
        assertThat(said).hasSize(Language.values().length);
    }

    @Test
    void sixMembersAtMost() {
        String member = "<FamilyMember><familyName>A</familyName><forenames>B</forenames>"
                + "<dateOfBirth>2015-01-01</dateOfBirth></FamilyMember>";
        String end = "</Registration>";
        assertThat(Fixture.findings(Fixture.sample(Kind.BL1_B, end, end + member.repeat(5))))
                .isEmpty();
        assertThat(Fixture.findings(Fixture.sample(Kind.BL1_B, end, end + member.repeat(6))))
                .singleElement()
                .returns("7.7", Finding::box);
    }

    @Test
    void aHopelessDocument_getsABoundedList() {
        String bad = "<InsuredEmployment><from>x</from><to>y</to></InsuredEmployment>";
        List<Finding> findings = Fixture.findings(Fixture.sample(Kind.U1, "<Periods>", "<Periods>" + bad.repeat(900)));
        assertThat(findings).hasSize(501).last().returns("SCHEMA-MORE", Finding::code);
    }

    @Test
    void theRefusal_isSCHEMA() {
        assertThat(Fixture.validate(Fixture.sample(Kind.U1, "<sex>M<", "<sex>W<"))
                        .refusal())
                .get()
                .returns(RefusalCode.SCHEMA, Refusal::code)
                .returns("1 finding", Refusal::detail);
    }

    @Test
    void spacesAroundADate_areTakenByBothSchemaAndClasses() {
        assertThat(Fixture.accepted(Fixture.sample(Kind.U1, "<from>2019-03-01<", "<from> 2019-03-01\n<"))
                        .facts()
                        .act())
                .isEqualTo("U1");
    }

    /** Each value of each sample, as long as the reader takes one: no pattern gets to work on it. */
    @ParameterizedTest
    @EnumSource
    void aTextThatIsTooLong_isOneFinding_andTheOthersComeAlong(Kind kind) {
        String sample = Fixture.sample(kind);
        String document = sample.substring(sample.indexOf("</sbdh:StandardBusinessDocumentHeader>"));
        var values = Pattern.compile(">([^<>\\s][^<>]*)</([A-Za-z]+)>").matcher(document);
        String end = sample.substring(0, sample.length() - document.length());
        int found = 0;
        while (values.find()) {
            String message = end
                    + document.substring(0, values.start(1))
                    + "x".repeat(20_000)
                    + document.substring(values.end(1)).replaceFirst("(?s)^(.*)>([^<>\\s][^<>]*)</", "$1> </");
            List<Finding> findings = Fixture.findings(message);
            assertThat(findings)
                    .first()
                    .returns("SCHEMA-cvc-maxLength-valid", Finding::code)
                    .extracting(Finding::path)
                    .asString()
                    .matches(".*/" + values.group(2) + "(\\[\\d+])?");
            found++;
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void aLongText_isFoundInPartsToo_andInAnAttribute() {
        String parts = Fixture.sample(Kind.U1, "Lambermont", ("x".repeat(900) + "<a/>").repeat(3));
        assertThat(Fixture.findings(parts))
                .filteredOn(finding -> finding.path().equals("/U1/Person/familyName"))
                .singleElement()
                .returns("SCHEMA-cvc-maxLength-valid", Finding::code);
        String attribute = Fixture.sample(Kind.U002, "sedVer=\"2\"", "sedVer=\"" + "2".repeat(2_001) + "\"");
        assertThat(Fixture.findings(attribute))
                .singleElement()
                .returns("SCHEMA-cvc-maxLength-valid", Finding::code)
                .returns("/U002", Finding::path);
    }

    @Test
    void spaceBetweenElements_mayBeAsLongAsItLikes() {
        assertThat(Fixture.findings(Fixture.sample(Kind.U1, "<Periods>", "<Periods>" + " \n".repeat(10_000))))
                .isEmpty();
    }

    @Test
    void whereTheSchemasLie_isNotForTheSenderToSay() {
        String message = Fixture.sample(
                Kind.U1,
                "<u1:U1 ",
                "<u1:U1 xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"urn:kruispunt:u1:1.0 file:///nowhere.xsd\" ");
        assertThat(Fixture.findings(message)).isEmpty();
    }
}
