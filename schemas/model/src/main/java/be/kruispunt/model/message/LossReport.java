package be.kruispunt.model.message;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;

/**
 * What became of every filled box of a document when it was translated. Nothing is dropped silently: a box of the
 * source stands here as carried, changed or lost. Box numbers, paths and reasons only; never values.
 *
 * @param from what was translated: one document, or several that belong together
 * @param to what came of it; of several documents the first
 * @param lines one for each filled box, in the order of the source
 */
public record LossReport(List<DocumentType> from, DocumentType to, List<Line> lines) {
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
        from = List.copyOf(from);
        lines = List.copyOf(lines);
    }

    public List<Line> with(Fate fate) {
        return lines.stream().filter(line -> line.fate() == fate).toList();
    }

    /** The same, told shortly: each reason once. How long that is, is bounded by the documents' schemas. */
    public LossSummary summary() {
        record Alike(Fate fate, String reason) {}
        var reasons = new LinkedHashMap<Alike, Boxes>();
        int carried = 0;
        for (Line line : lines) {
            if (line.fate() == Fate.CARRIED) {
                carried++;
            } else {
                reasons.computeIfAbsent(new Alike(line.fate(), line.reason()), key -> new Boxes())
                        .add(named(line));
            }
        }
        return new LossSummary(
                from,
                to,
                carried,
                reasons.entrySet().stream()
                        .map(entry -> entry.getValue()
                                .as(entry.getKey().fate(), entry.getKey().reason()))
                        .toList());
    }

    /** The boxes of one reason. */
    private static final class Boxes {
        private final TreeSet<String> names = new TreeSet<>();
        private int count;

        void add(String name) {
            names.add(name);
            count++;
        }

        LossSummary.Reason as(Fate fate, String reason) {
            return new LossSummary.Reason(fate, reason, List.copyOf(names), count);
        }
    }

    /** A printed box by its number, anything else by its path below the root; of a further document with its code before it. */
    private String named(Line line) {
        String path = line.source();
        int below = path.indexOf('/', 1);
        String root = path.substring(1, below < 0 ? path.length() : below);
        String name =
                Character.isDigit(line.box().charAt(0)) ? line.box() : withoutPositions(path.substring(below + 1));
        return root.equals(from.getFirst().code()) ? name : root + '/' + name;
    }

    private static String withoutPositions(String path) {
        var without = new StringBuilder(path.length());
        boolean within = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            within |= c == '[';
            if (!within) {
                without.append(c);
            }
            within &= c != ']';
        }
        return without.toString();
    }
}
