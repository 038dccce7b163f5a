package be.kruispunt.store;

import be.kruispunt.access.Register;
import be.kruispunt.model.id.Ticket;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The hub's memory. Every method but the constructor may throw {@link StoreUnavailable}.
 *
 * <p>Of a message's path, {@link #lookUp} only reads and {@link #record} is the only write (design: a crash anywhere
 * else is harmless).
 */
// Bodies follow.
@SuppressWarnings("DoNotCallSuggester")
public final class Store implements AutoCloseable {
    private Store() {}

    /**
     * Opens the store, brings its tables up to date, and starts a PostgreSQL of its own where none is given.
     *
     * @throws StoreNotDurable when PostgreSQL does not write through to disk
     * @throws StoreUnavailable when PostgreSQL cannot be reached or started
     */
    public static Store open(StoreSettings settings) {
        throw new UnsupportedOperationException();
    }

    /** Institutions and authorisations as they stand now. */
    public Register register() {
        throw new UnsupportedOperationException();
    }

    /** The facts on every message of a batch, in the order of the keys: one round trip, and a second for repeats. */
    public List<Known> lookUp(List<LookUpKey> keys) {
        throw new UnsupportedOperationException();
    }

    /**
     * Records a batch in one database transaction, all or nothing.
     *
     * @param entries the batch
     * @param delivered earlier messages whose delivery the broker has confirmed since
     * @throws LostRace when another writer was first with a message, an identifier or a case
     * @throws RecordFailed when PostgreSQL refuses an entry
     */
    public void record(List<RecordEntry> entries, Collection<Ticket> delivered) {
        throw new UnsupportedOperationException();
    }

    /** Marks messages as delivered when no batch comes that could carry the marks. */
    public void markDelivered(Collection<Ticket> delivered) {
        throw new UnsupportedOperationException();
    }

    /** Whether PostgreSQL answers. Tries to revive the store's own. Never throws. */
    public boolean isAvailable() {
        throw new UnsupportedOperationException();
    }

    /** The path of every message that matches, oldest first. */
    public List<TracedMessage> trace(TraceQuery query) {
        throw new UnsupportedOperationException();
    }

    /** The bytes that prove what happened to a message, if there is such a message. */
    public Optional<Evidence> evidence(Ticket ticket) {
        throw new UnsupportedOperationException();
    }

    /** Fills the register and the reference directory. */
    public RegisterWriter registerWriter() {
        throw new UnsupportedOperationException();
    }

    /** Bytes on disk, as PostgreSQL counts them for this database. */
    public long sizeOnDisk() {
        throw new UnsupportedOperationException();
    }

    /** Counts of what the store holds. */
    public StoreStats stats() {
        throw new UnsupportedOperationException();
    }

    /** Closes the connections and stops the store's own PostgreSQL. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
