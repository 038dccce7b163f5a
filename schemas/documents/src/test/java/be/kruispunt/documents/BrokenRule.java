package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.nio.file.Path;
import java.util.List;

/**
 * Every rule of {@code docs/reference/documents.md} and of the first types: the smallest change to a sample that breaks it, or
 * the example in the type's folder, and the box that is found.
 */
enum BrokenRule {
    INSZ("PERSON-NUMBER-INVALID", "1.1", Kind.U1, change(">79041203729<", ">79041203728<")),
    MATRICULE("PERSON-NUMBER-INVALID", "1.1", Kind.U1, change(">1979041201303<", ">1979041201304<")),
    BSN(
            "PERSON-NUMBER-INVALID",
            "1.1",
            Kind.U1,
            change(
                    "<country>LU</country>\n        <number>1979041201303",
                    "<country>NL</country>\n        <number>123456789")),
    WORKERS_NUMBER("PERSON-NUMBER-INVALID", "2.4", Kind.BL1_A, change(">85092341861<", ">85092341862<")),
    MEMBERS_NUMBER("PERSON-NUMBER-INVALID", "7.1", Kind.BL1_10, change(">2012030505749<", ">2012030505748<")),
    NUMBER_IN_A_SED("PERSON-NUMBER-INVALID", "", Kind.U001, change(">79041203729<", ">79041203728<")),
    COUNTRY("COUNTRY-UNKNOWN", "1.6", Kind.U1, change("<nationality>BE<", "<nationality>QQ<")),
    COUNTRY_IN_A_SED("COUNTRY-UNKNOWN", "", Kind.U002, change("<value>LU</value>", "<value>QQ</value>")),
    CURRENCY("CURRENCY-UNKNOWN", "2.3.1", Kind.U1, change("<currency>EUR<", "<currency>EUX<")),
    INSTITUTION(
            "INSTITUTION-INVALID",
            "7.6",
            Kind.U1,
            change(">LU:0053</identificationNumber>", ">QQ:0053</identificationNumber>")),
    INSTITUTION_OF_BL1(
            "INSTITUTION-INVALID", "5.1", Kind.BL1_A, change("<codeNumber>LU:0021<", "<codeNumber>BE:0999999999<")),

    SAYS_NOTHING("TEXT-SAYS-NOTHING", "1.2", Kind.U1, change("Lambermont", "\u00A0")),
    CONTROL_CHARACTER("TEXT-CONTROL-CHARACTER", "1.2", Kind.U1, change("Lambermont", "Lamber\u0085mont")),
    NO_MONEY("CURRENCY-UNKNOWN", "4.3", Kind.U1, change("<currency>EUR<", "<currency>X" + "XX<")),

    U1_ORDER("U1-PERIOD-ORDER", "2.1.1", Kind.U1, change("<to>2021-08-31<", "<to>2018-08-31<")),
    U1_NO_PERIOD("U1-NO-PERIOD", "2", Kind.U1, example("U1-NO-PERIOD")),
    U1_AFTER_FORM_DATE("U1-PERIOD-AFTER-FORM-DATE", "2.1.1", Kind.U1, example("U1-PERIOD-AFTER-FORM-DATE")),
    U1_OTHER_KIND("U1-OTHER-KIND", "2.1.3", Kind.U1, example("U1-OTHER-KIND")),
    U1_OTHER_REASON("U1-OTHER-REASON", "3", Kind.U1, example("U1-OTHER-REASON")),
    U1_NO_ADDRESS("U1-BOX-MISSING", "1", Kind.U1, example("U1-BOX-MISSING")),
    U1_NAMELESS_INSTITUTION("U1-BOX-MISSING", "7", Kind.U1, example("U1-BOX-MISSING-name")),
    U1_NO_ENTITLEMENT("U1-ENTITLEMENT-CHOICE", "6", Kind.U1, example("U1-ENTITLEMENT-CHOICE")),
    U1_BOTH_ENTITLEMENTS("U1-ENTITLEMENT-CHOICE", "6", Kind.U1, example("U1-ENTITLEMENT-CHOICE-both")),

    BL1_STEP_ORDER("BL1-STEP-ORDER", "10", Kind.BL1_10, example("BL1-STEP-ORDER")),
    BL1_NEITHER_RIGHT("BL1-RIGHT-CHOICE", "4", Kind.BL1_A, example("BL1-RIGHT-CHOICE")),
    BL1_BOTH_RIGHTS("BL1-RIGHT-CHOICE", "4", Kind.BL1_A, example("BL1-RIGHT-CHOICE-both")),
    BL1_NO_MATRICULE("BL1-NO-MATRICULE", "2.4", Kind.BL1_A, example("BL1-NO-MATRICULE")),
    BL1_NO_REGISTRATION("BL1-REGISTRATION-CHOICE", "6", Kind.BL1_B, example("BL1-REGISTRATION-CHOICE")),
    BL1_BOTH_REGISTRATIONS("BL1-REGISTRATION-CHOICE", "6", Kind.BL1_B, example("BL1-REGISTRATION-CHOICE-both")),
    BL1_MEMBERS_NOT_REGISTERED("BL1-MEMBERS-NOT-REGISTERED", "7.1", Kind.BL1_B, example("BL1-MEMBERS-NOT-REGISTERED")),
    BL1_NUMBER_TOO_EARLY("BL1-NUMBER-TOO-EARLY", "7.1", Kind.BL1_B, example("BL1-NUMBER-TOO-EARLY")),
    BL1_NUMBER_MISSING("BL1-NUMBER-MISSING", "7.1", Kind.BL1_10, example("BL1-NUMBER-MISSING")),

    U001_ORDER("U001-PERIOD-ORDER", "", Kind.U001, change("<startDate>2023-10-01<", "<startDate>2029-10-01<")),
    U002_ORDER("U002-PERIOD-ORDER", "", Kind.U002, change("<endDate>2021-09-12<", "<endDate>2021-08-12<")),
    U002_NO_PERIOD("U002-NO-PERIOD", "", Kind.U002, example("U002-NO-PERIOD")),
    U002_OTHER_REASON("U002-OTHER-REASON", "", Kind.U002, example("U002-OTHER-REASON")),
    U002_NO_AMOUNT("U002-AMOUNT-CURRENCY", "", Kind.U002, example("U002-AMOUNT-CURRENCY")),

    WARNS_LOST_CHARACTER("TEXT-CHARACTER-LOST", "1.2", Kind.U1, change("Lambermont", "Lamb\uFFFDrmont")),
    WARNS_PRINTED_NUMBER("PERSON-NUMBER-WRITTEN", "1.1", Kind.U1, change("79041203729", "79.04.12-037.29")),
    WARNS_BIRTH_DATE(
            "PERSON-BIRTH-DATE", "1.5", Kind.U1, change("<dateOfBirth>1979-04-12<", "<dateOfBirth>1979-04-13<")),
    WARNS_BORN_LATER(
            "PERSON-BORN-LATER", "7.1", Kind.BL1_B, change("<dateOfBirth>2012-03-05<", "<dateOfBirth>2026-12-05<")),
    WARNS_PERIOD_BEFORE_BIRTH(
            "PERSON-PERIOD-BEFORE-BIRTH",
            "2.1.1",
            Kind.U1,
            change("<dateOfBirth>1979-04-12<", "<dateOfBirth>2020-04-12<"),
            change("<country>LU</country>\n        <number>", "<country>FR</country>\n        <number>"),
            change(">79041203729<", ">00000103730<")),
    WARNS_SEX("PERSON-SEX", "1.3", Kind.U1, change("<sex>M<", "<sex>F<")),
    WARNS_SEX_CODE(
            "PERSON-SEX-CODE", "", Kind.U002, change("<sex>\n          <value>01<", "<sex>\n          <value>99<")),
    WARNS_FORMER_MONEY("CURRENCY-OUT-OF-TIME", "2.3.1", Kind.U1, change("<currency>EUR<", "<currency>CSK<")),
    WARNS_HEADER(
            "HEADER-NOT-CARRIED",
            "",
            Kind.U1,
            change(
                    "<sbdh:BusinessScope>",
                    "<sbdh:Manifest><sbdh:NumberOfItems>1</sbdh:NumberOfItems><sbdh:ManifestItem>"
                            + "<sbdh:MimeTypeQualifierCode>text/plain</sbdh:MimeTypeQualifierCode>"
                            + "<sbdh:UniformResourceIdentifier>cid:1</sbdh:UniformResourceIdentifier>"
                            + "</sbdh:ManifestItem></sbdh:Manifest><sbdh:BusinessScope>")),
    WARNS_OVERLAP("U1-PERIOD-OVERLAP", "2.1.1", Kind.U1, example("U1-PERIOD-OVERLAP")),
    WARNS_REFERENCE_PERIOD("U1-REFERENCE-PERIOD", "2", Kind.U1, example("U1-REFERENCE-PERIOD")),
    WARNS_INSURER("U1-INSURER-MISSING", "2.1.4", Kind.U1, example("U1-INSURER-MISSING"));

    private final String code;
    private final String box;
    private final Kind sample;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of functions without state
    private final List<Change> changes;

    BrokenRule(String code, String box, Kind sample, Change... changes) {
        this.code = code;
        this.box = box;
        this.sample = sample;
        this.changes = List.of(changes);
    }

    /** Takes the message as text, and gives it back with one thing changed. */
    private interface Change {
        String in(String text);
    }

    private static Change change(String what, String by) {
        return text -> Fixture.changed(text, what, by);
    }

    /** The example of that name in the folder of the document type: it stands there, and nowhere else. */
    private static Change example(String name) {
        String folder = name.startsWith("U002") ? "u002/4.2" : name.startsWith("U1") ? "u1/1.0" : "bl1/1.0";
        Path file =
                RefusedExample.TYPES.resolve(folder).resolve("examples/refused").resolve(name + ".xml");
        return text -> RefusedExample.text(file);
    }

    String code() {
        return code;
    }

    Kind sample() {
        return sample;
    }

    /** The sample with the rule broken in it. */
    String message() {
        return breakIn(Fixture.sample(sample));
    }

    Severity severity() {
        return name().startsWith("WARNS_") ? Severity.WARNING : Severity.ERROR;
    }

    private String breakIn(String text) {
        String broken = text;
        for (Change change : changes) {
            broken = change.in(broken);
        }
        return broken;
    }

    /** Holds that it is this rule's finding, and that its line is that of the element that its path names. */
    void requireFinding(Finding finding, String message) {
        assertThat(finding)
                .returns(code, Finding::code)
                .returns(box, Finding::box)
                .returns(severity(), Finding::severity);
        String element =
                finding.path().substring(finding.path().lastIndexOf('/') + 1).replaceFirst("\\[.*", "");
        String line = message.lines().toList().get(finding.line() - 1);
        assertThat(line).contains(element + ">");
        String root = code.startsWith("HEADER")
                ? "StandardBusinessDocument"
                : sample.name().replaceFirst("_.*", "");
        assertThat(finding.path()).startsWith("/" + root);
        assertThat(finding.message()).isNotBlank();
        assertThat(finding.remedy()).isNotBlank();
    }
}
