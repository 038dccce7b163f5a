package be.kruispunt.documents;

import be.kruispunt.model.message.DocumentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An example in the folder of a document type that breaks a rule: {@code examples/refused/<RULE>.xml}, or with a word more
 * after the rule, where one example does not say it all.
 *
 * @param type whose it is
 * @param file where it stands
 * @param code the rule
 */
record RefusedExample(DocumentType type, Path file, String code) {
    static final Path TYPES = Path.of(System.getProperty("kruispunt.root", ""))
            .resolve("schemas/documents/src/main/resources/be/kruispunt/documents/types");

    /** Of all types that come with the hub. */
    static Stream<RefusedExample> all() {
        return Fixture.CATALOGUE.types().stream().flatMap(type -> of(type).stream());
    }

    static List<RefusedExample> of(DocumentType type) {
        return files(folder(type).resolve("examples/refused")).stream()
                .map(file -> new RefusedExample(
                        type, file, code(type, file.getFileName().toString().replace(".xml", ""))))
                .toList();
    }

    static Path folder(DocumentType type) {
        return TYPES.resolve(type.code().toLowerCase(Locale.ROOT)).resolve(type.version());
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(DocumentType type, String name) {
        return Fixture.CATALOGUE.get(type).ruleCodes().stream()
                .filter(code -> name.equals(code) || name.startsWith(code + "-"))
                .max(Comparator.comparing(String::length))
                .orElseThrow(() -> new AssertionError(type + " has no rule " + name));
    }

    String name() {
        return type + " " + file.getFileName();
    }

    String message() {
        return text(file);
    }
}
