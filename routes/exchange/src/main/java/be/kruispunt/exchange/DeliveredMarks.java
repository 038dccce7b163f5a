package be.kruispunt.exchange;

import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The tickets whose broker transaction was committed, until the store knows. They are written with the next batch's
 * database transaction, or when the intake is idle. If they are lost in a crash, a repeat is delivered under its
 * duplicate id, and the broker drops what it has.
 */
public final class DeliveredMarks {
    private static final int RECENT = 10_000;

    private final Store store;
    private final ConcurrentLinkedQueue<Ticket> pending = new ConcurrentLinkedQueue<>();
    private final Set<Ticket> recent = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Ticket, Boolean> eldest) {
            return size() > RECENT;
        }
    }));

    public DeliveredMarks(Store store) {
        this.store = store;
    }

    void add(Collection<Ticket> tickets) {
        recent.addAll(tickets);
        pending.addAll(tickets);
    }

    /**
     * Whether this process saw the broker take this ticket's documents, although the look-up may not have known yet:
     * spares a repeat that follows closely a second sending, which the broker would drop with a warning.
     */
    boolean contains(Ticket ticket) {
        return recent.contains(ticket);
    }

    /** Takes what is pending; who takes it writes it, or gives it back. */
    List<Ticket> take() {
        var taken = new ArrayList<Ticket>();
        for (Ticket ticket = pending.poll(); ticket != null; ticket = pending.poll()) {
            taken.add(ticket);
        }
        return taken;
    }

    /** Writes what is pending. For an intake that has nothing else to do, and for an orderly stop. */
    public void flush() {
        List<Ticket> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            store.markDelivered(taken);
        } catch (RuntimeException e) {
            add(taken);
            throw e;
        }
    }
}
