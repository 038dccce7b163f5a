package be.kruispunt.translation.table;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a place is called in a loss report: the printed box, or the name of the element where no box is printed.
 *
 * @param path from the top, such as {@code /U1/Person}
 * @param printed the box of a path, empty for none; {@code n} stands for the position of the last repeated element on it
 */
record Box(String path, String name, UnaryOperator<String> printed) {
    private static final Pattern POSITION = Pattern.compile("\\[(\\d+)\\]");

    /** That of a child, or of an attribute with {@code @} before its name. */
    Box below(String child) {
        boolean wrapped = child.equals("value") && !name.isEmpty();
        return new Box(path + '/' + child, wrapped ? name : child, printed);
    }

    /** What it is called for the element at this path of a report. */
    String text(String at) {
        String box = printed.apply(path);
        if (box.isEmpty()) {
            return name;
        }
        if (!box.contains("n")) {
            return box;
        }
        Matcher matcher = POSITION.matcher(at);
        return matcher.find() ? box.replace("n", matcher.group(1)) : box;
    }
}
