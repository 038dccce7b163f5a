package be.kruispunt.store;

/**
 * PostgreSQL cannot work now: no connection, a shutdown, no room, a deadlock. No message is to blame, so nothing must be
 * counted against one: the caller rolls back, pauses, and tries again. Whether a write that ended so was committed is
 * unknown; the next look-up tells.
 */
public final class StoreUnavailable extends RuntimeException {
    /** {@code message}: what is away, and what to do. */
    public StoreUnavailable(String what) {
        super(what);
    }

    /** {@code message}: what is away, and what to do. */
    public StoreUnavailable(String what, String sqlState) {
        super(what + " (SQLSTATE " + sqlState + ")");
    }
}
