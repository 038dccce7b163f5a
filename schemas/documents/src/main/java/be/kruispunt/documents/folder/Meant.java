package be.kruispunt.documents.folder;

import be.kruispunt.documents.shape.Shape;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What the elements of a document mean, as a tree of names: an element's meanings, and those of what stands in it. */
public final class Meant {
    private final List<Meaning> meanings;
    private final Map<String, Meant> children;

    private Meant(List<Meaning> meanings, Map<String, Meant> children) {
        this.meanings = meanings;
        this.children = children;
    }

    /** {@code said}: the meanings of what stands at a path and is of this shape. */
    static Meant of(Shape shape, String path, BiFunction<String, Shape, List<Meaning>> said) {
        var children = new HashMap<String, Meant>();
        for (Shape child : shape.children()) {
            children.put(child.name(), of(child, path.isEmpty() ? child.name() : path + "/" + child.name(), said));
        }
        return new Meant(said.apply(path, shape), Map.copyOf(children));
    }

    /** Whether the schema declares no elements in it. */
    public boolean isValue() {
        return children.isEmpty();
    }

    public List<Meaning> meanings() {
        return meanings;
    }

    /** Every kind of meaning that an element may have. */
    public Set<Meaning.Kind> kinds() {
        var kinds = EnumSet.noneOf(Meaning.Kind.class);
        meanings.forEach(meaning -> kinds.add(meaning.kind()));
        children.values().forEach(child -> kinds.addAll(child.kinds()));
        return kinds;
    }

    /** Of the element of this name in it; null for one that the schema does not declare. */
    public @Nullable Meant child(String name) {
        return children.get(name);
    }
}
