package be.kruispunt.exchange;

import be.kruispunt.broker.Deliveries;
import be.kruispunt.model.id.Ticket;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tickets that an intake of this hub is recording and delivering at this moment. A copy in another intake finds such a
 * message recorded and not delivered, and has to wait: delivered again beside the first delivery, both could pass, since
 * Artemis looks a duplicate id up when a message is sent and remembers it when the transaction commits.
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
