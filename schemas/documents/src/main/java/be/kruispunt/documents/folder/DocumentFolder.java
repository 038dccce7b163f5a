package be.kruispunt.documents.folder;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.model.message.DocumentType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * A document type as its folder says it, checked against its schema.
 *
 * @param name the folder, such as {@code u1/1.0}
 * @param type code and version
 * @param root the name of its root element
 * @param title what it is
 * @param legal on which ground
 * @param issuer who issues it
 * @param reader to whom
 * @param formerly old E numbers
 * @param isAnswer whether only the hub writes it
 * @param facts the hook that says what it does in its case; none for a document that is complete in itself
 * @param shape what its schema declares
 * @param boxes path from the root to printed box; {@code path=CODE} for a box that stands for one value
 * @param meant what its elements mean
 * @param rules its lines, not looked at yet
 * @param labels its words
 * @param files its schema, and what that imports
 */
public record DocumentFolder(
        String name,
        DocumentType type,
        QName root,
        String title,
        List<String> legal,
        String issuer,
        String reader,
        List<String> formerly,
        boolean isAnswer,
        Optional<String> facts,
        Shape shape,
        Map<String, String> boxes,
        Meant meant,
        List<Fields> rules,
        FolderLabels labels,
        SchemaFiles files) {
    public DocumentFolder {
        legal = List.copyOf(legal);
        formerly = List.copyOf(formerly);
        rules = List.copyOf(rules);
    }

    /** The address of its schema. */
    public String schema() {
        return SchemaFiles.SCHEME + ":/" + name + "/schema.xsd";
    }
}
