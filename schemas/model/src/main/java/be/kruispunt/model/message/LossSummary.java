package be.kruispunt.model.message;

import be.kruispunt.model.message.LossReport.Fate;
import java.util.List;

/**
 * A loss report as a receipt tells it: how many filled boxes were carried as they were, and of the others each reason once,
 * with the boxes that it is about. The full report, place by place, follows from the document and {@code hub translate}.
 *
 * @param from what was translated: one document, or several that belong together
 * @param carried how many filled boxes stand in the target as they were
 * @param reasons why the others do not, in the order of the document
 */
public record LossSummary(List<DocumentType> from, DocumentType to, int carried, List<Reason> reasons) {
    /**
     * Boxes that fared alike for the same reason.
     *
     * @param fate CHANGED or LOST
     * @param reason why
     * @param boxes printed boxes by their number, others by their path below the root, those of a second document with its code before
     *     it ({@code U004/Salaries/Salary/hours}); each once, sorted, no spaces in them
     * @param count how many filled boxes, each place counted
     */
    public record Reason(Fate fate, String reason, List<String> boxes, int count) {
        public Reason {
            boxes = List.copyOf(boxes);
        }
    }

    public LossSummary {
        from = List.copyOf(from);
        reasons = List.copyOf(reasons);
    }

    /** How many filled boxes met this fate. */
    public int count(Fate fate) {
        return fate == Fate.CARRIED
                ? carried
                : reasons.stream()
                        .filter(reason -> reason.fate() == fate)
                        .mapToInt(Reason::count)
                        .sum();
    }

    /** What was left out, as the receiver is told. */
    public List<Omission> omissions() {
        return reasons.stream()
                .filter(reason -> reason.fate() == Fate.LOST)
                .map(reason -> Omission.of(reason.boxes(), reason.reason()))
                .toList();
    }
}
