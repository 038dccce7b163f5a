package be.kruispunt.translation.table;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a place is called in a loss report: the printed box, or the name of the element where no box is printed. */
final class Box {
    private static final Pattern POSITION = Pattern.compile("\\[(\\d+)\\]");

    private final String path;
    private final String name;
    private final UnaryOperator<String> boxes;
    private final String printed;
    private final boolean counted;

    /**
     * Looks up what is printed.
     *
     * @param path from the top, such as {@code /U1/Person}
     * @param boxes the box of a path, empty for none; {@code n} stands for the position of the last repeated element on it
     */
    Box(String path, String name, UnaryOperator<String> boxes) {
        this.path = path;
        this.name = name;
        this.boxes = boxes;
        this.printed = boxes.apply(path);
        this.counted = printed.contains("n");
    }

    String path() {
        return path;
    }

    /** That of a child, or of an attribute with {@code @} before its name. */
    Box below(String child) {
        boolean wrapped = child.equals("value") && !name.isEmpty();
        return new Box(path + '/' + child, wrapped ? name : child, boxes);
    }

    /** What it is called for the element at this path of a report. */
    String text(String at) {
        if (printed.isEmpty()) {
            return name;
        }
        if (!counted) {
            return printed;
        }
        Matcher matcher = POSITION.matcher(at);
        return matcher.find() ? printed.replace("n", matcher.group(1)) : printed;
    }
}
