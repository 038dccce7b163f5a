package be.kruispunt.rights;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import be.kruispunt.documents.folder.FolderRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where files of schemes stand: the archive, or a folder of the operator's. */
final class SchemeShelf {
    private static final String STATUSES = "statuses.yaml";

    private final @Nullable Path folder;

    private SchemeShelf(@Nullable Path folder) {
        this.folder = folder;
    }

    static SchemeShelf archive() {
        return new SchemeShelf(null);
    }

    static SchemeShelf in(Path folder) {
        return new SchemeShelf(folder);
    }

    /** Whether there is a file of kinds of statuses. */
    boolean hasStatuses() {
        return folder == null || Files.isRegularFile(folder.resolve(STATUSES));
    }

    byte[] statuses() {
        return read(STATUSES);
    }

    String statusesFile() {
        return named(STATUSES);
    }

    /** The files of schemes, such as {@code energy-social-tariff/2023.yaml}. Those of the archive stand in its index. */
    List<String> files() {
        if (folder == null) {
            return new String(read("index.txt"), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
        Path top = folder;
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> found = Files.find(top, 2, (file, about) -> about.isRegularFile(), FOLLOW_LINKS)) {
            return found.map(file -> top.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml") && !name.equals(STATUSES))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(top + " cannot be read", e);
        } catch (UncheckedIOException e) {
            throw FolderRefused.lookedThrough(top, e);
        }
    }

    byte[] read(String file) {
        try {
            if (folder != null) {
                return Files.readAllBytes(folder.resolve(file));
            }
            try (InputStream in = SchemeShelf.class.getResourceAsStream("schemes/" + file)) {
                if (in == null) {
                    throw FolderRefused.of(file, "the index names it, and it is not there", "add it");
                }
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(named(file) + " cannot be read", e);
        }
    }

    /** The name of a file, as an operator finds it. */
    String named(String file) {
        return folder == null ? "schemes/" + file : folder.resolve(file).toString();
    }
}
