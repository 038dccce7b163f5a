package be.kruispunt.hub;

import be.kruispunt.hub.text.ShellLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that a demonstration or a bench made for itself. A mark in it says so; what has none is somebody's, and is
 * neither filled nor emptied.
 *
 * @param data the folder
 * @param maker who makes it, such as {@code demo}
 */
public record OwnFolder(DataFolder data, String maker) {
    /** The folder is not the maker's; the message says so. */
    public static final class NotOwn extends RuntimeException {
        private NotOwn(String problem) {
            super(problem);
        }
    }

    /**
     * Makes and marks the folder, or finds its mark.
     *
     * @throws NotOwn when something is in it and the mark is not
     */
    public void claim() throws IOException {
        if (isMarked()) {
            data.requireProtected();
            return;
        }
        if (!isEmpty()) {
            throw new NotOwn("the folder " + data.root() + " is not empty and was not made by " + maker
                    + ", so nothing in it is touched; name another: "
                    + ShellLine.hub(maker, "--data", data.root() + "-" + maker));
        }
        data.create();
        Files.createFile(mark());
    }

    /** Empties a folder that was marked; then as {@link #claim}. */
    public void claimEmpty() throws IOException {
        if (isMarked()) {
            data.requireProtected();
            delete();
        }
        claim();
    }

    private Path mark() {
        return data.root().resolve("made-by-" + maker);
    }

    private boolean isMarked() {
        return Files.isRegularFile(mark(), LinkOption.NOFOLLOW_LINKS);
    }

    private boolean isEmpty() throws IOException {
        if (!Files.exists(data.root(), LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isDirectory(data.root())) {
            return false;
        }
        try (Stream<Path> files = Files.list(data.root())) {
            return files.findAny().isEmpty();
        }
    }

    /** The mark goes last, so that what was broken off can be repeated. */
    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(data.root().toRealPath())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.endsWith(mark().getFileName())
                        && !file.equals(data.root().toRealPath())) {
                    Files.delete(file);
                }
            }
        }
    }
}
