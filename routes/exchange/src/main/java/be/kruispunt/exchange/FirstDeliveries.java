package be.kruispunt.exchange;

import be.kruispunt.broker.Deliveries;
import be.kruispunt.model.id.Ticket;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tickets whose first delivery is in a broker transaction that is not over. A copy in a later round of the same batch
 * finds such a message recorded and not delivered; its documents must not be sent again beside that transaction, since
 * Artemis looks a duplicate id up when a message is sent and remembers it when the transaction commits: both would pass.
 * (Copies come from one institution, so no other intake can hold one: see {@code Turns}.)
 */
public final class FirstDeliveries {
    private final Set<Ticket> underway = ConcurrentHashMap.newKeySet();

    /** Call before the store makes the tickets visible; lasts until the broker's transaction is over, however it ends. */
    void begin(Collection<Ticket> tickets, Deliveries deliveries) {
        underway.addAll(tickets);
        deliveries.onEnded(() -> underway.removeAll(tickets));
    }

    boolean underway(Ticket ticket) {
        return underway.contains(ticket);
    }
}
