package be.kruispunt.documents.folder;

import be.kruispunt.documents.shape.Shape;
import be.kruispunt.documents.shape.ShapeReader;
import be.kruispunt.model.message.DocumentType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.xml.namespace.QName;

/** Reads folders of document types, strictly: what is refused is named with its file, its place and a remedy. */
public final class FolderReader {
    private static final String YAML = "/document.yaml";
    private static final String EVERYONE = "shared/rules";
    private static final Set<String> KEYS = Set.of(
            "code",
            "version",
            "namespace",
            "root",
            "answer",
            "title",
            "legal",
            "issuer",
            "reader",
            "formerly",
            "facts",
            "boxes",
            "meanings",
            "rules");

    private final Shelf shelf;
    private final Labels everyones = ofEveryone();
    private final Map<String, SharedTypes> shared = new ConcurrentHashMap<>();

    public FolderReader(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The words of the rules of all documents. */
    public static Labels ofEveryone() {
        return Labels.of(Shelf.archive(), EVERYONE);
    }

    /** The types that there are, without opening their folders: they are named after code and version. */
    public List<DocumentType> types() {
        return shelf.folders().stream().map(this::type).toList();
    }

    /**
     * Refuses where a folder is named as a type and has no {@code document.yaml}: whoever put it there means that it is used.
     *
     * @throws FolderRefused when there is one
     */
    public void requireWhole() {
        for (String folder : shelf.withoutFile(YAML)) {
            if (isNamedAsType(folder)) {
                throw FolderRefused.of(
                        shelf.named(folder + YAML),
                        "the file is missing, so that this folder is no document type",
                        "add it (decision 0014), or take the folder away");
            }
        }
    }

    private boolean isNamedAsType(String folder) {
        try {
            type(folder);
            return true;
        } catch (FolderRefused e) {
            return false;
        }
    }

    private DocumentType type(String folder) {
        String[] parts = folder.split("/", -1);
        try {
            DocumentType type = DocumentType.of(parts[0].toUpperCase(Locale.ROOT), parts[1]);
            if (!name(type).equals(folder)) {
                throw FolderRefused.of(shelf.named(folder), "not where a type is looked for", "name it " + name(type));
            }
            return type;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw FolderRefused.of(shelf.named(folder), "no code and version", "name it as u002/4.1");
        }
    }

    private static String name(DocumentType type) {
        return type.code().toLowerCase(Locale.ROOT) + "/" + type.version();
    }

    public boolean has(DocumentType type) {
        return shelf.has(name(type) + YAML);
    }

    /**
     * The folder of this type.
     *
     * @throws FolderRefused when it is no document type
     */
    public DocumentFolder read(DocumentType type) {
        String name = name(type);
        Fields fields = Fields.of(shelf.read(name + YAML), shelf.named(name + YAML));
        fields.requireOnly(KEYS);
        requireText(fields, "code", type.code());
        requireText(fields, "version", type.version());
        var root = new QName(fields.text("namespace"), fields.text("root"));
        var files = new SchemaFiles(shelf);
        Shape shape = shape(files, name, root);
        Map<String, SharedTypes> sharedTypes = shared(files);
        Map<String, String> boxes = boxes(fields.map("boxes"), shape);
        var folder = new DocumentFolder(
                name,
                type,
                root,
                fields.text("title"),
                fields.required("legal"),
                fields.text("issuer"),
                fields.text("reader"),
                fields.texts("formerly"),
                fields.find("answer").filter("true"::equals).isPresent(),
                fields.find("facts"),
                shape,
                boxes,
                Meant.of(shape, "", meanings(fields.map("meanings"), shape, sharedTypes)),
                fields.each("rules"),
                labels(name, shape, boxes, sharedTypes),
                files);
        new FolderCheck(shelf, folder).check();
        return folder;
    }

    private static void requireText(Fields fields, String key, String wanted) {
        if (!fields.text(key).equals(wanted)) {
            throw fields.refuse(
                    key, "not what the folder is named after", "write " + wanted + ", or rename the folder");
        }
    }

    private Shape shape(SchemaFiles files, String name, QName root) {
        try {
            return new ShapeReader()
                    .read(files.open(SchemaFiles.SCHEME + ":/" + name + "/schema.xsd"), root, files::open);
        } catch (IllegalArgumentException e) {
            throw FolderRefused.of(
                    shelf.named(name + "/schema.xsd"),
                    String.valueOf(e.getMessage()),
                    "correct the schema, or root and namespace");
        }
    }

    /** By namespace, of the shared schemas that the document's imports. */
    private Map<String, SharedTypes> shared(SchemaFiles files) {
        var types = new HashMap<String, SharedTypes>();
        for (String file : files.opened()) {
            if (file.startsWith("shared/")) {
                SharedTypes one = shared.computeIfAbsent(
                        file.substring(0, file.lastIndexOf('/')), folder -> SharedTypes.read(shelf, folder));
                types.put(one.namespace(), one);
            }
        }
        return types;
    }

    private static Map<String, String> boxes(Fields said, Shape shape) {
        var boxes = new LinkedHashMap<String, String>();
        for (String path : said.keys()) {
            requireDeclared(said, path, path.replaceFirst("=.*", ""), shape);
            boxes.put(path, said.text(path));
        }
        return boxes;
    }

    private static BiFunction<String, Shape, List<Meaning>> meanings(
            Fields said, Shape shape, Map<String, SharedTypes> shared) {
        var own = new HashMap<String, List<Meaning>>();
        for (String path : said.keys()) {
            requireDeclared(said, path, path, shape);
            List<Meaning> meanings = Meaning.read(said, path);
            Shape element = shape.at(path).orElseThrow();
            meanings.forEach(meaning -> {
                meaning.paths().forEach(below -> requireDeclared(said, path, below, element));
                meaning.pathsFromRoot().forEach(below -> requireDeclared(said, path, below, shape));
            });
            own.put(path.equals(".") ? "" : path, meanings);
        }
        Function<QName, List<Meaning>> ofType = type -> shared.containsKey(type.getNamespaceURI())
                ? shared.get(type.getNamespaceURI()).meanings().getOrDefault(type.getLocalPart(), List.of())
                : List.of();
        return (path, element) -> {
            List<Meaning> meanings = own.get(path);
            return meanings == null
                    ? element.declaredType().map(ofType).orElse(List.of())
                    : meanings.stream()
                            .filter(meaning -> meaning.kind() != Meaning.Kind.NONE)
                            .toList();
        };
    }

    private static void requireDeclared(Fields said, String key, String path, Shape shape) {
        if (path.contains("@") || shape.at(path).isEmpty()) {
            throw said.refuse(key, "the schema declares no " + path + " in " + shape.name(), "correct the path");
        }
    }

    private FolderLabels labels(String name, Shape shape, Map<String, String> boxes, Map<String, SharedTypes> types) {
        var ofTypes = new HashMap<String, Labels>();
        types.forEach((namespace, each) -> ofTypes.put(namespace, each.labels()));
        return new FolderLabels(shape, boxes, Labels.of(shelf, name), ofTypes, everyones);
    }

    /** The paths of everything that a shape holds, except a coded value: the only leaf of an element stands for it. */
    static List<String> paths(Shape shape) {
        var paths = new ArrayList<String>();
        collect(shape, "", paths);
        return paths;
    }

    private static void collect(Shape shape, String path, List<String> paths) {
        List<Shape> children = shape.children();
        for (Shape child : children) {
            String at = path.isEmpty() ? child.name() : path + "/" + child.name();
            if (children.size() > 1 || !child.isLeaf()) {
                paths.add(at);
            }
            collect(child, at, paths);
        }
    }
}
