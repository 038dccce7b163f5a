package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.id.Matricule;
import be.kruispunt.model.message.DocumentFacts;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.RefusalCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What institutions and their libraries write without doing wrong, and what says nothing although it has characters. */
class AsOthersWriteTest {
    private static final String ASTRAL = "\uD842\uDFB7";

    private static void takes(String message, String... warnings) {
        assertThat(Fixture.findings(message)).extracting(Finding::code).containsExactly(warnings);
        assertThat(Fixture.validate(message).accepted()).isTrue();
    }

    private static void refuses(String message, String code) {
        assertThat(Fixture.findings(message))
                .anySatisfy(finding -> assertThat(finding.code()).isEqualTo(code));
        assertThat(Fixture.validate(message).accepted()).isFalse();
    }

    static List<String> matriculesOfAnUnknownDay() {
        return List.of("19790400034", "19790012034", "19790000034");
    }

    @ParameterizedTest
    @MethodSource("matriculesOfAnUnknownDay")
    void aNumberWithAnUnknownPartOfTheBirthDate(String body) {
        takes(Fixture.sample(
                Kind.U1, "1979041201303", Matricule.withCheckDigits(body).digits()));
    }

    /** The Belgian one has month 00, and a day that only counts on. */
    @ParameterizedTest
    @ValueSource(strings = {"790000037", "790001037"})
    void anInszWithAnUnknownBirthDate(String nine) {
        String insz = nine + "%02d".formatted(97 - Long.parseLong(nine) % 97);
        takes(Fixture.sample(Kind.U1, "79041203729", insz));
    }

    @ParameterizedTest
    @CsvSource({
        "U1, 79041203729, 79.04.12-037.29",
        "U1, 79041203729, 79 04 12 037 29",
        "U1, 1979041201303, 1979 0412 013 03",
        "U001, 79041203729, 790412-037-29",
        "U002, 1979041201303, 1979/04/12-013.03",
        "BL1_A, 1985092304493, 1985.09.23.044.93",
    })
    void aNumberAsItStandsOnTheCard_isComparedByItsDigits_andAWarning(Kind kind, String bare, String printed) {
        String message = Fixture.sample(kind, bare, printed);
        takes(message, "PERSON-NUMBER-WRITTEN");
        assertThat(Fixture.accepted(message).facts().persons())
                .isEqualTo(Fixture.accepted(Fixture.sample(kind)).facts().persons());
    }

    @Test
    void oneNumberInTwoSpellings_isOneNumber() {
        String message = Fixture.sample(
                Kind.U1,
                "<familyName>Lamb",
                "<PersonalIdentificationNumber><country>BE</country><number>79.04.12-037.29</number>"
                        + "</PersonalIdentificationNumber><familyName>Lamb");
        assertThat(Fixture.accepted(message).facts().persons()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1979",
                "1979-04",
                "1979-04-00",
                "1979-00-00",
                "1979-00",
                "1979Z",
                "1979+01:00",
                "1979-04-05:00",
                "1979-04-00Z",
                "1979-04-12Z",
                "1979-04-12+14:00",
                " 1979-04-12 "
            })
    void aBirthDateAsFarAsItIsKnown_inForms_andInSeds(String date) {
        takes(Fixture.sample(Kind.U1, "<dateOfBirth>1979-04-12<", "<dateOfBirth>" + date + "<"));
        takes(Fixture.sample(Kind.U002, "<dateBirth>1979-04-12<", "<dateBirth>" + date + "<"));
        takes(Fixture.sample(
                Kind.BL1_B,
                "<dateOfBirth>2012-03-05<",
                "<dateOfBirth>" + date.replace("1979-04-12", "2012-03-05") + "<"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"79", "1979-13", "1979-00-12", "1979-02-30", "0000-00-00", "1979-04-", "1979-4-12", "12-04-1979"
            })
    void noBirthDate(String date) {
        refuses(
                Fixture.sample(Kind.U1, "<dateOfBirth>1979-04-12<", "<dateOfBirth>" + date + "<"),
                "SCHEMA-cvc-datatype-valid.1.2.3");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDayWithAnOffset_isTheDayAsItIsWritten(Kind kind) {
        String message = Fixture.sample(kind);
        String payload = message.substring(message.indexOf("</sbdh:StandardBusinessDocumentHeader>"));
        for (String offset : List.of("Z", "+02:00", "-11:00", "+14:00")) {
            takes(message.replace(
                    payload,
                    payload.replaceAll(">(\\d{4}-\\d{2}-\\d{2})<", ">$1" + offset.replace("+", "\\+") + "<")
                            .replace("\\+", "+")));
        }
    }

    @Test
    void aPeriodThatEndsOnTheDayOfTheForm_whateverTheOffsets() {
        takes(Fixture.sample(Kind.U1, "<date>2026-10-05<", "<date>2026-09-30-11:00<")
                .replace("<to>2026-09-30<", "<to>2026-09-30+14:00<"));
    }

    @Test
    void charactersBeyondTheFirstPlane_areOneEach() {
        takes(Fixture.sample(Kind.U1, "Lambermont", "x".repeat(154) + ASTRAL));
        takes(Fixture.sample(Kind.U1, "Lambermont", ASTRAL.repeat(155)));
        refuses(Fixture.sample(Kind.U1, "Lambermont", ASTRAL.repeat(156)), "SCHEMA-cvc-maxLength-valid");
        refuses(Fixture.sample(Kind.U1, "Lambermont", "x".repeat(155) + ASTRAL), "SCHEMA-cvc-maxLength-valid");
        String reason = "<registeredSince>2026-09-15</registeredSince>";
        takes(Fixture.sample(Kind.U002, "<value>06<", "<value>99<")
                .replace(
                        "</reasonTermination>",
                        "</reasonTermination><otherReasonTermination>" + ASTRAL.repeat(255)
                                + "</otherReasonTermination>"));
        String members = Fixture.sample(Kind.BL1_B);
        String member = members.substring(
                members.indexOf("<FamilyMember>"),
                members.indexOf("<InstitutionOfResidence>", members.indexOf("<FamilyMember>")));
        takes(members.replace(member, "")
                .replace(reason, "<notRegistered>" + ASTRAL.repeat(1_000) + "</notRegistered>"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void addressesWithoutPostalCode(Kind kind) {
        takes(Fixture.sample(kind).replaceAll("<postalCode>[^<]*</postalCode>\\s*", ""));
    }

    @ParameterizedTest
    @CsvSource({"CSK", "BEF", "LUF", "ITL", "DEM", "NLG", "XEU", "HRK", "YUD"})
    void formerMoney_isMoneyOfItsTime_andAWarningLater(String currency) {
        takes(withIncome(currency, "1985-01-01", "1985-12-31"), currency.equals("HRK") ? warned() : new String[0]);
        takes(withIncome(currency, "2025-01-01", "2025-12-31"), warned());
    }

    @ParameterizedTest
    @CsvSource({"EUR, 1998-01-01, 1998-12-31", "EUR, 1970-01-01, 1970-12-31", "SKK, 1990-01-01, 1990-12-31"})
    void moneyThatWasNotYet_isAWarning(String currency, String from, String to) {
        takes(withIncome(currency, from, to), warned());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XDR", "XBA", "XUA", "XSU", "CHE", "CLF", "USN", "EUX", "XFO"
            })
    void whatIsNoMoney(String code) {
        refuses(withIncome(code, "2025-01-01", "2025-12-31"), "CURRENCY-UNKNOWN");
    }

    private static String[] warned() {
        return new String[] {"CURRENCY-OUT-OF-TIME"};
    }

    private static String withIncome(String currency, String from, String to) {
        String income =
                "<IncomeFromEmployment><from>" + from + "</from><to>" + to + "</to><amount>1.00</amount><currency>"
                        + currency + "</currency><kind>GROSS</kind><basis>TOTAL</basis></IncomeFromEmployment>";
        String message = Fixture.sample(Kind.U1);
        int at = message.indexOf("<IncomeFromEmployment>");
        return message.substring(0, at) + income + message.substring(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0",
                "\u2003",
                "\u200B",
                "\u200D\u200C",
                "\uFEFF",
                "-",
                ".",
                "?!",
                "\u3000",
                "\u2028",
                "\uD83D\uDE00",
                "\u00AD"
            })
    void aNameOfNothing(String name) {
        refuses(Fixture.sample(Kind.U1, "Lambermont", name), "TEXT-SAYS-NOTHING");
        refuses(Fixture.sample(Kind.U002, "Lambermont", name), "TEXT-SAYS-NOTHING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "Lamber\u009Bmont", "\u007F", "Lambermont\u0080"})
    void aControlCharacter(String name) {
        refuses(Fixture.sample(Kind.U1, "Lambermont", name), "TEXT-CONTROL-CHARACTER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X",
                "\u674E",
                "O'Neill",
                "'t Hooft",
                "\u0645\u06CC\u200C\u0634",
                "Jean\u00A0Paul",
                "\uD842\uDFB7"
            })
    void aNameOfOneLetterOrMore(String name) {
        takes(Fixture.sample(Kind.U1, "Lambermont", name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "</sbdh:DocumentIdentification>|</sbdh:DocumentIdentification><sbdh:Manifest><sbdh:NumberOfItems>1</sbdh:NumberOfItems>"
                    + "<sbdh:ManifestItem><sbdh:MimeTypeQualifierCode>text/plain</sbdh:MimeTypeQualifierCode>"
                    + "<sbdh:UniformResourceIdentifier>cid:1</sbdh:UniformResourceIdentifier></sbdh:ManifestItem></sbdh:Manifest>|Manifest",
                "LU:0053</sbdh:Identifier>|LU:0053</sbdh:Identifier><sbdh:ContactInformation><sbdh:Contact>x</sbdh:Contact></sbdh:ContactInformation>|Sender/ContactInformation",
                "BE:0206737484</sbdh:Identifier>|BE:0206737484</sbdh:Identifier><sbdh:ContactInformation><sbdh:Contact>x</sbdh:Contact></sbdh:ContactInformation>|Receiver/ContactInformation",
                "<sbdh:Type>U1</sbdh:Type>|<sbdh:Type>U1</sbdh:Type><sbdh:MultipleType>false</sbdh:MultipleType>|DocumentIdentification/MultipleType",
                "PD_U1</sbdh:InstanceIdentifier>|PD_U1</sbdh:InstanceIdentifier><sbdh:Identifier>x</sbdh:Identifier>|BusinessScope/Scope[1]/Identifier",
                "PD_U1</sbdh:InstanceIdentifier>|PD_U1</sbdh:InstanceIdentifier><sbdh:BusinessService/>|BusinessScope/Scope[1]/BusinessService",
                "<sbdh:BusinessScope>|<sbdh:BusinessScope><sbdh:Scope><sbdh:Type>URGENT</sbdh:Type><sbdh:InstanceIdentifier>yes</sbdh:InstanceIdentifier></sbdh:Scope>|BusinessScope/Scope[1]",
                "<sbdh:BusinessScope>|<sbdh:BusinessScope><sbdh:Scope><sbdh:Type>NOT_CARRIED</sbdh:Type><sbdh:InstanceIdentifier>1.8</sbdh:InstanceIdentifier></sbdh:Scope>|BusinessScope/Scope[1]",
            })
    void aPartOfTheHeaderThatTheReceiverNeverSees_isAWarningThatNamesIt(String text, String by, String part) {
        String message = Fixture.sample(Kind.U1, text, by);
        takes(message, "HEADER-NOT-CARRIED");
        assertThat(Fixture.findings(message))
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).isPositive())
                .extracting(Finding::path)
                .isEqualTo("/StandardBusinessDocument/StandardBusinessDocumentHeader/" + part);
    }

    @ParameterizedTest
    @CsvSource({
        "U1, <dateOfBirth>1979-04-12<, <dateOfBirth>1979-04-13<, PERSON-BIRTH-DATE",
        "U1, <dateOfBirth>1979-04-12<, <dateOfBirth>1980<, PERSON-BIRTH-DATE",
        "U1, <dateOfBirth>1979-04-12<, <dateOfBirth>1979-05-00<, PERSON-BIRTH-DATE",
        "U1, <sex>M<, <sex>F<, PERSON-SEX",
        "U002, <dateBirth>1979-04-12<, <dateBirth>2079-04-12<, PERSON-BIRTH-DATE",
        "U001, <dateBirth>1979-04-12<, <dateBirth>1979-04-11+02:00<, PERSON-BIRTH-DATE",
        "BL1_10, <dateOfBirth>2012-03-05<, <dateOfBirth>2012-03-06<, PERSON-BIRTH-DATE",
    })
    void whatTheNumberTellsOtherwise_isAWarning_withoutTheValues(Kind kind, String text, String by, String code) {
        String message = Fixture.sample(kind, text, by);
        takes(message, code);
        assertThat(Fixture.findings(message).toString()).doesNotContain("1979").doesNotContain("2012");
    }

    @Test
    void theSexOfASed_isHeldAgainstTheNumberToo() {
        takes(Fixture.sample(Kind.U002, "<sex>\n          <value>01<", "<sex>\n          <value>02<"), "PERSON-SEX");
        takes(Fixture.sample(Kind.U002, "<sex>\n          <value>01<", "<sex>\n          <value>98<"));
    }

    @Test
    void aBisNumberBesideANationalNumber_isFormer_andTellsNothing() {
        String bis =
                "<PersonalIdentificationNumber><country>BE</country><number>80441203788</number></PersonalIdentificationNumber>";
        long nine = 804_412_037L;
        bis = bis.replace("80441203788", nine + "%02d".formatted(97 - nine % 97));
        String message = Fixture.sample(Kind.U1, "<familyName>Lamb", bis + "<familyName>Lamb");
        takes(message);
        DocumentFacts facts = Fixture.accepted(message).facts();
        assertThat(facts.persons()).hasSize(3);
        assertThat(facts.presentNumbers())
                .isEqualTo(Fixture.accepted(Fixture.sample(Kind.U1)).facts().persons());
    }

    @Test
    void aStepOfABl1_repeatsItsBoxes_howeverTheyAreWritten() {
        String printed = Fixture.sample(Kind.BL1_B, "1985092304493", "1985 0923 044 93")
                .replace("<date>2026-09-01<", "<date>2026-09-01+02:00<");
        assertThat(Fixture.accepted(printed).facts().repeatedBoxes())
                .isEqualTo(Fixture.accepted(Fixture.sample(Kind.BL1_A)).facts().keptBoxes());
    }

    @ParameterizedTest
    @CsvSource({
        "U1, <identificationNumber>LU:0053</identificationNumber>\\n"
                + "      <tel, <identificationNumber>LU:0054</identificationNumber>\\n"
                + "      <tel",
        "BL1_A, <codeNumber>LU:0021<, <codeNumber>LU:0022<",
        "BL1_10, <codeNumber>LU:0021<, <codeNumber>LU:0022<",
    })
    void anotherIssuerThanTheSender_isRefusedWithItsOwnCode(Kind kind, String text, String by) {
        String message = Fixture.sample(kind, text.replace("\\n", "\n"), by.replace("\\n", "\n"));
        Validation validation = Fixture.validate(message);
        assertThat(validation.findings()).extracting(Finding::code).containsExactly("ISSUER-MISMATCH");
        assertThat(validation.refusal().orElseThrow().code()).isEqualTo(RefusalCode.ISSUER_MISMATCH);
    }

    @Test
    void anotherIssuerBesideAnotherError_isARule() {
        String message = Fixture.sample(Kind.BL1_A, "<codeNumber>LU:0021<", "<codeNumber>LU:0022<")
                .replace("<untilRevoked>true</untilRevoked>", "");
        assertThat(Fixture.validate(message).refusal().orElseThrow().code()).isEqualTo(RefusalCode.RULE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "BL1_B", value = Kind.class)
    void theInsurer_mayAnswerTheFormOfTheFund(Kind kind) {
        takes(Fixture.sample(kind));
    }
}
