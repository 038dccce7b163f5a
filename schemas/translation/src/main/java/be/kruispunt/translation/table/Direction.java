package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.translation.Issue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** A table, ready to be read from one side. Immutable; one serves all threads. */
public final class Direction {
    private final List<Condition> when;
    private final Plan plan;
    private final Map<String, Plan> copies;
    private final Shape targets;
    private final String first;

    private Direction(List<Condition> when, Plan plan, Map<String, Plan> copies, Shape targets) {
        this.when = when;
        this.plan = plan;
        this.copies = copies;
        this.targets = targets;
        this.first = targets.children().getFirst().name();
    }

    /**
     * Compiles.
     *
     * @param sources the shapes of the documents of the side that is read
     * @param targets those of the other side
     * @param boxes the printed box of a path of the source such as {@code /U1/Person}; empty for none
     * @throws IllegalArgumentException naming every row that does not fit the schemas, and every leaf that no row takes
     */
    static Direction of(
            Table table,
            Side from,
            List<Shape> sources,
            List<Shape> targets,
            UnaryOperator<String> boxes,
            Hooks hooks) {
        Shape written = Shape.beside(targets);
        Node top = new Node(Shape.beside(sources), new Box("", "", boxes));
        Plan plan = new Compiler(from, written, hooks).compile(table.rows(), top);
        var copies = new LinkedHashMap<String, Plan>();
        if (from == Side.FORM) {
            table.copies()
                    .forEach((code, rows) ->
                            copies.put(code, new Compiler(from, written, hooks).copy(rows, top.again())));
        }
        return new Direction(table.when(from), plan, copies, written);
    }

    /** Whether the table is for a document with this root. */
    boolean isFor(Element root) {
        return when.stream().allMatch(condition -> condition.test(root, ""));
    }

    /**
     * Translates documents that follow their schemas.
     *
     * @param sources roots of the documents, in the order of the table
     * @param issue who issued them and when; empty where nobody says
     */
    public Translated translate(List<Element> sources, Optional<Issue> issue) {
        var run = new Run(new Targets(targets), issue);
        for (Element source : sources) {
            apply(plan, source, run);
        }
        run.joins().values().forEach(joined -> joined.write(run));
        run.mute();
        sources.forEach(source -> copy(source, run));
        return new Translated(run.targets().written(), run.lines(), run.rows());
    }

    private void apply(Plan rows, Element source, Run run) {
        Context context = new Context(source, run.targets().root(first));
        Node node = rows.root().open(Elements.name(source));
        node.take(new Source(source, null, '/' + Elements.name(source), node), context, run);
        var top = new Source(source, null, "", rows.root());
        rows.fills().forEach(fill -> fill.apply(top, context, run));
    }

    private void copy(Element source, Run run) {
        copies.forEach((code, rows) -> {
            if (run.targets().has(code)) {
                apply(rows, source, run);
            }
        });
    }
}
