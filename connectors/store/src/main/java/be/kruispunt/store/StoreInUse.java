package be.kruispunt.store;

/** Another hub works on the store. Two would deliver the same document at the same moment (decision 0005). */
public final class StoreInUse extends RuntimeException {
    StoreInUse(String holder) {
        super("another hub works on this store: " + holder);
    }
}
