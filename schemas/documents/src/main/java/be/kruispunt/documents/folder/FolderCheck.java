package be.kruispunt.documents.folder;

import java.util.Set;
import java.util.TreeSet;

/** Holds a folder's words and examples against its boxes and rules. */
final class FolderCheck {
    private final Shelf shelf;
    private final DocumentFolder folder;
    private final String labels;

    FolderCheck(Shelf shelf, DocumentFolder folder) {
        this.shelf = shelf;
        this.folder = folder;
        this.labels = shelf.named(folder.name() + "/labels_*.properties");
    }

    void check() {
        var wanted = new TreeSet<>(Set.of("title"));
        folder.boxes().values().forEach(box -> wanted.add("box." + box));
        for (Fields rule : folder.rules()) {
            String code = rule.text("code");
            wanted.add("rule." + code + ".text");
            wanted.add("rule." + code + ".remedy");
            requireExample(rule, code);
        }
        Set<String> there = folder.labels().ownKeys();
        wanted.stream().filter(key -> !there.contains(key)).findFirst().ifPresent(key -> {
            throw FolderRefused.of(labels, key + " is missing", "add it in every language");
        });
        there.stream()
                .filter(key -> !wanted.contains(key) && !isPlace(key))
                .findFirst()
                .ifPresent(key -> {
                    throw FolderRefused.of(labels, key + " belongs to no box and no rule", "remove it, or correct it");
                });
        if (folder.boxes().isEmpty()) {
            FolderReader.paths(folder.shape()).stream()
                    .filter(path -> !folder.labels().has(path))
                    .findFirst()
                    .ifPresent(path -> {
                        throw FolderRefused.of(
                                labels, "path." + path + " is missing", "add it: the document has no boxes");
                    });
        }
    }

    private boolean isPlace(String key) {
        if (key.startsWith("path.")) {
            return folder.shape().at(key.substring("path.".length())).isPresent();
        }
        String[] parts = key.split("\\.", -1);
        return (parts.length == 2 || parts.length == 3) && parts[0].equals("type");
    }

    private void requireExample(Fields rule, String code) {
        String example = folder.name() + "/examples/refused/" + code + ".xml";
        if (!shelf.has(example)) {
            throw rule.refuse("code", "no example breaks " + code, "add " + shelf.named(example));
        }
    }
}
