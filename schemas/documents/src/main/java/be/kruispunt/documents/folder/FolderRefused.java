package be.kruispunt.documents.folder;

/** That a file of a folder is not what it should be: names the file, the place in it, and what to do. Whoever keeps the folder mends it. */
public final class FolderRefused extends RuntimeException {
    FolderRefused(String file, String place, String problem, String remedy) {
        super(file + (place.isEmpty() ? "" : ", " + place) + ": " + problem + "; " + remedy);
    }

    /** A refusal that is about a whole file. */
    public static FolderRefused of(String file, String problem, String remedy) {
        return new FolderRefused(file, "", problem, remedy);
    }
}
