package be.kruispunt.documents.folder;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a folder of shared types says of them beside its schema: their meanings and the labels of what stands in them.
 *
 * @param namespace of its schema
 * @param meanings by the type's name
 * @param labels by {@code type.<Type>.<element>}
 */
record SharedTypes(String namespace, Map<String, List<Meaning>> meanings, Labels labels) {
    private static final String FILE = "/meanings.yaml";

    /** Of the folder {@code shared/<name>/<version>}; one without meanings says nothing. */
    static SharedTypes read(Shelf shelf, String folder) {
        if (!shelf.has(folder + FILE)) {
            return new SharedTypes("", Map.of(), Labels.NONE);
        }
        Fields fields = Fields.of(shelf.read(folder + FILE), shelf.named(folder + FILE));
        fields.requireOnly(Set.of("namespace", "types"));
        Fields types = fields.map("types");
        var meanings = new HashMap<String, List<Meaning>>();
        types.keys().forEach(type -> meanings.put(type, Meaning.read(types, type)));
        return new SharedTypes(fields.text("namespace"), Map.copyOf(meanings), Labels.of(shelf, folder));
    }
}
