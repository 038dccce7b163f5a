package be.kruispunt.hub.door;

import static be.kruispunt.hub.sample.DemonstrationRegister.ADEM;
import static be.kruispunt.hub.sample.DemonstrationRegister.RVA;
import static be.kruispunt.hub.sample.DemonstrationRegister.UNEMPLOYMENT;
import static be.kruispunt.model.outcome.RefusalCode.NO_TRANSLATION;
import static be.kruispunt.model.outcome.RefusalCode.TOO_LARGE_TO_DELIVER;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.ReceiptContent;
import be.kruispunt.documents.Samples.Kind;
import be.kruispunt.hub.sample.Forms.Envelope;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.message.Provenance;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In which type a receiver gets a document, and when there is none that it takes. */
@ExtendWith(SharedHub.class)
class TranslationTest {
    private final Door door;

    TranslationTest(Door door) {
        this.door = door;
    }

    @Test
    void aU1ReachesBelgiumAsU002_andTheReceiptSaysWhatBecameOfItsBoxes_inLessThanTheForm() {
        byte[] xml = door.messages().signed(Kind.U1, Messages.envelope(Kind.U1));
        Door.Accepted accepted = door.accepts(ADEM, xml);
        ReceiptContent.Delivery delivery = accepted.content().deliveries().getFirst();
        assertThat(delivery.type()).isEqualTo(DocumentCatalogue.U002_4_2);
        LossSummary report = delivery.loss().orElseThrow();
        assertThat(report.carried()).isPositive();
        assertThat(report.count(Fate.LOST)).isPositive();
        assertThat(report.reasons()).doesNotHaveDuplicates().allSatisfy(reason -> assertThat(reason.reason())
                .isNotBlank());
        assertThat(accepted.receipt().xml()).hasSizeLessThan(xml.length);
        assertThat(accepted.letter().header())
                .satisfies(header -> assertThat(header.sender()).isEqualTo(ADEM))
                .satisfies(header -> assertThat(header.type()).isEqualTo(DocumentCatalogue.U002_4_2))
                .satisfies(header -> assertThat(header.provenance())
                        .contains(new Provenance(
                                accepted.ticket(), Digest.of(xml), DocumentCatalogue.U1_1_0, report.omissions())));
    }

    @Test
    void aDocumentThatTheReceiverTakes_goesAsItIs() {
        byte[] xml = door.messages().signed(Kind.U001, Messages.envelope(Kind.U001));
        Door.Accepted accepted = door.accepts(RVA, xml);
        assertThat(accepted.content().deliveries()).singleElement().satisfies(delivery -> assertThat(delivery.loss())
                .isEmpty());
        assertThat(accepted.letter().header().provenance())
                .contains(new Provenance(accepted.ticket(), Digest.of(xml), DocumentCatalogue.U001_4_2));
    }

    @Test
    void aReceiverThatTakesNothingThatItCouldBecome() {
        Envelope envelope = Envelope.to(ADEM, TestHub.TAKES_BL1_ONLY, "PD_U1", UNEMPLOYMENT);
        Refusal refusal = door.refuses(ADEM, door.messages().signed(Kind.U1, envelope), NO_TRANSLATION);
        assertThat(refusal.detail()).isEqualTo("NL:NL2001 takes nothing that U1 1.0 can be turned into");
    }

    /** Box 2.2.3 stands once in a U1, and beside each of its periods in a U002. */
    @Test
    void aTranslationThatWouldBeLargerThanItsReceiverReads() {
        String why = "<reasonNotInsured>" + "x".repeat(1_000) + "</reasonNotInsured>";
        Refusal refusal = door.refuses(ADEM, withPeriods(uninsured("Employment", 2_000) + why), TOO_LARGE_TO_DELIVER);
        assertThat(refusal.detail()).isEqualTo("as U002 4.2, with the header and signature of the hub");
    }

    /** The hub's header says more than the sender's, and its signature needs room. */
    @Test
    void aDocumentThatWouldBeLargerThanItsReceiverReads_alsoAsItIs() {
        String padded = " ".repeat(20_750) + "<Employer><name>x</name></Employer>";
        String text = Messages.cut(door.messages().text(Kind.U001), "<Employers>", "</u001:U001>");
        text = Messages.changed(text, "</u001:U001>", "<Employers>" + padded.repeat(100) + "</Employers></u001:U001>");
        Refusal refusal = door.refuses(RVA, door.messages().signed(RVA, text), TOO_LARGE_TO_DELIVER);
        assertThat(refusal.detail()).isEqualTo("as it is, with the header and signature of the hub");
    }

    @Test
    void thousandsOfPeriods_cross_andTheReceiptIsShort() {
        byte[] xml = withPeriods(uninsured("Employment", 2_000) + uninsured("SelfEmployment", 2_000));
        Door.Accepted accepted = door.accepts(ADEM, xml);
        assertThat(accepted.receipt().xml()).hasSizeLessThan(xml.length);
        LossSummary report = accepted.content().deliveries().getFirst().loss().orElseThrow();
        assertThat(report.carried() + report.count(Fate.CHANGED) + report.count(Fate.LOST))
                .isGreaterThan(4_000);
    }

    @Test
    void whatWasLeftOut_isToldToTheReaderToo() {
        Door.Accepted accepted = door.accepts(ADEM, door.messages().signed(Kind.U1, Messages.envelope(Kind.U1)));
        LossSummary report = accepted.content().deliveries().getFirst().loss().orElseThrow();
        assertThat(accepted.letter().header().provenance().orElseThrow().omissions())
                .isNotEmpty()
                .isEqualTo(report.omissions())
                .anySatisfy(omission -> assertThat(omission.boxes()).contains("1.8.1", "1.8.4"));
    }

    private static String uninsured(String kind, int count) {
        return "<Uninsured@><from>2024-01-01</from><to>2024-01-02</to><natureOfActivity>x</natureOfActivity></Uninsured@>"
                .replace("@", kind)
                .repeat(count);
    }

    private byte[] withPeriods(String more) {
        String text = door.messages().text(Kind.U1);
        return door.messages()
                .signed(
                        ADEM,
                        Messages.cut(text, "<IncomeFromEmployment>", "</Periods>")
                                .replace("</Periods>", more + "</Periods>"));
    }

    /** A U002 may announce a period; a U1 is about the past, seen from the date of the form. */
    @Test
    void aTranslationThatWouldBreakItsOwnRules() {
        CaseId id = door.accepts(
                        ADEM, door.messages().signed(Kind.U001, Envelope.to(ADEM, RVA, "UB_BUC_01", UNEMPLOYMENT)))
                .content()
                .caseId();
        String text = Messages.changed(
                door.messages()
                        .text(
                                Kind.U002,
                                Envelope.to(RVA, ADEM, "UB_BUC_01", UNEMPLOYMENT)
                                        .in(id)),
                "<endDate>2026-09-30<",
                "<endDate>2100-09-30<");
        Refusal refusal = door.refuses(RVA, door.messages().signed(RVA, text), NO_TRANSLATION);
        assertThat(refusal.detail()).isEqualTo("as U1 1.0 the document would break its own rules");
        assertThat(refusal.findings()).extracting(Finding::code).contains("U1-PERIOD-AFTER-FORM-DATE");
    }
}
