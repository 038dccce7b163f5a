package be.kruispunt.documents.rules;

import be.kruispunt.documents.xml.Elements;
import be.kruispunt.model.message.Header;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A document that follows its schema, as its rules and facts read it: the same content as classes and as DOM. The DOM
 * knows the lines and the boxes.
 *
 * @param content the root of the document's classes
 * @param payload the same as DOM
 * @param boxes the box numbers of its schema
 * @param header what the message says of itself
 */
public record Reading<T>(T content, Element payload, BoxNumbers boxes, Header header) {
    /**
     * The element at a path of local names below the root, the last of them the {@code index}-th, from 0; or the nearest
     * one above it that exists.
     *
     * @throws IllegalArgumentException if the schema declares no such path: a misspelt one would name the wrong box
     */
    Element place(String path, int index) {
        boxes.requireDeclared("/" + Elements.name(payload) + "/" + path);
        Element at = payload;
        String[] names = path.split("/", -1);
        for (int i = 0; i < names.length; i++) {
            List<Element> found = Elements.children(at, names[i]);
            int wanted = i == names.length - 1 ? index : 0;
            if (found.size() <= wanted) {
                return at;
            }
            at = found.get(wanted);
        }
        return at;
    }

    /** The same of the first. */
    Element place(String path) {
        return place(path, 0);
    }

    /**
     * The first child of the root of this name.
     *
     * @throws IllegalArgumentException if the schema declares none
     */
    Optional<Element> child(String name) {
        boxes.requireDeclared("/" + Elements.name(payload) + "/" + name);
        return Elements.child(payload, name);
    }
}
