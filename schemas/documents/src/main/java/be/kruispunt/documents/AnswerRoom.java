package be.kruispunt.documents;

import be.kruispunt.model.message.LossSummary;
import be.kruispunt.model.outcome.Finding;
import be.kruispunt.model.outcome.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much an answer may tell. An answer is at most as large as what it answers and 16 KiB: nobody has the hub sign, keep
 * and send much for little.
 *
 * @param bytes for findings and loss reports together
 */
public record AnswerRoom(long bytes) {
    /** What an answer may have more than what it answers, in bytes. */
    public static final int BESIDE = 16 * 1024;

    /** What envelope, signature and the fixed fields take, and the line that says what is left out. */
    private static final int ENVELOPE = 8 * 1024;

    /** What the marks around the values of one finding, or of one delivery, take. */
    private static final int MARKS = 200;

    /** What warnings get beside a loss report, however long: of the envelope's part, which is seldom used up. */
    private static final int LEAST = 2 * 1024;

    /** For an answer to a message of so many bytes. */
    public static AnswerRoom answering(long bytes) {
        return new AnswerRoom(bytes + BESIDE - ENVELOPE);
    }

    /** What these deliveries leave of it. */
    AnswerRoom beside(List<ReceiptContent.Delivery> deliveries) {
        long taken = MARKS * (long) deliveries.size()
                + deliveries.stream()
                        .flatMap(delivery -> delivery.loss().stream())
                        .flatMap(loss -> loss.reasons().stream())
                        .mapToLong(AnswerRoom::size)
                        .sum();
        return new AnswerRoom(Math.max(bytes - taken, LEAST));
    }

    /** The findings that there is room for, in their order; where some are left out, a last one says how many. */
    List<Finding> fitting(List<Finding> findings) {
        long left = bytes;
        for (int i = 0; i < findings.size(); i++) {
            left -= size(findings.get(i));
            if (left < 0) {
                return cut(findings, i);
            }
        }
        return findings;
    }

    private static List<Finding> cut(List<Finding> findings, int told) {
        var fitting = new ArrayList<>(findings.subList(0, told));
        List<Finding> leftOut = findings.subList(told, findings.size());
        Severity gravest = leftOut.stream().anyMatch(Finding::isError) ? Severity.ERROR : Severity.WARNING;
        fitting.add(new Finding(
                "ANSWER-MORE",
                gravest,
                "",
                "",
                0,
                leftOut.size() + (leftOut.size() == 1 ? " more finding is" : " more findings are")
                        + " left out: an answer is not much larger than what it answers",
                "correct these, and send again"));
        return fitting;
    }

    private static long size(Finding finding) {
        return MARKS
                + size(Stream.of(finding.code(), finding.box(), finding.path(), finding.message(), finding.remedy()));
    }

    private static long size(LossSummary.Reason reason) {
        return MARKS
                + reason.boxes().stream().mapToLong(box -> box.length() + 1L).sum()
                + size(Stream.of(reason.reason()));
    }

    /** As written, at most: no text of an answer is longer than the schema takes. */
    private static long size(Stream<String> texts) {
        return MARKS
                + texts.mapToLong(text -> Math.min(text.getBytes(StandardCharsets.UTF_8).length, 4L * Answers.LONGEST))
                        .sum();
    }
}
