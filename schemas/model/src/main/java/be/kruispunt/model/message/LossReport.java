package be.kruispunt.model.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

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
     * One filled box of the source, or the same box wherever it is repeated.
     *
     * @param fate what became of it
     * @param box printed box number, or the path's last element where the source has no printed boxes
     * @param source path in the source; a position that stands for more than one is written {@code [1..20]}
     * @param target path in the target, likewise; empty when lost
     * @param reason why it changed or was lost; empty when carried
     * @param count how many filled boxes this line is about
     */
    public record Line(Fate fate, String box, String source, String target, String reason, int count) {
        /** The line of one filled box. */
        public Line(Fate fate, String box, String source, String target, String reason) {
            this(fate, box, source, target, reason, 1);
        }
    }

    public LossReport {
        lines = List.copyOf(lines);
    }

    public List<Line> with(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }

    /** How many filled boxes met this fate. */
    public int count(Fate fate) {
        return lines.stream()
                .filter(line -> line.fate() == fate)
                .mapToInt(Line::count)
                .sum();
    }

    /**
     * The same, with one line for a box that is repeated and fares everywhere alike. How many lines there are is then
     * bounded by the documents' schemas, and no more by how often a document repeats itself.
     */
    public LossReport merged() {
        var merged = new LinkedHashMap<Line, Repeated>();
        for (Line line : lines) {
            var source = Positions.of(line.source());
            var target = Positions.of(line.target());
            merged.computeIfAbsent(
                            new Line(line.fate(), line.box(), source.template(), target.template(), line.reason()),
                            key -> new Repeated(line, source, target))
                    .add(line, source, target);
        }
        return new LossReport(
                from, to, merged.values().stream().map(Repeated::line).toList());
    }

    /** The same, told shortly: each reason once. */
    public LossSummary summary() {
        var reasons = new LinkedHashMap<Line, Boxes>();
        int carried = 0;
        for (Line line : lines) {
            if (line.fate() == Fate.CARRIED) {
                carried += line.count();
            } else {
                reasons.computeIfAbsent(new Line(line.fate(), "", "", "", line.reason()), key -> new Boxes())
                        .add(line);
            }
        }
        return new LossSummary(
                from,
                to,
                carried,
                reasons.entrySet().stream()
                        .map(entry -> entry.getValue().as(entry.getKey()))
                        .toList());
    }

    /** What was left out, as the receiver is told: each reason once, with the boxes that it is about. */
    public List<Omission> omissions() {
        return summary().omissions();
    }

    /** The boxes of one reason. */
    private static final class Boxes {
        private final TreeSet<String> names = new TreeSet<>();
        private int count;

        void add(Line line) {
            names.add(named(line));
            count += line.count();
        }

        LossSummary.Reason as(Line alike) {
            return new LossSummary.Reason(alike.fate(), alike.reason(), List.copyOf(names), count);
        }
    }

    /** A printed box by its number, anything else by its path below the root. */
    private static String named(Line line) {
        if (Character.isDigit(line.box().charAt(0))) {
            return line.box();
        }
        String template = Positions.of(line.source()).template();
        return String.join("/", Stream.of(template.split("/", -1)).skip(2).toList())
                .replace("[]", "");
    }

    /** A line that grows over the places of one box. */
    private static final class Repeated {
        private final Line first;
        private Positions source;
        private Positions target;
        private int count;

        Repeated(Line first, Positions source, Positions target) {
            this.first = first;
            this.source = source;
            this.target = target;
        }

        void add(Line line, Positions otherSource, Positions otherTarget) {
            source = source.with(otherSource);
            target = target.with(otherTarget);
            count += line.count();
        }

        Line line() {
            return new Line(first.fate(), first.box(), source.text(), target.text(), first.reason(), count);
        }
    }
}
