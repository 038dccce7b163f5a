package be.kruispunt.documents;

import be.kruispunt.binding.blocks.Document;
import be.kruispunt.binding.blocks.Findings;
import be.kruispunt.binding.n901.N901;
import be.kruispunt.binding.receipt.Delivery;
import be.kruispunt.binding.receipt.Lines;
import be.kruispunt.binding.receipt.LossReport;
import be.kruispunt.binding.receipt.Reason;
import be.kruispunt.binding.receipt.Receipt;
import be.kruispunt.binding.refusal.Refusal;
import be.kruispunt.model.id.AnswerId;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstanceId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport.Fate;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.RefusalCode;
import be.kruispunt.model.outcome.Severity;
import be.kruispunt.model.rights.CustomerReference;
import be.kruispunt.model.rights.Entitlement;
import be.kruispunt.model.rights.RightAnswer;
import be.kruispunt.model.rights.SchemeCode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the hub's answers back, for those who got them. */
public final class AnswerReader {
    private AnswerReader() {}

    /** The answer that a document is; empty when it is no answer but a document of an institution. */
    public static Optional<Answer> read(ReadDocument document) {
        if (document.type().equals(DocumentCatalogue.RECEIPT_1_0)) {
            return Optional.of(receipt(AnswerClasses.RECEIPT.read(document.payload())));
        }
        return document.type().equals(DocumentCatalogue.REFUSAL_1_0)
                ? Optional.of(refusal(AnswerClasses.REFUSAL.read(document.payload())))
                : Optional.empty();
    }

    /** What an N901 says; empty when it is another document. */
    public static Optional<RightsAnswerContent> rights(ReadDocument document) {
        return document.type().equals(DocumentCatalogue.N901_1_0)
                ? Optional.of(rights(AnswerClasses.RIGHTS.read(document.payload())))
                : Optional.empty();
    }

    private static RightsAnswerContent rights(N901 rights) {
        return new RightsAnswerContent(
                InstanceId.of(rights.getQuestion()),
                SchemeCode.of(rights.getScheme()),
                rights.getDay(),
                rights.getAnswer().stream().map(AnswerReader::answer).toList());
    }

    private static RightAnswer answer(be.kruispunt.binding.n901.Answer answer) {
        return new RightAnswer(
                CustomerReference.of(answer.getReference()),
                Entitlement.valueOf(answer.getEntitlement().value()),
                Optional.ofNullable(answer.getFrom()),
                Optional.ofNullable(answer.getUntil()),
                answer.getAsOf(),
                AnswerId.of(answer.getId()));
    }

    private static ReceiptContent receipt(Receipt receipt) {
        return new ReceiptContent(
                Ticket.of(receipt.getTicket()),
                InstanceId.of(receipt.getInstance()),
                Digest.ofHex(receipt.getReceived()),
                receipt.getReceivedAt(),
                Optional.ofNullable(receipt.getCaseId()).map(CaseId::of),
                receipt.getDelivery().stream().map(AnswerReader::delivery).toList(),
                Optional.ofNullable(receipt.getLines()).map(AnswerReader::lines),
                findings(receipt.getWarnings()));
    }

    private static LineAnswers lines(Lines lines) {
        var refused = new TreeMap<RefusalCode, List<Integer>>();
        lines.getRefused()
                .forEach(each -> refused.put(RefusalCode.valueOf(each.getCode()), List.copyOf(each.getLines())));
        return new LineAnswers(lines.getTaken(), refused);
    }

    private static RefusalContent refusal(Refusal refusal) {
        return new RefusalContent(
                Ticket.of(refusal.getTicket()),
                Optional.ofNullable(refusal.getInstance()).map(InstanceId::of),
                Digest.ofHex(refusal.getReceived()),
                refusal.getReceivedAt(),
                new be.kruispunt.model.outcome.Refusal(
                        RefusalCode.valueOf(refusal.getCode()),
                        text(refusal.getDetail()),
                        findings(refusal.getFindings())));
    }

    private static ReceiptContent.Delivery delivery(Delivery delivery) {
        return new ReceiptContent.Delivery(
                InstitutionId.of(delivery.getReceiver()),
                type(delivery.getDocument()),
                Optional.ofNullable(delivery.getLossReport())
                        .map(report -> loss(report, type(delivery.getDocument()))));
    }

    private static LossSummary loss(LossReport report, DocumentType to) {
        return new LossSummary(
                report.getFrom().stream().map(AnswerReader::type).toList(),
                to,
                report.getCarried(),
                report.getReason().stream().map(AnswerReader::reason).toList());
    }

    private static LossSummary.Reason reason(Reason reason) {
        List<String> boxes = List.of(reason.getBoxes().split(" ", -1));
        return new LossSummary.Reason(
                Fate.valueOf(reason.getFate().value()),
                reason.getValue(),
                boxes,
                reason.getCount() == null ? boxes.size() : reason.getCount());
    }

    private static List<Finding> findings(@Nullable Findings findings) {
        return findings == null
                ? List.of()
                : findings.getFinding().stream()
                        .map(finding -> new Finding(
                                finding.getCode(),
                                Severity.valueOf(finding.getSeverity().value()),
                                text(finding.getBox()),
                                text(finding.getPath()),
                                finding.getLine() == null
                                        ? 0
                                        : finding.getLine().intValue(),
                                finding.getMessage(),
                                text(finding.getRemedy())))
                        .toList();
    }

    private static DocumentType type(Document document) {
        return DocumentType.of(document.getCode(), document.getVersion());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
