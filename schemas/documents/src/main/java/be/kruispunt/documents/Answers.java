package be.kruispunt.documents;

import be.kruispunt.binding.blocks.Document;
import be.kruispunt.binding.blocks.FindingSeverity;
import be.kruispunt.binding.blocks.Findings;
import be.kruispunt.binding.n901.Entitlement;
import be.kruispunt.binding.n901.N901;
import be.kruispunt.binding.receipt.Delivery;
import be.kruispunt.binding.receipt.Fate;
import be.kruispunt.binding.receipt.Lines;
import be.kruispunt.binding.receipt.LossReport;
import be.kruispunt.binding.receipt.Reason;
import be.kruispunt.binding.receipt.Receipt;
import be.kruispunt.binding.receipt.Refused;
import be.kruispunt.binding.refusal.Refusal;
import be.kruispunt.model.id.CaseId;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.rights.RightAnswer;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the hub's answers as messages, not signed yet. {@link AnswerReader} reads them back. */
public final class Answers {
    /** What the schema takes of a text; a finding's path can be longer than that. */
    static final int LONGEST = 1_000;

    private final MessageWriter writer;

    public Answers(MessageWriter writer) {
        this.writer = writer;
    }

    /**
     * The message that holds this receipt, with the warnings that there is room for; the header's type is
     * {@link DocumentCatalogue#RECEIPT_1_0}.
     */
    public org.w3c.dom.Document receipt(Header header, ReceiptContent content, AnswerRoom room) {
        var receipt = new Receipt();
        receipt.setTicket(content.ticket().toString());
        receipt.setInstance(content.instance().toString());
        receipt.setReceived(content.received().hex());
        receipt.setReceivedAt(content.receivedAt());
        receipt.setCaseId(content.inCase().map(CaseId::toString).orElse(null));
        content.deliveries().forEach(delivery -> receipt.getDelivery().add(delivery(delivery)));
        receipt.setLines(content.lines().map(Answers::lines).orElse(null));
        receipt.setWarnings(findings(room.beside(content.deliveries()).fitting(content.warnings())));
        return writer.write(header, AnswerClasses.RECEIPT, receipt);
    }

    /**
     * The message that holds this refusal, with the findings that there is room for; the header's type is
     * {@link DocumentCatalogue#REFUSAL_1_0}.
     */
    public org.w3c.dom.Document refusal(Header header, RefusalContent content, AnswerRoom room) {
        var refusal = new Refusal();
        refusal.setTicket(content.ticket().toString());
        refusal.setInstance(content.instance().map(Object::toString).orElse(null));
        refusal.setReceived(content.received().hex());
        refusal.setReceivedAt(content.receivedAt());
        refusal.setCode(content.refusal().code().name());
        refusal.setMeaning(content.refusal().code().meaning());
        refusal.setDetail(text(content.refusal().detail()));
        refusal.setRemedy(content.refusal().code().remedy());
        refusal.setFindings(findings(room.fitting(content.refusal().findings())));
        return writer.write(header, AnswerClasses.REFUSAL, refusal);
    }

    /** The message that answers a rights question; the header's type is {@link DocumentCatalogue#N901_1_0}. */
    public org.w3c.dom.Document rights(Header header, RightsAnswerContent content) {
        var rights = new N901();
        rights.setQuestion(content.question().toString());
        rights.setScheme(content.scheme().value());
        rights.setDay(content.day());
        content.answers().forEach(answer -> rights.getAnswer().add(answer(answer)));
        return writer.write(header, AnswerClasses.RIGHTS, rights);
    }

    private static be.kruispunt.binding.n901.Answer answer(RightAnswer content) {
        var answer = new be.kruispunt.binding.n901.Answer();
        answer.setId(content.id().toString());
        answer.setReference(content.customer().value());
        answer.setEntitlement(Entitlement.fromValue(content.entitlement().name()));
        answer.setFrom(content.from().orElse(null));
        answer.setUntil(content.until().orElse(null));
        answer.setAsOf(content.asOf());
        return answer;
    }

    private static Lines lines(LineAnswers content) {
        var lines = new Lines();
        lines.setTaken(content.taken());
        content.refused().forEach((code, positions) -> {
            var refused = new Refused();
            refused.setCode(code.name());
            refused.getLines().addAll(positions);
            refused.setValue(code.meaning());
            lines.getRefused().add(refused);
        });
        return lines;
    }

    private static Delivery delivery(ReceiptContent.Delivery content) {
        var delivery = new Delivery();
        delivery.setReceiver(content.receiver().value());
        delivery.setDocument(document(content.type()));
        content.loss().ifPresent(loss -> delivery.setLossReport(lossReport(loss)));
        return delivery;
    }

    private static LossReport lossReport(LossSummary content) {
        var report = new LossReport();
        content.from().forEach(type -> report.getFrom().add(document(type)));
        report.setCarried(content.carried());
        content.reasons().forEach(reason -> report.getReason().add(reason(reason)));
        return report;
    }

    private static Reason reason(LossSummary.Reason content) {
        var reason = new Reason();
        reason.setFate(Fate.fromValue(content.fate().name()));
        reason.setBoxes(String.join(" ", content.boxes()));
        reason.setCount(content.count() == content.boxes().size() ? null : content.count());
        reason.setValue(text(content.reason()));
        return reason;
    }

    private static Document document(DocumentType type) {
        var document = new Document();
        document.setCode(type.code());
        document.setVersion(type.version());
        return document;
    }

    private static @Nullable Findings findings(List<Finding> content) {
        if (content.isEmpty()) {
            return null;
        }
        var findings = new Findings();
        content.forEach(finding -> findings.getFinding().add(finding(finding)));
        return findings;
    }

    private static be.kruispunt.binding.blocks.Finding finding(Finding content) {
        var finding = new be.kruispunt.binding.blocks.Finding();
        finding.setCode(content.code());
        finding.setSeverity(FindingSeverity.fromValue(content.severity().name()));
        finding.setBox(text(content.box()));
        finding.setPath(text(content.path()));
        finding.setLine(content.line() == 0 ? null : BigInteger.valueOf(content.line()));
        finding.setMessage(text(content.message()));
        finding.setRemedy(text(content.remedy()));
        return finding;
    }

    /** Empty text is an absent element. */
    private static @Nullable String text(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return null;
        }
        return stripped.codePointCount(0, stripped.length()) <= LONGEST
                ? stripped
                : stripped.substring(0, stripped.offsetByCodePoints(0, LONGEST - 3)) + "...";
    }
}
