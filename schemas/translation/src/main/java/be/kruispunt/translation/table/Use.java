package be.kruispunt.translation.table;

/** A row, as it is used in one direction. */
interface Use {
    /** Takes what stands at its place, and accounts for it; or leaves it to the next row. */
    boolean take(Source source, Context context, Run run);

    /** The row, as {@code hub translate --explain} names it. */
    String row();

    /** Whether it takes everything that can stand there. */
    boolean takesAll();
}
