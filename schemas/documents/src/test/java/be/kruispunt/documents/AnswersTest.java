package be.kruispunt.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LegalContext;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Refusal;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Severity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.SchemeCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class AnswersTest {
    private static final Ticket TICKET = Ticket.of("0197a1c0-5b0e-7c3a-9a55-cccccccccccc");
    private static final InstanceId INSTANCE = InstanceId.of("0197a1c0-5b0e-7c3a-9a55-1f2e3d4c5b6a");
    private static final Digest DIGEST = Digest.of(new byte[] {1, 2, 3});
    private static final Instant AT = Instant.parse("2026-10-05T08:15:01.123Z");
    private static final Finding FINDING = new Finding(
            "U1-PERIOD-OVERLAP",
            Severity.WARNING,
            "2.1.1",
            "/U1/Periods/InsuredEmployment[2]",
            40,
            "overlaps",
            "check");

    private static final AnswerRoom ROOM = AnswerRoom.answering(5_000);

    private final MessageWriter writer = new MessageWriter(Fixture.CATALOGUE);
    private final Answers answers = new Answers(writer);

    private static Header header(DocumentType type) {
        return new Header(
                InstitutionId.of("BE:0999999922"),
                List.of(InstitutionId.of("LU:0053")),
                type,
                InstanceId.of("0197a1c0-5b0e-7c3a-9a55-dddddddddddd"),
                AT,
                "PD_U1",
                Optional.empty(),
                LegalContext.of("UNEMPLOYMENT_BENEFIT"),
                Optional.empty());
    }

    private Optional<Answer> readBack(Document message) {
        return AnswerReader.read(Fixture.accepted(new String(writer.serialise(message), StandardCharsets.UTF_8)));
    }

    @Test
    void aReceipt_isReadAsItWasWritten() {
        var loss = new LossSummary(
                List.of(DocumentCatalogue.U1_1_0, DocumentCatalogue.U001_4_2),
                DocumentCatalogue.U002_4_2,
                41,
                List.of(
                        new LossSummary.Reason(Fate.LOST, "no place", List.of("1.8.1", "P/E/Employer/name"), 2),
                        new LossSummary.Reason(Fate.CHANGED, "by a code list", List.of("2.1.1"), 20)));
        var receipt = new ReceiptContent(
                TICKET,
                INSTANCE,
                DIGEST,
                AT,
                CaseId.of("0197a1c0-5b0e-7c3a-9a55-aaaaaaaaaaaa"),
                List.of(
                        new ReceiptContent.Delivery(
                                InstitutionId.of("BE:0206737484"), DocumentCatalogue.U002_4_2, Optional.of(loss)),
                        new ReceiptContent.Delivery(
                                InstitutionId.of("BE:0411729366"), DocumentCatalogue.U1_1_0, Optional.empty())),
                List.of(FINDING));
        assertThat(readBack(answers.receipt(header(DocumentCatalogue.RECEIPT_1_0), receipt, ROOM)))
                .contains(receipt);
    }

    @Test
    void aReceiptOfLines_isReadAsItWasWritten_andIsInNoCase() {
        var refused = new TreeMap<>(
                Map.of(RefusalCode.NUMBER_REPLACED, List.of(2, 1_000), RefusalCode.NOT_AUTHORISED, List.of(7)));
        var receipt = new ReceiptContent(
                TICKET,
                INSTANCE,
                DIGEST,
                AT,
                Optional.empty(),
                List.of(),
                Optional.of(new LineAnswers(997, refused)),
                List.of());
        assertThat(readBack(answers.receipt(header(DocumentCatalogue.RECEIPT_1_0), receipt, ROOM)))
                .contains(receipt);
        assertThatThrownBy(receipt::caseId).isInstanceOf(IllegalStateException.class);
    }

    /** As many lines and boxes as there are: both are attributes, and longer than any text of a form. */
    @Test
    void aReceiptThatListsVeryMuch_isReadAsItWasWritten() {
        List<Integer> everyLine = IntStream.rangeClosed(1, 1_000).boxed().toList();
        List<String> boxes = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "Periods/InsuredEmployment/Employer/Address/field" + i)
                .sorted()
                .toList();
        var loss = new LossSummary(
                List.of(DocumentCatalogue.U002_4_2),
                DocumentCatalogue.U1_1_0,
                41,
                List.of(new LossSummary.Reason(Fate.LOST, "U1 does not name employers", boxes, 200)));
        var lines = new ReceiptContent(
                TICKET,
                INSTANCE,
                DIGEST,
                AT,
                Optional.empty(),
                List.of(),
                Optional.of(new LineAnswers(0, new TreeMap<>(Map.of(RefusalCode.NOT_AUTHORISED, everyLine)))),
                List.of());
        var translated = new ReceiptContent(
                TICKET,
                INSTANCE,
                DIGEST,
                AT,
                CaseId.of("0197a1c0-5b0e-7c3a-9a55-aaaaaaaaaaaa"),
                List.of(new ReceiptContent.Delivery(
                        InstitutionId.of("LU:0053"), DocumentCatalogue.U1_1_0, Optional.of(loss))),
                List.of());
        for (ReceiptContent receipt : List.of(lines, translated)) {
            assertThat(readBack(answers.receipt(header(DocumentCatalogue.RECEIPT_1_0), receipt, ROOM)))
                    .contains(receipt);
        }
    }

    @Test
    void anAnswerForRights_isReadAsItWasWritten() {
        var content = new RightsAnswerContent(
                INSTANCE,
                SchemeCode.of("ENERGY_SOCIAL_TARIFF"),
                LocalDate.of(2026, 11, 20),
                List.of(
                        new RightAnswer(
                                CustomerReference.of("K-1"),
                                Entitlement.ENTITLED,
                                Optional.of(LocalDate.of(2026, 10, 1)),
                                Optional.of(LocalDate.of(2026, 12, 31)),
                                AT,
                                AnswerId.of("0197a1c0-5b0e-7c3a-9a55-cccccccccccc")),
                        new RightAnswer(
                                CustomerReference.of("K-2"),
                                Entitlement.NOT_DETERMINED,
                                Optional.empty(),
                                Optional.empty(),
                                AT,
                                AnswerId.of("0197a1c0-5b0e-7c3a-9a55-dddddddddddd"))));
        Document written = answers.rights(header(DocumentCatalogue.N901_1_0), content);
        assertThat(AnswerReader.rights(Fixture.accepted(new String(writer.serialise(written), StandardCharsets.UTF_8))))
                .contains(content);
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void aRefusalOfEveryCode_isReadAsItWasWritten(RefusalCode code) {
        var refusal = new RefusalContent(
                TICKET, Optional.of(INSTANCE), DIGEST, AT, new Refusal(code, "line 3: detail", List.of(FINDING)));
        assertThat(readBack(answers.refusal(header(DocumentCatalogue.REFUSAL_1_0), refusal, ROOM)))
                .contains(refusal);
    }

    @Test
    void aRefusalOfSomethingUnreadable_needsNoInstance() {
        var refusal = new RefusalContent(TICKET, Optional.empty(), DIGEST, AT, Refusal.of(RefusalCode.MALFORMED, ""));
        assertThat(readBack(answers.refusal(header(DocumentCatalogue.REFUSAL_1_0), refusal, ROOM)))
                .contains(refusal);
    }

    @Test
    void aPathBeyondMeasure_isCutAndDoesNotBreakTheAnswer() {
        var finding = new Finding("X-Y", Severity.ERROR, "", "/a".repeat(2_000), 0, "message", "");
        var refusal = new RefusalContent(
                TICKET, Optional.empty(), DIGEST, AT, new Refusal(RefusalCode.SCHEMA, "", List.of(finding)));
        assertThat(readBack(answers.refusal(header(DocumentCatalogue.REFUSAL_1_0), refusal, ROOM)))
                .isPresent();
    }

    /** Room for the signature, which is added after this, included. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20, 5_000, 40_000})
    void anAnswerIsNotMuchLargerThanWhatItAnswers_andSaysHowManyFindingsItLeavesOut(int answered) {
        var finding = new Finding("A-RULE", Severity.WARNING, "1", "/\u00E9".repeat(300), 1, "m".repeat(900), "\uFFFD");
        var error = new Finding("B-RULE", Severity.ERROR, "1", "/x", 1, "wrong", "");
        var findings = new ArrayList<>(Collections.nCopies(499, finding));
        findings.add(error);
        var refusal = new RefusalContent(
                TICKET, Optional.of(INSTANCE), DIGEST, AT, new Refusal(RefusalCode.RULE, "", findings));
        Document written =
                answers.refusal(header(DocumentCatalogue.REFUSAL_1_0), refusal, AnswerRoom.answering(answered));
        assertThat(writer.serialise(written)).hasSizeLessThan(answered + AnswerRoom.BESIDE - 5_000);
        List<Finding> told =
                ((RefusalContent) readBack(written).orElseThrow()).refusal().findings();
        assertThat(told.getLast())
                .returns("ANSWER-MORE", Finding::code)
                .returns(Severity.ERROR, Finding::severity)
                .extracting(Finding::message)
                .asString()
                .startsWith(501 - told.size() + " more findings");
        assertThat(told).hasSizeGreaterThan(1);
    }

    @Test
    void aWarningIsTold_besideALossReportOfAnyLength() {
        List<LossSummary.Reason> reasons = IntStream.range(0, 1_000)
                .mapToObj(n -> new LossSummary.Reason(Fate.LOST, "no " + n, List.of("1", "Person/nationality"), 2))
                .toList();
        var loss = new LossSummary(List.of(DocumentCatalogue.U1_1_0), DocumentCatalogue.U002_4_2, 0, reasons);
        var receipt = new ReceiptContent(
                TICKET,
                INSTANCE,
                DIGEST,
                AT,
                CaseId.of("0197a1c0-5b0e-7c3a-9a55-aaaaaaaaaaaa"),
                List.of(new ReceiptContent.Delivery(
                        InstitutionId.of("BE:0206737484"), DocumentCatalogue.U002_4_2, Optional.of(loss))),
                List.of(FINDING));
        assertThat(readBack(answers.receipt(header(DocumentCatalogue.RECEIPT_1_0), receipt, ROOM)))
                .contains(receipt);
    }

    @Test
    void whatIsCut_isNotCutWithinACharacter() {
        Refusal refusal = Refusal.of(RefusalCode.SCHEMA, "\uD842\uDFB7".repeat(1_001));
        var content = new RefusalContent(TICKET, Optional.empty(), DIGEST, AT, refusal);
        assertThat(readBack(answers.refusal(header(DocumentCatalogue.REFUSAL_1_0), content, ROOM)))
                .get()
                .isInstanceOfSatisfying(
                        RefusalContent.class,
                        read -> assertThat(read.refusal().detail()).isEqualTo("\uD842\uDFB7".repeat(997) + "..."));
    }

    @Test
    void aDocumentOfAnInstitution_isNoAnswer() {
        assertThat(AnswerReader.read(Fixture.accepted(Fixture.sample(Samples.Kind.U1))))
                .isEmpty();
    }
}
