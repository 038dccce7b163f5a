package be.kruispunt.store;

/** What a file reports. */
public enum ReportKind {
    /** Decisions of an authentic source. */
    STATUSES("M901"),
    /** Households, deaths and names, of a register of persons. */
    HOUSEHOLDS("M902"),
    /** Who is a supplier's customer, and who is one no more. */
    CUSTOMERS("M903");

    private final String document;

    ReportKind(String document) {
        this.document = document;
    }

    /** The code of the message that says the same: who may send that one may send the file. */
    public String document() {
        return document;
    }

    /** Whether it comes from an authentic source, which is as fresh as what it reported last. */
    boolean isOfSource() {
        return this != CUSTOMERS;
    }
}
