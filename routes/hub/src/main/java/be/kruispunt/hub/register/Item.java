package be.kruispunt.hub.register;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One item of a register file.
 *
 * @param fields its keys and values in their order: texts, numbers, lists of texts, lists of mappings
 * @param block whether each key has a line of its own; else the item is one line
 */
public record Item(Map<String, Object> fields, boolean block) {
    /** What YAML reads back as the same text without quotes, alone and in a list. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Z]{2}:[A-Za-z0-9]+|[A-Za-z0-9][A-Za-z0-9/._-]*( [A-Za-z0-9/._-]+)*");

    /** Its lines in a file, without a hyphen and from the first column. */
    public List<String> lines() {
        if (!block) {
            return List.of(flow(fields));
        }
        var lines = new ArrayList<String>();
        fields.forEach((key, value) -> {
            if (value instanceof Collection<?> all && all.stream().anyMatch(Map.class::isInstance)) {
                lines.add(key + ":");
                all.forEach(one -> lines.add("  - " + flow(one)));
            } else {
                lines.add(key + ": " + flow(value));
            }
        });
        return lines;
    }

    private static String flow(Object value) {
        return switch (value) {
            case Integer number -> number.toString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> all -> all.stream().map(Item::flow).collect(Collectors.joining(", ", "[", "]"));
            default -> scalar(value.toString());
        };
    }

    /** A JSON string is a YAML one. */
    private static String scalar(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
