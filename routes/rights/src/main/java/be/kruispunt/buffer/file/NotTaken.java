package be.kruispunt.buffer.file;

import be.kruispunt.buffer.file.Receipt.Wrong;

/** A file is not taken; says why. */
final class NotTaken extends Exception {
    private final transient Wrong wrong;

    NotTaken(Wrong wrong) {
        super(wrong.code());
        this.wrong = wrong;
    }

    Wrong wrong() {
        return wrong;
    }
}
