package be.kruispunt.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the store is.
 *
 * @param jdbcUrl a PostgreSQL of the operator's own; without it the store runs one itself, on this machine
 * @param user the role that the hub works as; of no use without a URL
 * @param password its password; of no use without a URL
 * @param owner the role that owns the tables and brings them up to date; absent: the hub's own
 * @param ownerPassword its password
 * @param dataFolder where the store's own PostgreSQL keeps its files
 * @param poolSize connections kept open, at most and at least
 */
public record StoreSettings(
        Optional<String> jdbcUrl,
        Optional<String> user,
        Optional<String> password,
        Optional<String> owner,
        Optional<String> ownerPassword,
        Path dataFolder,
        int poolSize) {
    public StoreSettings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("a store needs at least one connection");
        }
    }

    /** One role for everything. */
    public StoreSettings(
            Optional<String> jdbcUrl, Optional<String> user, Optional<String> password, Path dataFolder, int poolSize) {
        this(jdbcUrl, user, password, Optional.empty(), Optional.empty(), dataFolder, poolSize);
    }

    /** A PostgreSQL of the store's own, with its files below this folder. */
    public static StoreSettings embedded(Path dataFolder, int poolSize) {
        return new StoreSettings(Optional.empty(), Optional.empty(), Optional.empty(), dataFolder, poolSize);
    }

    /**
     * Refuses where a hub works on the store's own folder, before anything else of it is found taken. A hub that is just ending, and a
     * command that looks into one that is stopped, are waited for.
     *
     * @throws StoreInUse when one does
     */
    public void requireFree() {
        requireFree(HubLock.PATIENCE);
    }

    void requireFree(Duration patience) {
        if (jdbcUrl.isEmpty() && !PostgresServer.comesFree(dataFolder, patience)) {
            throw new StoreInUse("it was started on this data folder, and has not ended");
        }
    }

    /**
     * The same, where nobody works on the store's own folder: a hub that does starts its PostgreSQL itself.
     *
     * @throws StoreUnavailable when one does, and its PostgreSQL does not run just now
     */
    StoreSettings unattended() {
        if (PostgresServer.isHeld(dataFolder)) {
            throw new StoreUnavailable(
                    "the hub's own PostgreSQL does not run just now, or is starting; the hub that runs"
                            + " on " + dataFolder
                            + " starts it again: ask again in a moment, and if it stays so, look at the"
                            + " hub's log (KP3005)");
        }
        return this;
    }

    /** Where the hub connects to a PostgreSQL of the operator's. */
    Database.Address hub() {
        return new Database.Address(jdbcUrl.orElseThrow(), user.orElse(""), password.orElse(""));
    }

    /** Who brings its tables up to date. */
    Schema schema() {
        Database.Address hub = hub();
        return owner.map(role -> new Schema(
                        new Database.Address(hub.jdbcUrl(), role, ownerPassword.orElse("")), Optional.of(hub.user())))
                .orElseGet(() -> new Schema(hub, Optional.empty()));
    }

    /** The password stays out of the text. */
    @Override
    public String toString() {
        return jdbcUrl.map(url -> "PostgreSQL of the operator").orElse("own PostgreSQL in " + dataFolder) + ", "
                + poolSize + " connections";
    }
}
