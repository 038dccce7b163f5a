package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Fields;
import be.kruispunt.documents.rules.Line.Operator;
import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.xml.ElementPath;
import be.kruispunt.model.outcome.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The vocabulary of rules (decision 0014): what a line of {@code rules} asks. Closed: what it cannot say is a hook. */
final class Vocabulary {
    private static final Set<String> EVERY_LINE = Set.of("code", "severity", "rule", "at", "when", "place", "box");

    private static final Map<String, Rule.Check> HOOKS = Map.of(
            "a1-host-state", A1Hooks::hostState,
            "a1-posting-length", A1Hooks::postingLength,
            "m902-periods-overlap", RightsHooks::periodsOverlap,
            "m902-stays-overlap", RightsHooks::staysOverlap,
            "m903-ean", RightsHooks::ean,
            "reference-once", RightsHooks::referenceOnce,
            "sed-host-state", A1Hooks::hostStateOfSed,
            "sed-posting-length", A1Hooks::postingLengthOfSed,
            "u1-period-overlap", U1Hooks::overlap,
            "u1-reference-period", U1Hooks::referencePeriod);

    private final DeclaredPaths paths;
    private final String document;

    /** {@code document}: the code with which those of its rules begin. */
    Vocabulary(Shape shape, String document) {
        this.paths = new DeclaredPaths(shape);
        this.document = document;
    }

    Rule rule(Fields line) {
        String code = line.text("code");
        if (!code.startsWith(document + "-") && !code.equals(Rule.ISSUER_MISMATCH)) {
            throw line.refuse("code", code + " does not begin with the document's code", "write " + document + "-...");
        }
        Severity severity =
                switch (line.text("severity")) {
                    case "error" -> Severity.ERROR;
                    case "warning" -> Severity.WARNING;
                    default -> throw line.refuse("severity", "neither error nor warning", "write one of them");
                };
        return new Rule(code, code, severity, line.find("box").orElse(""), check(line));
    }

    private Rule.Check check(Fields line) {
        if (line.text("rule").equals("java")) {
            requireOnly(line, "hook");
            Rule.Check hook = HOOKS.get(line.text("hook"));
            if (hook == null) {
                throw line.refuse("hook", "there is no such hook", "the hooks are " + new TreeSet<>(HOOKS.keySet()));
            }
            return hook;
        }
        List<ElementPath> at = line.has("at") ? paths.read(line, "at", paths.root()) : List.of(ElementPath.of("."));
        List<Shape> shapes = at.stream()
                .map(path -> paths.document().at(path.toString()).orElseThrow())
                .toList();
        ElementPath place = line.has("place") ? paths.read(line, "place", line.text("place"), shapes) : null;
        Operator operator = operator(line, shapes);
        return new Line(at, Condition.read(line, paths, shapes), place, subject(line, shapes), operator);
    }

    private @Nullable ElementPath subject(Fields line, List<Shape> shapes) {
        return line.text("rule").equals("required-when") ? paths.read(line, "path", line.text("path"), shapes) : null;
    }

    private static void requireOnly(Fields line, String... own) {
        var known = new TreeSet<>(EVERY_LINE);
        known.addAll(List.of(own));
        line.requireOnly(known);
    }

    private Operator operator(Fields line, List<Shape> at) {
        return switch (line.text("rule")) {
            case "exactly-one" -> counted(line, at, there -> there == 1);
            case "at-least-one" -> counted(line, at, there -> there > 0);
            case "at-most-one" -> counted(line, at, there -> there < 2);
            case "together" -> {
                int all = line.texts("of").size();
                yield counted(line, at, there -> there == 0 || there == all);
            }
            case "required-when" -> required(line, at);
            case "forbidden-when" -> forbidden(line, at);
            case "not-after" -> notAfter(line, at);
            case "one-of-list" -> oneOfList(line, at);
            case "contains" -> contains(line, at);
            case "sender" -> sender(line);
            default ->
                throw line.refuse(
                        "rule", "there is no rule " + line.text("rule"), "see the vocabulary in decision 0014");
        };
    }

    private Operator counted(Fields line, List<Shape> at, IntPredicate right) {
        requireOnly(line, "of");
        List<ElementPath> of = paths.read(line, "of", at);
        return reading -> (element, found) -> {
            int there = 0;
            for (ElementPath path : of) {
                there += path.isThere(element) ? 1 : 0;
            }
            if (!right.test(there)) {
                found.accept(element);
            }
        };
    }

    private ElementPath conditional(Fields line, List<Shape> at) {
        requireOnly(line, "path");
        if (!line.has("when")) {
            throw line.refuse("when", "the key is missing", "say when, or state it in the schema");
        }
        return paths.read(line, "path", line.text("path"), at);
    }

    private Operator required(Fields line, List<Shape> at) {
        ElementPath path = conditional(line, at);
        return reading -> (element, found) -> {
            if (!path.isThere(element)) {
                found.accept(element);
            }
        };
    }

    private Operator forbidden(Fields line, List<Shape> at) {
        ElementPath path = conditional(line, at);
        return reading -> (element, found) -> path.first(element).ifPresent(found);
    }

    private Operator notAfter(Fields line, List<Shape> at) {
        requireOnly(line, "days", "until");
        List<ElementPath> days = paths.read(line, "days", at);
        String until = line.text("until");
        if (!until.startsWith("/")) {
            ElementPath path = paths.read(line, "until", until, at);
            return reading -> (element, found) -> {
                if (isAfter(element, days, Days.at(element, path))) {
                    found.accept(element);
                }
            };
        }
        ElementPath path = paths.read(line, "until", until.substring(1), paths.root());
        return reading -> {
            Optional<LocalDate> last = Days.at(reading.payload(), path);
            return (element, found) -> {
                if (isAfter(element, days, last)) {
                    found.accept(element);
                }
            };
        };
    }

    private static boolean isAfter(Element element, List<ElementPath> days, Optional<LocalDate> last) {
        return last.isPresent()
                && days.stream()
                        .flatMap(path -> Days.at(element, path).stream())
                        .anyMatch(day -> day.isAfter(last.get()));
    }

    private Operator oneOfList(Fields line, List<Shape> at) {
        requireOnly(line, "path", "in");
        ElementPath path = paths.read(line, "path", line.text("path"), at);
        Set<String> values = Set.copyOf(line.required("in"));
        return reading -> (element, found) -> path.each(element, value -> {
            if (!values.contains(value.getTextContent().strip())) {
                found.accept(value);
            }
        });
    }

    private Operator contains(Fields line, List<Shape> at) {
        requireOnly(line, "path", "in");
        ElementPath path = paths.read(line, "path", line.text("path"), at);
        Set<String> values = Set.copyOf(line.required("in"));
        return reading -> (element, found) -> {
            if (!path.any(
                    element, value -> values.contains(value.getTextContent().strip()))) {
                found.accept(element);
            }
        };
    }

    private static Operator sender(Fields line) {
        requireOnly(line);
        return reading -> (element, found) -> {
            if (!reading.header().sender().value().equals(element.getTextContent())) {
                found.accept(element);
            }
        };
    }
}
