package be.kruispunt.documents.xml;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Local names from an element down, such as {@code Person/familyName}; the element itself is {@code .}.
 *
 * @param names in their order; none for the element itself
 */
public record ElementPath(List<String> names) {
    /** As it is written. */
    public static ElementPath of(String path) {
        return new ElementPath(path.equals(".") ? List.of() : List.of(path.split("/", -1)));
    }

    /** What stands at the path, in document order. */
    public void each(Element from, Consumer<Element> visitor) {
        any(from, element -> {
            visitor.accept(element);
            return false;
        });
    }

    public Optional<Element> first(Element from) {
        return Optional.ofNullable(find(from, 0, element -> true));
    }

    public boolean isThere(Element from) {
        return any(from, element -> true);
    }

    public boolean any(Element from, Predicate<Element> wanted) {
        return find(from, 0, wanted) != null;
    }

    /** The value of what stands there first, without the spaces around it; empty where nothing does. */
    public String text(Element from) {
        return first(from).map(element -> element.getTextContent().strip()).orElse("");
    }

    /** What stands there first, or the nearest element above it that is there. */
    public Element nearest(Element from) {
        Element at = from;
        for (String name : names) {
            Optional<Element> next = Elements.child(at, name);
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    private @Nullable Element find(Element from, int done, Predicate<Element> wanted) {
        if (done == names.size()) {
            return wanted.test(from) ? from : null;
        }
        for (Element child = Elements.first(from); child != null; child = Elements.next(child)) {
            if (Elements.name(child).equals(names.get(done))) {
                Element found = find(child, done + 1, wanted);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "." : String.join("/", names);
    }
}
