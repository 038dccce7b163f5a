package be.kruispunt.translation.table;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.xml.Elements;
import be.kruispunt.translation.Issue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** A table, ready to be read from one side. Immutable; one serves all threads. */
public final class Direction {
    private final Plan plan;
    private final Shape targets;
    private final String first;

    private Direction(Plan plan, Shape targets) {
        this.plan = plan;
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
            Table table, Side from, List<Shape> sources, List<Shape> targets, UnaryOperator<String> boxes, Hooks hooks) {
        Shape written = Shape.beside(targets);
        Node top = new Node(Shape.beside(sources), new Box("", "", boxes));
        return new Direction(new Compiler(from, written, hooks).compile(table.rows(), top), written);
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
            Context context = new Context(source, run.targets().root(first));
            Node node = plan.root().open(Elements.name(source));
            node.take(new Source(source, null, '/' + Elements.name(source), node), context, run);
            var top = new Source(source, null, "", plan.root());
            plan.fills().forEach(fill -> fill.apply(top, context, run));
        }
        run.joins().values().forEach(joined -> joined.write(run));
        return new Translated(run.targets().written(), run.lines(), run.rows());
    }
}
