package be.kruispunt.translation.table;

/** The two sides of a table: the form that people carry, and the documents that institutions send each other. */
public enum Side {
    FORM("form"),
    SED("sed");

    private final String key;

    Side(String key) {
        this.key = key;
    }

    /** Its word in a table. */
    public String key() {
        return key;
    }

    public Side other() {
        return this == FORM ? SED : FORM;
    }
}
