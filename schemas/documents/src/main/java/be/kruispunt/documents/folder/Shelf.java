package be.kruispunt.documents.folder;

import static java.nio.file.FileVisitOption.FOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where folders of document types stand: the archive, or a folder of the operator's. Shared types that the operator's folder
 * does not have are those of the archive. Nothing is taken from elsewhere.
 */
public final class Shelf {
    private static final String ARCHIVE = "/be/kruispunt/documents/types/";
    private static final String SHARED = "shared/";
    private static final Pattern FILE =
            Pattern.compile("[A-Za-z0-9_\\-]+(\\.[A-Za-z0-9_\\-]+)*(/[A-Za-z0-9_\\-]+(\\.[A-Za-z0-9_\\-]+)*)*");

    private final @Nullable Path folder;

    private Shelf(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The types that come with the hub. */
    public static Shelf archive() {
        return new Shelf(null);
    }

    /** The types that an operator keeps. */
    public static Shelf in(Path folder) {
        return new Shelf(folder);
    }

    /** The file, such as {@code u1/1.0/schema.xsd}; empty where there is none. */
    public Optional<byte[]> find(String file) {
        return url(file).map(Shelf::bytes);
    }

    boolean has(String file) {
        return url(file).isPresent();
    }

    byte[] read(String file) {
        return find(file)
                .orElseThrow(() -> FolderRefused.of(named(file), "the file is missing", "add it (decision 0014)"));
    }

    /** The name of a file, as an operator finds it. */
    String named(String file) {
        return folder == null ? file : folder.resolve(file).toString();
    }

    /** The folders of types, such as {@code u1/1.0}, in order. Those of the archive stand in its index. */
    List<String> folders() {
        if (folder == null) {
            return new String(read("index.txt"), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        Path top = folder;
        if (!Files.isDirectory(top)) {
            throw FolderRefused.of(top.toString(), "the folder is not there", "make it, or correct documents.folder");
        }
        try (Stream<Path> found = Files.find(top, 3, (file, about) -> file.endsWith("document.yaml"), FOLLOW_LINKS)) {
            return found.map(file -> top.relativize(file.getParent()).toString().replace('\\', '/'))
                    .filter(name -> !name.isEmpty() && !name.startsWith(SHARED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(top + " cannot be read", e);
        } catch (UncheckedIOException e) {
            throw FolderRefused.lookedThrough(top, e);
        }
    }

    /** The operator's folders where a type would stand, such as {@code u1/1.0}, that do not have this file. */
    List<String> withoutFile(String file) {
        if (folder == null) {
            return List.of();
        }
        Path top = folder;
        try (Stream<Path> found = Files.find(top, 2, (path, about) -> about.isDirectory(), FOLLOW_LINKS)) {
            return found.map(path -> top.relativize(path).toString().replace('\\', '/'))
                    .filter(name -> name.indexOf('/') > 0 && !name.startsWith(SHARED) && !has(name + file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(top + " cannot be read", e);
        } catch (UncheckedIOException e) {
            throw FolderRefused.lookedThrough(top, e);
        }
    }

    private Optional<URL> url(String file) {
        if (!FILE.matcher(file).matches()) {
            return Optional.empty();
        }
        if (folder != null) {
            Path path = folder.resolve(file);
            if (Files.isRegularFile(path)) {
                return Optional.of(url(path));
            }
            if (!file.startsWith(SHARED)) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(Shelf.class.getResource(ARCHIVE + file));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(URL url) {
        try (InputStream in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(url + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return folder == null ? "the archive" : folder.toString();
    }
}
