package be.kruispunt.trust;

/** A revocation list from which nothing can be taken; the message says why, and no more. */
final class UnusableList extends Exception {
    UnusableList(String message) {
        super(message);
    }
}
