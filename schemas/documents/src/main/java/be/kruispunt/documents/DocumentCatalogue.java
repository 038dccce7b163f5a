package be.kruispunt.documents;

import be.kruispunt.documents.folder.FolderReader;
import be.kruispunt.documents.folder.FolderRefused;
import be.kruispunt.documents.folder.Shelf;
import be.kruispunt.model.message.DocumentType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The document types that the hub knows: those that come with it, and those of a folder of the operator's. A type is read when
 * it is first asked for, and its schema compiled when a document is first held against it; then it stays as it was read.
 * Serves all threads: make one, and share it.
 */
public final class DocumentCatalogue {
    public static final DocumentType U1_1_0 = DocumentType.of("U1", "1.0");
    public static final DocumentType BL1_1_0 = DocumentType.of("BL1", "1.0");
    public static final DocumentType U001_4_2 = DocumentType.of("U001", "4.2");
    public static final DocumentType U002_4_2 = DocumentType.of("U002", "4.2");
    public static final DocumentType N901_1_0 = DocumentType.of("N901", "1.0");
    public static final DocumentType RECEIPT_1_0 = DocumentType.of("RECEIPT", "1.0");
    public static final DocumentType REFUSAL_1_0 = DocumentType.of("REFUSAL", "1.0");

    private final List<FolderReader> readers;
    private final Map<DocumentType, DocumentDefinition> read = new ConcurrentHashMap<>();

    private DocumentCatalogue(List<FolderReader> readers) {
        this.readers = readers;
    }

    /** The types that come with the hub. */
    public static DocumentCatalogue standard() {
        return new DocumentCatalogue(List.of(new FolderReader(Shelf.archive())));
    }

    /**
     * These, and those of a folder of the operator's. A type that is put there later is found when it is asked for; one that
     * comes with the hub is not replaced.
     */
    public static DocumentCatalogue with(Path folder) {
        return new DocumentCatalogue(List.of(new FolderReader(Shelf.archive()), new FolderReader(Shelf.in(folder))));
    }

    /** The names of the types that come with the hub; no folder is opened for them. */
    public static List<DocumentType> standardTypes() {
        return standard().types();
    }

    /**
     * The type, if there is one.
     *
     * @throws FolderRefused when its folder is no document type
     */
    public Optional<DocumentDefinition> find(DocumentType type) {
        DocumentDefinition known = read.get(type);
        if (known != null) {
            return Optional.of(known);
        }
        return readers.stream()
                .filter(reader -> reader.has(type))
                .findFirst()
                .map(reader -> read.computeIfAbsent(type, any -> new DocumentDefinition(reader.read(type))));
    }

    /**
     * Every type that there is now, those that come with the hub first; no folder is opened for them.
     *
     * @throws FolderRefused when the operator's folder has one that comes with the hub
     */
    public List<DocumentType> types() {
        var types = new ArrayList<DocumentType>();
        for (FolderReader reader : readers) {
            for (DocumentType type : reader.types()) {
                if (types.contains(type)) {
                    throw FolderRefused.of(
                            type.toString(), "this type comes with the hub", "give yours another version");
                }
                types.add(type);
            }
        }
        return List.copyOf(types);
    }

    /**
     * Reads every type of the operator's folder.
     *
     * @throws FolderRefused when one is none, also for want of its {@code document.yaml}, or the folder is not there
     */
    public void requireSound() {
        types();
        readers.forEach(FolderReader::requireWhole);
        readers.stream().skip(1).flatMap(reader -> reader.types().stream()).forEach(type -> get(type)
                .prepare());
    }

    DocumentDefinition get(DocumentType type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("the catalogue has no " + type));
    }
}
