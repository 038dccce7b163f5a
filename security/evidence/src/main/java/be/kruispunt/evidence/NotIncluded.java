package be.kruispunt.evidence;

/** A proof does not show that an entry is in a tree: the entry, its place, the proof or the root is another. */
public final class NotIncluded extends Exception {
    NotIncluded(String message) {
        super(message);
    }
}
