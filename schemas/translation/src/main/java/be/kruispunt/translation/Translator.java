package be.kruispunt.translation;

import be.kruispunt.documents.DocumentCatalogue;
import be.kruispunt.documents.DocumentDefinition;
import be.kruispunt.documents.ReadDocument;
import be.kruispunt.documents.shape.Shape;
import be.kruispunt.model.message.DocumentType;
import be.kruispunt.model.message.LossReport;
import be.kruispunt.translation.Translation.Written;
import be.kruispunt.translation.hooks.StandardHooks;
import be.kruispunt.translation.table.Tables;
import be.kruispunt.translation.table.Translated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** Turns a document into what its receiver reads. Immutable; one serves all threads. */
public final class Translator {
    private static final String INDEX = "index.txt";

    private final Tables tables;

    private Translator(Tables tables) {
        this.tables = tables;
    }

    /** Every pair whose table comes with the hub, between types of this catalogue. */
    public static Translator standard(DocumentCatalogue catalogue) {
        return new Translator(new Tables(Translator::table, new CatalogueTypes(catalogue), StandardHooks.all()));
    }

    /**
     * These, and those of a folder of the operator's. A file of the folder may use the shared rows and code lists of the hub;
     * what has the name of a file of the hub's own is not looked at.
     *
     * @param folder with an {@code index.txt} of its own; need not be there
     */
    public static Translator with(DocumentCatalogue catalogue, Path folder) {
        UnaryOperator<String> files = name -> {
            if (name.equals(INDEX)) {
                return table(name) + (Files.exists(folder.resolve(name)) ? own(folder, name) : "");
            }
            return isOurs(name) ? table(name) : own(folder, name);
        };
        return new Translator(new Tables(files, new CatalogueTypes(catalogue), StandardHooks.all()));
    }

    private static boolean isOurs(String name) {
        return Translator.class.getResource("tables/" + name) != null;
    }

    private static String own(Path folder, String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + name + " in " + folder);
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record CatalogueTypes(DocumentCatalogue catalogue) implements Tables.Types {
        private DocumentDefinition definition(DocumentType type) {
            return catalogue.find(type).orElseThrow(() -> new IllegalArgumentException("there is no type " + type));
        }

        @Override
        public boolean has(DocumentType type) {
            return catalogue.find(type).isPresent();
        }

        @Override
        public Shape shape(DocumentType type) {
            return definition(type).shape();
        }

        @Override
        public String box(DocumentType type, String path) {
            Map<String, String> boxes = definition(type).folder().boxes();
            for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
                String box = boxes.get(at);
                if (box != null) {
                    return box;
                }
            }
            return "";
        }
    }

    private static String table(String name) {
        try (InputStream in = Translator.class.getResourceAsStream("tables/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no file " + name + " beside the tables");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tables tables() {
        return tables;
    }

    /**
     * What documents can be turned into for somebody who takes these types: one document, or several that belong together;
     * the most, where there is a choice.
     */
    public Optional<List<DocumentType>> target(List<ReadDocument> sources, Collection<DocumentType> taken) {
        return tables.target(types(sources), sources.getFirst().payload(), taken);
    }

    /** What a document can be turned into. */
    public List<List<DocumentType>> targets(ReadDocument source) {
        return tables.targets(List.of(source.type()), source.payload());
    }

    private static List<DocumentType> types(List<ReadDocument> sources) {
        return sources.stream().map(ReadDocument::type).toList();
    }

    /** The sets of types, larger than one, that are turned into something together, and of which this is one; largest first. */
    public List<List<DocumentType>> companions(DocumentType type) {
        return tables.companions(type);
    }

    /**
     * Translates documents that belong together. The result is not yet validated.
     *
     * @param sources valid documents, in the order of the table
     * @param target what {@link #target} says of them
     * @param issue who issued them and when, which a SED leaves to its message. Where nobody says, it stays empty: a U1 made
     *     from a SED has no box 7 then, and is not valid
     * @throws IllegalArgumentException when there is no such table
     */
    public Translation translate(List<ReadDocument> sources, List<DocumentType> target, Optional<Issue> issue) {
        Translated translated = tables.direction(types(sources), target)
                .translate(sources.stream().map(ReadDocument::payload).toList(), issue);
        var documents = new ArrayList<Written>();
        for (DocumentType type : target) {
            Element written = translated.documents().get(type.code());
            if (written != null) {
                documents.add(new Written(type, written));
            }
        }
        var report = new LossReport(types(sources), target.getFirst(), translated.lines());
        return new Translation(documents, report, translated.rows());
    }
}
