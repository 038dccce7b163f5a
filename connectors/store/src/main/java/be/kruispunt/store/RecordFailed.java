package be.kruispunt.store;

import java.util.Optional;

/**
 * PostgreSQL refused what was to be recorded, and would again. Nothing was written. One message of the batch is to
 * blame, so the caller records one by one. PostgreSQL's own text is left out: it quotes values of rows.
 */
public final class RecordFailed extends RuntimeException {
    private final String sqlState;
    private final Optional<String> constraint;

    RecordFailed(String sqlState, Optional<String> constraint) {
        super("PostgreSQL refused the record (SQLSTATE " + sqlState
                + constraint.map(name -> ", constraint " + name).orElse("") + ")");
        this.sqlState = sqlState;
        this.constraint = constraint;
    }

    /** PostgreSQL's code of what was wrong (appendix A of its manual). */
    public String sqlState() {
        return sqlState;
    }

    /** The constraint that was broken, if it was one. */
    public Optional<String> constraint() {
        return constraint;
    }
}
