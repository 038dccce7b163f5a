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
        super(what + " (SQLSTATE " + sqlState + meaning(sqlState) + ")");
    }

    /** Of those that an operator can do something about. */
    private static String meaning(String sqlState) {
        return switch (sqlState) {
            case "53100" -> ": its disk is full; make room";
            case "53200" -> ": the machine has too little memory for it";
            case "53300" -> ": it has no connection left";
            case "25006" -> ": it only reads; is it a replica, or its disk damaged?";
            case "58030" -> ": its disk fails";
            case "08001", "08006" -> ": no connection";
            default -> "";
        };
    }
}
