package be.kruispunt.store;

/** PostgreSQL is set up to forget what it confirmed. The hub refuses to start on it. */
public final class StoreNotDurable extends RuntimeException {
    StoreNotDurable(String setting, String value, String wanted) {
        super("PostgreSQL says " + setting + " = " + value + ": a crash would lose recorded messages. Set " + setting
                + " = " + wanted);
    }
}
