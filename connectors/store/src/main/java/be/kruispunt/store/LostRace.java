package be.kruispunt.store;

/**
 * Another writer was first: with the same message, the same identifier, or the same case. Nothing was written. The
 * caller rolls back, and the batch comes again with the other's work in its look-up.
 */
public final class LostRace extends RuntimeException {
    LostRace(String over) {
        super("another writer was first: " + over);
    }
}
