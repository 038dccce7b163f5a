package be.kruispunt.hub;

/**
 * A hub cannot work on this data folder: something is missing, or somebody else could read or change what is the hub's
 * alone. The message says what, and the remedy.
 */
public final class UnfitFolder extends RuntimeException {
    UnfitFolder(String problem) {
        super(problem);
    }
}
