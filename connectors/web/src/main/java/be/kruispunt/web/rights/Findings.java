package be.kruispunt.web.rights;

import be.kruispunt.web.Issue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads an object of JSON field by field, and gathers all that is wrong with it. Nothing that was found is repeated. */
final class Findings {
    /** What follows is told after a correction. */
    private static final int MOST = 100;

    /** A name that is not of this shape may be anything, also a person's number. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_-]{0,63}");

    private final List<Issue> issues = new ArrayList<>();

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    boolean none() {
        return issues.isEmpty();
    }

    void add(Issue.Type type, String name, String detail) {
        if (issues.size() < MOST) {
            issues.add(Issue.inBody(type, name, detail));
        }
    }

    /** Whether it is an object; fields that are not among these are found. */
    boolean isObject(JsonNode node, String name, Set<String> fields) {
        if (!node.isObject()) {
            add(Issue.Type.SCHEMA_VIOLATION, name, "an object wanted");
            return false;
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                String known = NAME.matcher(field).matches() ? path(name, field) : name;
                add(
                        Issue.Type.UNKNOWN_INPUT,
                        known,
                        "a field that is not known; known are " + String.join(", ", fields));
            }
        });
        return true;
    }

    /** A text that must be there. */
    <T> Optional<T> required(JsonNode object, String name, String field, Function<String, T> reader) {
        if (!object.has(field)) {
            add(Issue.Type.REQUIRED_INPUT, path(name, field), "wanted");
            return Optional.empty();
        }
        return optional(object, name, field, reader);
    }

    /** A text that may be there. */
    <T> Optional<T> optional(JsonNode object, String name, String field, Function<String, T> reader) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            add(Issue.Type.SCHEMA_VIOLATION, path(name, field), "a text wanted");
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(value.textValue()));
        } catch (Unfit e) {
            add(e.type(), path(name, field), e.wanted());
            return Optional.empty();
        }
    }

    static String path(String parent, String field) {
        return parent.isEmpty() ? field : parent + "." + field;
    }

    /** A text that is not what its field wants. */
    static final class Unfit extends RuntimeException {
        private final Issue.Type type;
        private final String wanted;

        Unfit(Issue.Type type, String wanted) {
            super(wanted, null, false, false);
            this.type = type;
            this.wanted = wanted;
        }

        Issue.Type type() {
            return type;
        }

        String wanted() {
            return wanted;
        }
    }
}
