package be.kruispunt.documents;

import static be.kruispunt.documents.Fixture.refuses;
import static be.kruispunt.documents.Fixture.takes;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.outcome.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What institutions and their libraries write without doing wrong, and what says nothing although it has characters.
 */
class AsOthersWriteTest {
    private static final String ASTRAL = "\uD842\uDFB7";

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

    @Test
    void whatIsLongerThanAnyText_isMeasuredInCharactersToo() {
        String most = "at most " + SchemaWalk.LONGEST + " characters";
        assertThat(Fixture.findings(Fixture.sample(Kind.U1, "Lambermont", ASTRAL.repeat(SchemaWalk.LONGEST))))
                .isNotEmpty()
                .noneMatch(finding -> finding.remedy().contains(most));
        assertThat(Fixture.findings(Fixture.sample(Kind.U1, "Lambermont", ASTRAL.repeat(SchemaWalk.LONGEST + 1))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains(most));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void addressesWithoutPostalCode(Kind kind) {
        takes(Fixture.sample(kind).replaceAll("<postalCode>[^<]*</postalCode>\\s*", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SW1A\u00A01AA", "L\u20131741", "LV\u20111010", "113\u202F49"})
    void aPostalCodeWithTheSpacesAndDashesOfAWordProcessor(String code) {
        takes(Fixture.sample(Kind.U1, "<postalCode>6700<", "<postalCode>" + code + "<"));
    }

    @Test
    void aTelephoneNumberLikewise() {
        takes(Fixture.sample(Kind.U1).replaceFirst("<telephone>[^<]*", "<telephone>+352\u00A0247\u201188\u202F888"));
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

    /** Compensation (boxes 4.2 and 4.3) has no period beside it: the day of the form is what there is. */
    @ParameterizedTest
    @CsvSource({"BEF, 2026-10-05", "DEM, 2026-10-05", "HRK, 2026-10-05", "EUR, 1998-10-05"})
    void anAmountWithoutAPeriod_isOfTheDayOfTheForm(String currency, String day) {
        String leave = Fixture.sample(Kind.U1, "<date>2026-10-05<", "<date>" + day + "<");
        String end = "<CompensationForEnd><amount>1.00</amount><currency>" + currency
                + "</currency></CompensationForEnd><CompensationForLeave>";
        assertThat(Fixture.findings(leave.replace("<CompensationForLeave>", end)))
                .filteredOn(finding -> finding.code().equals("CURRENCY-OUT-OF-TIME"))
                .extracting(Finding::box)
                .contains("4.2");
        assertThat(Fixture.findings(leave.replaceAll(
                        "(<CompensationForLeave>\\s*<amount>[^<]*</amount>\\s*<currency>)EUR", "$1" + currency)))
                .filteredOn(finding -> finding.code().equals("CURRENCY-OUT-OF-TIME"))
                .extracting(Finding::box)
                .contains("4.3");
    }

    @Test
    void moneyOfTheDay_isTakenWithoutAPeriod() {
        takes(Fixture.sample(Kind.U1)
                .replaceAll("(<CompensationForLeave>\\s*<amount>[^<]*</amount>\\s*<currency>)EUR", "$1CHF"));
    }

    /** A SED has no date of its own; wages that were paid until a day are of that day. */
    @ParameterizedTest
    @CsvSource({"'', BEF, CURRENCY-OUT-OF-TIME", "2001-11-30, BEF, ''", "2002-05-31, BEF, CURRENCY-OUT-OF-TIME"})
    void aPaymentOfASed_isOfTheDayUntilWhichItWasPaid_orOfTheDayOfTheSed(
            String until, String currency, String warning) {
        String payment = "<Payment><typePayment><value>01</value></typePayment>"
                + (until.isEmpty() ? "" : "<receivedToDate>" + until + "</receivedToDate>")
                + "<amount>1.00</amount><currency><value>"
                + currency + "</value></currency></Payment></Payments>";
        takes(
                Fixture.sample(Kind.U002, "</Payments>", payment),
                warning.isEmpty() ? new String[0] : new String[] {warning});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X" + "XX",
                "XTS",
                "XAU",
                "XAG",
                "XPT",
                "XPD",
                "XDR",
                "XBA",
                "XUA",
                "XSU",
                "CHE",
                "CLF",
                "USN",
                "EUX",
                "XFO"
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
                "\u00AD",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0"
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
}
