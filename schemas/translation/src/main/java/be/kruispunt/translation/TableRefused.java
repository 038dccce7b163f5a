package be.kruispunt.translation;

/**
 * A table, or the index of the tables, that cannot be used. The text says which and why, a line for each fault, and quotes
 * nothing but the folder of the tables: no document that was to be translated.
 */
public final class TableRefused extends IllegalArgumentException {
    public TableRefused(String problem) {
        super(problem);
    }

    public TableRefused(String problem, Throwable cause) {
        super(problem, cause);
    }
}
