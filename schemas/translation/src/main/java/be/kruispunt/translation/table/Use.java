package be.kruispunt.translation.table;

/** A row, as it is used in one direction. */
interface Use {
    /** When it is used. */
    Guard guard();

    /** Takes what stands at its place, and accounts for it; or leaves it to the next row. */
    boolean take(Source source, Context context, Run run);

    /** The row, as {@code hub translate --explain} names it. */
    default String row() {
        return guard().row();
    }

    /** Whether it takes everything that can stand there. */
    default boolean takesAll() {
        return guard().letsAll();
    }
}
