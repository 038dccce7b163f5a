package be.kruispunt.translation.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A way through a document: {@code Payments/Payment[typePayment/value=01]}. It starts at the element of the row above,
 * or, with a slash before it, at the top.
 *
 * @param absolute whether it starts at the top, with the name of a document's root
 * @param steps none for the element of the row above itself, written {@code .}
 * @param attribute name of the attribute at its end, or null
 */
record Path(boolean absolute, List<Step> steps, @Nullable String attribute) {
    /** The element of the row above. */
    static final Path HERE = new Path(false, List.of(), null);

    /** What holds the documents of a side. */
    static final Path TOP = new Path(true, List.of(), null);

    private static final Pattern STEP = Pattern.compile("([\\p{L}_][\\p{L}\\d_.-]*)(?:\\[([^=\\]]+)=([^\\]]*)\\])?");
    private static final Pattern SLASH = Pattern.compile("/(?![^\\[]*\\])");

    /**
     * An element on the way.
     *
     * @param mark path of a leaf in it that tells it from its like, or null
     * @param value what that leaf says
     */
    record Step(String name, @Nullable String mark, String value) {
        @Override
        public String toString() {
            return mark == null ? name : name + '[' + mark + '=' + value + ']';
        }
    }

    Path {
        steps = List.copyOf(steps);
    }

    /** As it stands in a table. */
    static Path of(String text) {
        boolean absolute = text.startsWith("/");
        var steps = new ArrayList<Step>();
        String attribute = null;
        if (!text.equals(".")) {
            for (String step : SLASH.split(absolute ? text.substring(1) : text, -1)) {
                Matcher matcher = STEP.matcher(step);
                if (attribute != null) {
                    throw new IllegalArgumentException(text + ": nothing stands below an attribute");
                } else if (step.startsWith("@")) {
                    attribute = step.substring(1);
                } else if (matcher.matches()) {
                    String value = matcher.group(3);
                    steps.add(new Step(matcher.group(1), matcher.group(2), value == null ? "" : value));
                } else {
                    throw new IllegalArgumentException(text + " is no path: " + step + " is no name of an element");
                }
            }
        }
        return new Path(absolute, steps, attribute);
    }

    /** The way to a path that starts where this one ends. */
    Path then(Path next) {
        if (next.absolute) {
            return next;
        }
        var all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new Path(absolute, all, next.attribute);
    }

    /** Whether it leads to the root of a document, which is there once and for all rows. */
    boolean isRoot() {
        return absolute && steps.size() == 1 && attribute == null;
    }

    @Override
    public String toString() {
        if (steps.isEmpty() && attribute == null) {
            return ".";
        }
        String way = steps.stream().map(Step::toString).collect(Collectors.joining("/", absolute ? "/" : "", ""));
        return attribute == null ? way : way + (steps.isEmpty() ? "@" : "/@") + attribute;
    }
}
