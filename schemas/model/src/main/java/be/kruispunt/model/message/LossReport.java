package be.kruispunt.model.message;

import java.util.List;

/**
 * What became of every filled box of a document when it was translated. Nothing is dropped silently: a box of the
 * source stands here as carried, changed or lost. Box numbers, paths and reasons only; never values.
 */
public record LossReport(DocumentType from, DocumentType to, List<Line> lines) {
    /** What became of one box. */
    public enum Fate {
        /** The value stands in the target as it was. */
        CARRIED,
        /** A code list or another representation stands in between; the reason says which. */
        CHANGED,
        /** The target has no place for it; the reason says why. */
        LOST
    }

    /**
     * One filled box of the source.
     *
     * @param fate what became of it
     * @param box printed box number, or the path's last element where the source has no printed boxes
     * @param source path in the source
     * @param target path in the target; empty when lost
     * @param reason why it changed or was lost; empty when carried
     */
    public record Line(Fate fate, String box, String source, String target, String reason) {}

    public LossReport {
        lines = List.copyOf(lines);
    }

    public List<Line> with(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }
}
