package be.kruispunt.translation.table;

import java.util.List;

/**
 * What is done with an element of the source and what stands in it: the rows of a group, in one direction.
 *
 * @param root the place of the element itself
 * @param fills what is written in the end where nothing else was
 */
record Plan(Node root, List<Uses.Fill> fills) {
    Plan {
        fills = List.copyOf(fills);
    }

    void take(Source source, Context context, Run run) {
        root.take(new Source(source.element(), null, source.path(), root), context, run);
        fills.forEach(fill -> fill.apply(source, context, run));
    }
}
