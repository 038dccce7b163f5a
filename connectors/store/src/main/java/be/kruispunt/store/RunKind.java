package be.kruispunt.store;

/** What a run answers. */
public enum RunKind {
    /** The lines of a file that a supplier handed in. */
    FILE,
    /** Every customer of a supplier, once in a quarter. */
    QUARTER,
    /** Every customer of whom another answer is given than in the run before. */
    CHANGES
}
