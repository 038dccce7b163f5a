package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Fields;
import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.xml.ElementPath;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * When a line is to be looked at: a line of {@code when}.
 *
 * @param ofDocument whether it is the same for every place of a document
 */
record Condition(boolean ofDocument, Test test) {
    /** Whether it holds at an element. */
    @FunctionalInterface
    interface Test {
        boolean holds(Element at, Reading reading);
    }

    /** The conditions of a line; {@code at}: what the line is looked at on. */
    static List<Condition> read(Fields line, DeclaredPaths paths, List<Shape> at) {
        return line.each("when").stream().map(said -> one(said, paths, at)).toList();
    }

    private static Condition one(Fields said, DeclaredPaths paths, List<Shape> at) {
        if (said.has("written-by")) {
            said.requireOnly(Set.of("written-by"));
            if (!said.text("written-by").equals("institution")) {
                throw said.refuse(
                        "written-by", "only institution may stand here", "write institution, or leave it out");
            }
            return new Condition(
                    true, (element, reading) -> reading.header().provenance().isEmpty());
        }
        boolean fromRoot = said.text("path").startsWith("/");
        ElementPath path = fromRoot
                ? paths.read(said, "path", said.text("path").substring(1), paths.root())
                : paths.read(said, "path", said.text("path"), at);
        Test below = values(said, path);
        return new Condition(
                fromRoot, (element, reading) -> below.holds(fromRoot ? reading.payload() : element, reading));
    }

    private static Test values(Fields said, ElementPath path) {
        if (said.has("present")) {
            said.requireOnly(Set.of("path", "present"));
            boolean present =
                    switch (said.text("present")) {
                        case "true" -> true;
                        case "false" -> false;
                        default -> throw said.refuse("present", "neither true nor false", "write one of them");
                    };
            return (element, reading) -> path.isThere(element) == present;
        }
        said.requireOnly(Set.of("path", "in"));
        Set<String> values = Set.copyOf(said.required("in"));
        return (element, reading) -> path.any(
                element, found -> values.contains(found.getTextContent().strip()));
    }
}
