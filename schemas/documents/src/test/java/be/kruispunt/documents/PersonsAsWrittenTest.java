package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.refuses;
import static be.kruispunt.documents.Fixture.takes;
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

/**
 * Persons and issuers as institutions write them: numbers of a card, dates that are half known, and what does not
 * agree.
 */
class PersonsAsWrittenTest {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "79.04.12\u2011037\u201129",
                "79.04.12\u2013037.29",
                "79.04.12\u2014037.29",
                "79.04.12\u2212037.29",
                "79.04.12\u2010037\u201529",
                "79\u00A004\u00A012\u00A0037\u00A029",
                "79\u202F04\u202F12\u2009037\u200729"
            })
    void aNumberWithTheSpacesAndDashesOfAWordProcessor_isTheSameNumber(String printed) {
        for (Kind kind : List.of(Kind.U1, Kind.U001)) {
            String message = Fixture.sample(kind, "79041203729", printed);
            takes(message, "PERSON-NUMBER-WRITTEN");
            assertThat(Fixture.accepted(message).facts().persons())
                    .isEqualTo(Fixture.accepted(Fixture.sample(kind)).facts().persons());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SE, 121212+1212, 1912-12-12, ''",
        "SE, 121212+1212, 1912-12-13, PERSON-BIRTH-DATE",
        "SE, 790412-1239, 1979-04-12, PERSON-NUMBER-WRITTEN",
        "SE, 19790412-1239, 1980-04-12, PERSON-NUMBER-WRITTEN PERSON-BIRTH-DATE",
        "FI, 120499+121P, 1899-04-12, ''",
        "FI, 120499+121P, 1999-04-12, PERSON-BIRTH-DATE",
        "FI, 120479-121J, 1979-04-12, PERSON-NUMBER-WRITTEN",
        "FI, 120479X121J, 1979-04-12, ''",
        "FI, 120479V121J, 2079-04-12, PERSON-BIRTH-DATE",
        "FI, 120405B1212, 2005-04-12, ''",
    })
    void theSignOfACenturyInANorthernNumber(String country, String number, String date, String warnings) {
        String message = Fixture.sample(
                        Kind.U1,
                        "<country>BE</country>\n        <number>79041203729",
                        "<country>" + country + "</country>\n        <number>" + number)
                .replace("<country>LU</country>\n        <number>1979041201303", "<country>FR</country><number>1")
                .replace("<dateOfBirth>1979-04-12<", "<dateOfBirth>" + date + "<");
        takes(message, warnings.isEmpty() ? new String[0] : warnings.split(" ", -1));
    }

    @Test
    void aNumberOfAnUnknownCountry_isToldOnce() {
        assertThat(Fixture.findings(Fixture.sample(
                        Kind.U1, "<country>LU</country>\n        <number>", "<country>QQ</country>\n        <number>")))
                .extracting(Finding::code)
                .containsExactly("COUNTRY-UNKNOWN");
    }

    @Test
    void aPlusInTheNumberOfAnotherState_isNoNumber() {
        refuses(Fixture.sample(Kind.U1, "79041203729", "790412+03729"), "PERSON-NUMBER-INVALID");
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
        takes(
                Fixture.sample(Kind.U002, "<sex>\n          <value>01<", "<sex>\n          <value>99<"),
                "PERSON-SEX-CODE");
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
