package be.kruispunt.store;

import be.kruispunt.model.id.Ticket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * What a message for the hub itself changes in the hub's own tables. It is written in the transaction that records the message, so
 * that neither is there without the other (decision 0026).
 */
@FunctionalInterface
public interface Effect {
    /** Of a message that leaves nothing behind but itself. */
    Effect NONE = (connection, ticket, at) -> {};

    /**
     * Writes it. May lock rows, and may be run again when the transaction is rolled back.
     *
     * @param connection whose transaction is the recorder's: no commit, no rollback
     * @param ticket the message by which it came
     * @param at when that was received: from then on the hub knows it
     */
    void write(Connection connection, Ticket ticket, Instant at) throws SQLException;
}
