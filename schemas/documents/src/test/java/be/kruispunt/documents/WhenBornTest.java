package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.takes;

import be.kruispunt.documents.Samples.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of birth beside the day of the document and the periods of the person, whose numbers tell nothing here. */
class WhenBornTest {
    private static final String LATER = "PERSON-BORN-LATER";
    private static final String PERIOD = "PERSON-PERIOD-BEFORE-BIRTH";

    private static String born(Kind kind, String day) {
        return Fixture.sample(kind)
                .replaceFirst("<(dateOfBirth|dateBirth)>1979-04-12<", "<$1>" + day + "<")
                .replace(">79041203729<", ">00000103730<")
                .replaceAll("LU(</value>\\s*</country>\\s*<personalId|</country>\\s*<number)", "FR$1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-03-01", "2019-03", "2019", "2019-00-00", "2019-03-01+14:00", "2018-12-31"})
    void aPeriodFromTheFirstDayThatTheBirthMayBe_isTaken(String day) {
        takes(born(Kind.U1, day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-03-02", "2019-04", "2020", "2020-00-00", "2019-03-02-11:00"})
    void aPeriodBeforeTheBirth_isAWarning(String day) {
        takes(born(Kind.U1, day), PERIOD);
    }

    @Test
    void aPeriodThatGoesOn_isHeldAgainstTheBirthToo() {
        String open = born(Kind.U002, "2021-08-31")
                .replaceAll(
                        "<FixedPeriod>(\\s*)<startDate>2021-09-13</startDate>\\s*<endDate>2024-12-31</endDate>\\s*</FixedPeriod>",
                        "<OpenPeriod>$1<startDate>2021-08-31</startDate>$1<typeOpenPeriod><value>98</value></typeOpenPeriod></OpenPeriod>");
        takes(open);
        takes(Fixture.changed(open, "<startDate>2021-08-31<", "<startDate>2021-08-30<"), PERIOD);
    }

    @Test
    void aPeriodThatIsAskedFor_isNotThePersonsOwn() {
        takes(Fixture.changed(born(Kind.U001, "2025-01-01"), "<startDate>2023-10-01<", "<startDate>1970-01-01<"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-06", "2027", "2027-00-00", "2199-12-31"})
    void afterTheDayOfTheForm_isAWarning_andThePeriodsAreNotToldBesides(String day) {
        takes(born(Kind.U1, day), LATER);
    }

    /** The day on which a SED was sent is the one that the sender's clock showed. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-06, 2026-10-06T09:00:00Z, ''",
        "2026-10, 2026-10-06T09:00:00Z, ''",
        "2026, 2026-10-06T09:00:00Z, ''",
        "2026-10-07, 2026-10-06T09:00:00Z, PERSON-BORN-LATER",
        "2026-10-07, 2026-10-06T23:30:00Z, PERSON-BORN-LATER",
        "2026-10-07, 2026-10-07T00:30:00+02:00, ''",
        "2026-11, 2026-10-06T09:00:00Z, PERSON-BORN-LATER",
    })
    void afterTheDayOnWhichASedWasSent(String day, String sent, String warning) {
        takes(
                Fixture.changed(born(Kind.U001, day), "2026-10-06T09:00:00Z", sent),
                warning.isEmpty() ? new String[0] : new String[] {warning});
    }

    /** A member of the family may be born between the first step of the form and the second. */
    @ParameterizedTest
    @CsvSource({"2026-09-15, ''", "2026-09-18, ''", "2026-09-19, PERSON-BORN-LATER"})
    void theDayOfAFormInSteps_isThatOfItsLatest(String day, String warning) {
        takes(
                Fixture.sample(Kind.BL1_B, "<dateOfBirth>2012-03-05<", "<dateOfBirth>" + day + "<"),
                warning.isEmpty() ? new String[0] : new String[] {warning});
    }

    @ParameterizedTest
    @ValueSource(strings = {"2079-04-12", "2026-12-31", "2020-01-01"})
    void aDateThatTheNumberContradicts_isToldOnce(String day) {
        takes(Fixture.sample(Kind.U1, "<dateOfBirth>1979-04-12<", "<dateOfBirth>" + day + "<"), "PERSON-BIRTH-DATE");
    }
}
