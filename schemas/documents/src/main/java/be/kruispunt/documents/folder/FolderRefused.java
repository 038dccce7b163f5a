package be.kruispunt.documents.folder;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/** That a file of a folder is not what it should be: names the file, the place in it, and what to do. Whoever keeps the folder mends it. */
public final class FolderRefused extends RuntimeException {
    FolderRefused(String file, String place, String problem, String remedy) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + problem + "; " + remedy);
    }

    /** A refusal that is about a whole file. */
    public static FolderRefused of(String file, String problem, String remedy) {
        return new FolderRefused(file, "", problem, remedy);
    }

    /** A refusal of a folder in which not everything can be looked at; the failure names what: a link that leads back, or what is closed to the hub. */
    public static FolderRefused lookedThrough(Path folder, UncheckedIOException failure) {
        return of(
                folder.toString(),
                "not everything in it can be looked at, "
                        + Objects.requireNonNull(failure.getCause()).getMessage(),
                "take away a link that leads back, and let the hub's user read the rest");
    }
}
