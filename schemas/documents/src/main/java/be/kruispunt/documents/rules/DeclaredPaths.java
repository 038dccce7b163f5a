package be.kruispunt.documents.rules;

import be.kruispunt.documents.folder.Fields;
import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.xml.ElementPath;
import java.util.List;

/** Reads the paths of a line, and holds them against what the schema declares: a misspelt one would find nothing. */
record DeclaredPaths(Shape document) {
    /** The shape in which paths of the whole document are looked for. */
    List<Shape> root() {
        return List.of(document);
    }

    /** A path that is declared in each of these. */
    ElementPath read(Fields line, String key, String path, List<Shape> in) {
        for (Shape shape : in) {
            if (path.contains("@") || shape.at(path).isEmpty()) {
                throw line.refuse(key, "the schema declares no " + path + " in " + shape.name(), "correct the path");
            }
        }
        return ElementPath.of(path);
    }

    /** The paths under a key that must be there. */
    List<ElementPath> read(Fields line, String key, List<Shape> in) {
        return line.required(key).stream()
                .map(path -> read(line, key, path, in))
                .toList();
    }
}
