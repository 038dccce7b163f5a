package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.model.outcome.RefusalCode.ISSUER_MISMATCH;
import static be.kruispunt.model.outcome.RefusalCode.RULE;
import static be.kruispunt.model.outcome.RefusalCode.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import be.kruispunt.documents.AnswerRoom;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.Party.Mail;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.Severity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Schema and rules, from the sender's side: every finding at once, each with its box and line. That each rule finds what
 * it should is the business of {@code RulesTest} in {@code schemas/documents}.
 */
@ExtendWith(SharedHub.class)
class RulesTest {
    private final Door door;

    RulesTest(Door door) {
        this.door = door;
    }

    @Test
    void aWarning_isOnTheReceipt_andStopsNothing() {
        String text = Messages.changed(door.messages().text(Kind.U1), "<from>2021-09-13<", "<from>2021-08-31<");
        byte[] xml = door.messages().signed(Messages.envelope(Kind.U1).from(), text);
        Door.Accepted accepted = door.accepts(Messages.envelope(Kind.U1).from(), xml);
        assertThat(accepted.content().warnings())
                .singleElement()
                .returns("U1-PERIOD-OVERLAP", Finding::code)
                .returns("2.1.1", Finding::box)
                .returns("/U1/Periods/InsuredEmployment[2]", Finding::path)
                .returns(Severity.WARNING, Finding::severity);
        assertThat(accepted.letters()).hasSize(1);
    }

    @Test
    void aFormOfAnotherIssuer() {
        String text = Messages.changed(
                door.messages().text(Kind.U1), "<identificationNumber>LU:0053<", "<identificationNumber>LU:0054<");
        Refusal refusal = door.refuses(ADEM, door.messages().signed(ADEM, text), ISSUER_MISMATCH);
        assertThat(refusal.findings()).extracting(Finding::box).containsExactly("7.6");
    }

    @Test
    void everyFindingOfTheSchemaComesAtOnce_withBoxAndLine() {
        String text = door.messages().text(Kind.U1);
        text = Messages.changed(text, "<sex>M<", "<sex>X<");
        text = Messages.changed(text, "<reason>REDUNDANCY<", "<reason>BORED<");
        text = Messages.changed(text, "<date>2026-10-05<", "<date>2026-02-30<");
        byte[] xml = door.messages().signed(Messages.envelope(Kind.U1).from(), text);
        Refusal refusal = door.refuses(Messages.envelope(Kind.U1).from(), xml, SCHEMA);
        assertThat(refusal.findings())
                .extracting(Finding::box, Finding::line, Finding::severity)
                .containsExactly(
                        tuple("1.3", Messages.line(xml, "<sex>X<"), Severity.ERROR),
                        tuple("3", Messages.line(xml, "<reason>BORED<"), Severity.ERROR),
                        tuple("7.10", Messages.line(xml, "<date>2026-02-30<"), Severity.ERROR));
        assertThat(refusal.findings()).allMatch(finding -> finding.code().startsWith("SCHEMA-"));
        assertThat(refusal.findings().toString()).doesNotContain("BORED");
    }

    /** A form that the hub translated may lack boxes, and says so in its header; nobody else's may by saying the same. */
    @Test
    void anInstitutionThatClaimsATranslation_isNotBelieved() {
        String claim = scope("TICKET", UUID.randomUUID().toString())
                + scope("RECEIVED_DIGEST", "0".repeat(64))
                + scope("ORIGINAL_TYPE", "U002 4.2");
        String text = Messages.cut(door.messages().text(Kind.U1), "<Address>", "</Person>");
        text = Messages.changed(text, "</sbdh:BusinessScope>", claim + "</sbdh:BusinessScope>");
        byte[] xml = door.messages().signed(Messages.envelope(Kind.U1).from(), text);
        Refusal refusal = door.refuses(Messages.envelope(Kind.U1).from(), xml, RULE);
        assertThat(refusal.findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::code)
                .containsExactly("U1-BOX-MISSING");
    }

    private static String scope(String type, String value) {
        return "<sbdh:Scope><sbdh:Type>" + type + "</sbdh:Type><sbdh:InstanceIdentifier>" + value
                + "</sbdh:InstanceIdentifier></sbdh:Scope>";
    }

    @Test
    void everyFindingOfTheRulesComesAtOnce_withoutTheValues() {
        String text = door.messages().text(Kind.U1);
        text = Messages.changed(text, "79041203729", "79041203728");
        text = Messages.changed(text, "<nationality>BE<", "<nationality>QQ<");
        text = Messages.changed(text, "<to>2021-08-31<", "<to>2018-08-31<");
        byte[] xml = door.messages().signed(Messages.envelope(Kind.U1).from(), text);
        Refusal refusal = door.refuses(Messages.envelope(Kind.U1).from(), xml, RULE);
        assertThat(refusal.findings())
                .extracting(Finding::code)
                .containsExactly("PERSON-NUMBER-INVALID", "COUNTRY-UNKNOWN", "U1-PERIOD-ORDER");
        assertThat(refusal.toString()).doesNotContain("79041203728").doesNotContain("QQ");
    }

    @Test
    void aDefaultNamespace_isExplained() {
        String text = Messages.changed(door.messages().text(Kind.U1), "<u1:U1 xmlns:u1=", "<U1 xmlns=");
        text = Messages.changed(text, "</u1:U1>", "</U1>");
        byte[] xml = door.messages().signed(Messages.envelope(Kind.U1).from(), text);
        Refusal refusal = door.refuses(Messages.envelope(Kind.U1).from(), xml, SCHEMA);
        assertThat(refusal.findings())
                .first()
                .extracting(Finding::message)
                .asString()
                .contains("by a default namespace (xmlns=\"...\"), and belongs in none");
    }

    @Test
    void aFormThatIsWrongAllOver_getsAnAnswerThatIsNotMuchLarger() {
        String bad = "<InsuredEmployment><from>x</from><to>y</to></InsuredEmployment>";
        String text = Messages.changed(door.messages().text(Kind.U1), "<Periods>", "<Periods>" + bad.repeat(300));
        byte[] xml = door.messages().signed(Messages.envelope(Kind.U1).from(), text);
        door.party(Messages.envelope(Kind.U1).from()).send(xml);
        Mail.Refusal refusal = door.refused(Messages.envelope(Kind.U1).from(), SCHEMA);
        assertThat(refusal.xml()).hasSizeLessThan(xml.length + AnswerRoom.BESIDE);
        assertThat(refusal.content().refusal().findings()).last().returns("ANSWER-MORE", Finding::code);
    }
}
