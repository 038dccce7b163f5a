package be.kruispunt.documents.folder;

import be.kruispunt.documents.shape.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.xml.namespace.QName;

/** The words of a document type: its own, those of the types that it shares, and those of the rules of all documents. */
public final class FolderLabels {
    private final Shape shape;
    private final Map<String, String> boxes;
    private final Labels own;
    private final Map<String, Labels> shared;
    private final Labels everyones;

    /** {@code shared}: by namespace. */
    FolderLabels(Shape shape, Map<String, String> boxes, Labels own, Map<String, Labels> shared, Labels everyones) {
        this.shape = shape;
        this.boxes = boxes;
        this.own = own;
        this.shared = Map.copyOf(shared);
        this.everyones = everyones;
    }

    /**
     * The words under a key of its own, such as {@code title} or {@code box.2.1.1}, of the rules of all documents, or of the
     * types that it shares ({@code type.Date}).
     */
    public Optional<String> find(Language language, String key) {
        return own.find(language, key).or(() -> everyones.find(language, key)).or(() -> shared.values().stream()
                .flatMap(labels -> labels.find(language, key).stream())
                .findFirst());
    }

    /** The words for what stands at a path; where it has none, those for the element that holds it; empty for a stranger. */
    public Optional<String> of(Language language, String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            Optional<String> words = exactly(language, at);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private Optional<String> exactly(Language language, String path) {
        int end = path.lastIndexOf('/');
        String parent = end < 0 ? "." : path.substring(0, end);
        String name = path.substring(end + 1);
        return own.find(language, "path." + path)
                .or(() -> Optional.ofNullable(boxes.get(path)).flatMap(box -> own.find(language, "box." + box)))
                .or(() -> shape.at(parent).flatMap(Shape::declaredType).flatMap(type -> inType(language, type, name)));
    }

    private Optional<String> inType(Language language, QName type, String name) {
        Function<Labels, Optional<String>> words =
                labels -> labels.find(language, "type." + type.getLocalPart() + "." + name);
        return shape.namespace().equals(type.getNamespaceURI())
                ? words.apply(own)
                : Optional.ofNullable(shared.get(type.getNamespaceURI())).flatMap(words);
    }

    /** Whether what stands at a path has words of its own, or of its type. */
    boolean has(String path) {
        return exactly(Language.EN, path).isPresent();
    }

    Set<String> ownKeys() {
        return own.keys();
    }
}
