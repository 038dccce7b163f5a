package be.kruispunt.documents.folder;

import be.kruispunt.documents.xml.Limits;
import be.kruispunt.documents.xml.Unreadable;
import be.kruispunt.documents.xml.XmlReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a folder of shared types says of them beside its schema: their meanings and the labels of what stands in them.
 *
 * @param namespace of its schema
 * @param meanings by the type's name
 * @param labels by {@code type.<Type>.<element>}
 */
record SharedTypes(String namespace, Map<String, List<Meaning>> meanings, Labels labels) {
    /** Of the folder {@code shared/<name>/<version>}. */
    static SharedTypes read(Shelf shelf, String folder) {
        var meanings = new HashMap<String, List<Meaning>>();
        String file = folder + "/meanings.yaml";
        shelf.find(file).ifPresent(yaml -> {
            Fields types = Fields.of(yaml, shelf.named(file));
            types.keys().forEach(type -> meanings.put(type, Meaning.read(types, type)));
        });
        boolean words = shelf.has(folder + "/labels_en.properties");
        return new SharedTypes(
                namespace(shelf, folder + "/schema.xsd"),
                Map.copyOf(meanings),
                words ? Labels.of(shelf, folder) : Labels.NONE);
    }

    private static String namespace(Shelf shelf, String schema) {
        try {
            return new XmlReader(Limits.STANDARD)
                    .read(shelf.read(schema))
                    .getDocumentElement()
                    .getAttribute("targetNamespace");
        } catch (Unreadable e) {
            throw FolderRefused.of(shelf.named(schema), e.detail(), "correct it");
        }
    }
}
