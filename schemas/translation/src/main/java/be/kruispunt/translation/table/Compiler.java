package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.translation.table.Uses.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a plan for one direction of a table, and holds it against both schemas: a path that a schema does not declare, and
 * a leaf of the source that no row takes, are refused. Used once.
 */
final class Compiler {
    private final Side from;
    private final Shape targets;
    private final Hooks hooks;
    private final List<String> problems = new ArrayList<>();
    private boolean aboutEverything = true;

    Compiler(Side from, Shape targets, Hooks hooks) {
        this.from = from;
        this.targets = targets;
        this.hooks = hooks;
    }

    /**
     * Where rows write.
     *
     * @param shape of the element that they start from
     * @param prefix the way there, for rows of a group that is no element of its own in the source
     */
    private record Scope(Shape shape, Path prefix) {
        Path way(Path path) {
            return prefix.then(path);
        }
    }

    /**
     * The plan of a whole table.
     *
     * @throws IllegalArgumentException naming every fault that was found
     */
    Plan compile(List<Row> rows, Node source) {
        Plan plan = plan(rows, source, new Scope(targets, Path.TOP));
        check(source);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return plan;
    }

    /** The plan of rows that repeat what other rows account for: they need not be about everything. */
    Plan copy(List<Row> rows, Node source) {
        aboutEverything = false;
        Plan plan = plan(rows, source, new Scope(targets, Path.TOP));
        problems.forEach(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return plan;
    }

    private Plan plan(List<Row> rows, Node source, Scope scope) {
        var fills = new ArrayList<Fill>();
        add(rows, source, scope, fills);
        return new Plan(source, fills);
    }

    private void add(List<Row> rows, Node source, Scope scope, List<Fill> fills) {
        for (Row row : rows) {
            try {
                add(row, source, scope, fills);
            } catch (IllegalArgumentException e) {
                problems.add(row.name() + ": " + e.getMessage());
            }
        }
        for (Row row : rows) {
            if (row.act() instanceof Row.Lost(var reason)
                    && row.readFrom(from)
                    && guard(row).letsAll()) {
                row.path(from)
                        .map(path -> place(source, path))
                        .ifPresent(place -> loseBelow(place, row.name(), reason));
            }
        }
    }

    private void add(Row row, Node source, Scope scope, List<Fill> fills) {
        Optional<Path> mine = row.path(from);
        if (row.act() instanceof Row.Fixed fixed) {
            fixed(row, fixed, source, scope, fills);
        } else if (row.readFrom(from) && mine.isPresent()) {
            if (row.act() instanceof Row.Group(var rows) && mine.get().equals(Path.HERE)) {
                add(rows, source, new Scope(scope.shape(), scope.way(target(row))), fills);
            } else {
                Node place = place(source, mine.get());
                place.uses().add(use(row, source, place, scope));
            }
        }
    }

    /** Where a row starts: at the root of the document, where it stands in no group. */
    private Node start(Node source, Row row) {
        List<Path.Step> steps = row.path(from).orElseThrow().steps();
        return source.path().isEmpty() && !steps.isEmpty()
                ? source.open(steps.getFirst().name())
                : source;
    }

    /** Holds that there can be what a row's conditions ask about. */
    private void requireDeclared(Row row, Node about) {
        for (Condition condition : row.when(from)) {
            String path = String.join("/", condition.path());
            if (!path.isEmpty() && about.shape().at(path).isEmpty()) {
                throw new IllegalArgumentException("there is no " + path + " in " + about.path() + " to ask about");
            }
        }
    }

    private void fixed(Row row, Row.Fixed fixed, Node source, Scope scope, List<Fill> fills) {
        if (row.path(from.other()).isPresent()) {
            fills.add(new Fill(guard(row), way(row, scope), fixed));
        } else if (row.path(from).isPresent() && fixed.saysNothing()) {
            place(source, row.path(from).get()).uses().add(new Uses.Silent(Guard.always(row.name())));
        }
    }

    private Use use(Row row, Node source, Node place, Scope scope) {
        boolean element = row.act() instanceof Row.Group
                || (row.act() instanceof Row.Lost && !place.shape().isLeaf());
        requireDeclared(row, element ? place : start(source, row));
        Guard guard = guard(row);
        return switch (row.act()) {
            case Row.Carry(var codes) -> {
                Map<String, String> map = codes.map(list -> list.from(from)).orElse(Map.of());
                boolean all = guard.letsAll() && (map.isEmpty() || map.keySet().containsAll(codes(place)));
                String reason = codes.map(list -> list.reason(from)).orElse("");
                yield new Uses.Carry(guard, way(row, scope), map, reason, all);
            }
            case Row.Group(var rows) -> group(row, rows, guard, place, scope);
            case Row.Told(var by, var reason) -> {
                end(by, scope);
                yield new Uses.Told(guard, new Way(scope.way(by), null), reason);
            }
            case Row.Lost(var reason) -> lost(guard, place, reason);
            case Row.Values values ->
                new Uses.OneValue(guard, values.on(from), way(row, scope), values.on(from.other()), values.reason());
            case Row.Spread(var to) -> {
                List<Way> holders = to.stream().map(path -> holder(path, scope)).toList();
                yield new Uses.Spread(
                        guard, holders, to.getFirst().steps().getLast().name());
            }
            case Row.Join join -> new Uses.Join(guard, way(row, scope), join);
            case Row.Fixed fixed -> throw new IllegalStateException("a fixed value is not read: " + fixed);
        };
    }

    private static List<String> codes(Node place) {
        return place.shape().codes().isEmpty() ? List.of("any") : place.shape().codes();
    }

    private Use group(Row row, List<Row> rows, Guard guard, Node place, Scope scope) {
        Path other = target(row);
        Shape inside = end(other, scope);
        Path.Step last = row.path(from).orElseThrow().steps().getLast();
        var when = new ArrayList<>(guard.when());
        if (last.mark() != null) {
            when.add(Condition.of(last.mark() + '=' + last.value()));
        }
        Guard all = new Guard(guard.row(), when, guard.chosen());
        boolean root = scope.way(other).isRoot();
        boolean room = other.absolute() || root || (inside.isRepeated() && !other.equals(Path.HERE));
        boolean once = !room && place.shape().isRepeated();
        Node start = place.again();
        Plan plan = plan(rows, start, new Scope(inside, Path.HERE));
        check(start);
        return new Uses.Group(all, way(row, scope), plan, once, all.letsAll() && !once && row.pick() == null);
    }

    private static Use lost(Guard guard, Node place, String reason) {
        if (place.shape().isLeaf() || guard.letsAll()) {
            return new Uses.Lost(guard, reason);
        }
        Node inside = place.again();
        loseTheRest(inside, guard.row(), reason);
        return new Uses.LostWhole(guard, inside);
    }

    private static void loseBelow(Node place, String row, String reason) {
        place.shape().attributes().forEach(name -> loseTheRest(place.open("@" + name), row, reason));
        place.shape().children().forEach(child -> loseTheRest(place.open(child.name()), row, reason));
    }

    /** Gives the row of an element whatever in it no row of its own takes. */
    private static void loseTheRest(Node node, String row, String reason) {
        node.uses().add(new Uses.Lost(Guard.always(row), reason));
        loseBelow(node, row, reason);
    }

    private Guard guard(Row row) {
        String chosen = row.of(from);
        return new Guard(row.name(), row.when(from), chosen == null ? null : hooks.picker(chosen));
    }

    /** Where a path of the source leads to. */
    private static Node place(Node source, Path path) {
        if (path.absolute()) {
            throw new IllegalArgumentException(path + " can only be written: say from which side the row is read");
        }
        Node at = source;
        for (Path.Step step : path.steps()) {
            at = at.open(step.name());
        }
        return path.attribute() == null ? at : at.open("@" + path.attribute());
    }

    private Path target(Row row) {
        Side to = from.other();
        return row.path(to).orElseThrow(() -> new IllegalArgumentException("the path of " + to.key() + " is missing"));
    }

    private Way way(Row row, Scope scope) {
        Path path = target(row);
        end(path, scope);
        return new Way(scope.way(path), row.pick() == null ? null : hooks.picker(row.pick()));
    }

    /** The way to the elements in which the last element of a path is to stand. */
    private Way holder(Path path, Scope scope) {
        end(path, scope);
        List<Path.Step> steps = path.steps().subList(0, path.steps().size() - 1);
        return new Way(scope.way(new Path(path.absolute(), steps, null)), null);
    }

    /** What the schema of the target declares at the end of a path. */
    private Shape end(Path path, Scope scope) {
        Path way = scope.way(path);
        Shape at = way.absolute() ? targets : scope.shape();
        for (Path.Step step : way.steps()) {
            at = declared(at, step.name(), path);
            if (step.mark() != null) {
                Shape mark = at;
                for (String name : step.mark().split("/", -1)) {
                    mark = declared(mark, name, path);
                }
            }
        }
        if (way.attribute() != null && !at.attributes().contains(way.attribute())) {
            throw new IllegalArgumentException(path + ": the schema has no such attribute");
        }
        return at;
    }

    private static Shape declared(Shape at, String name, Path path) {
        Shape child = at.child(name);
        if (child == null) {
            throw new IllegalArgumentException(path + ": the schema has no " + name + " in " + at);
        }
        return child;
    }

    /** Holds that some row takes whatever can stand at a place. */
    private void check(Node node) {
        if (!aboutEverything) {
            return;
        }
        boolean whole = node.shape().isLeaf() || node.uses().stream().noneMatch(Uses.Lost.class::isInstance);
        if (whole && node.uses().stream().anyMatch(Use::takesAll)) {
            return;
        }
        if (node.shape().isLeaf()) {
            problems.add(
                    node.path() + ": " + (node.uses().isEmpty() ? "no row is about it" : "no row takes what is left"));
            return;
        }
        node.shape().attributes().forEach(name -> check(node.open("@" + name)));
        node.shape().children().forEach(child -> check(node.open(child.name())));
    }
}
