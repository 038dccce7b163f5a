package be.kruispunt.model.message;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A path with the positions taken out of it, each as the range of those that it stands for.
 *
 * @param template the path with {@code []} for each position
 * @param ranges the positions, from first to last
 */
record Positions(String template, List<Range> ranges) {
    record Range(int first, int last) {
        private Range with(Range other) {
            return new Range(Math.min(first, other.first), Math.max(last, other.last));
        }

        private String text() {
            return first == last ? String.valueOf(first) : first + ".." + last;
        }
    }

    Positions {
        ranges = List.copyOf(ranges);
    }

    static Positions of(String path) {
        int open = path.indexOf('[');
        if (open < 0) {
            return new Positions(path, List.of());
        }
        var template = new StringBuilder(path.length());
        var ranges = new ArrayList<Range>();
        int done = 0;
        while (open >= 0) {
            int close = path.indexOf(']', open);
            ranges.add(range(path.substring(open + 1, close)));
            template.append(path, done, open + 1);
            done = close;
            open = path.indexOf('[', close);
        }
        return new Positions(template.append(path, done, path.length()).toString(), ranges);
    }

    private static Range range(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? new Range(Integer.parseInt(text), Integer.parseInt(text))
                : new Range(Integer.parseInt(text.substring(0, dots)), Integer.parseInt(text.substring(dots + 2)));
    }

    /** The same path over the positions of both. */
    Positions with(Positions other) {
        if (ranges.isEmpty()) {
            return this;
        }
        return new Positions(
                template,
                IntStream.range(0, ranges.size())
                        .mapToObj(i -> ranges.get(i).with(other.ranges.get(i)))
                        .toList());
    }

    String text() {
        var text = new StringBuilder(template);
        int at = 0;
        for (Range range : ranges) {
            at = text.indexOf("[]", at) + 1;
            text.insert(at, range.text());
        }
        return text.toString();
    }
}
