package be.kruispunt.broker.guard;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.apache.qpid.proton.amqp.transaction.TransactionalState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;

/**
 * Counts what arrives on the links of one connection while it arrives: of deliveries that are not complete, and of
 * complete ones in transactions that are open. Artemis looks at a size when a message is whole, and at none before.
 */
final class Arrivals {
    /** What arrived of one delivery. */
    private static final class Arrival {
        /** Handed to Artemis before, which takes it out of the delivery. */
        private long taken;

        private long counted;
    }

    private final Usage usage;
    private final Bounds bounds;
    private final IdentityHashMap<Receiver, Arrival> open = new IdentityHashMap<>();
    private long transacted;

    Arrivals(Usage usage, Bounds bounds) {
        this.usage = usage;
        this.bounds = bounds;
    }

    /** Before Artemis sees what came of the current delivery of a link. */
    synchronized Optional<ErrorCondition> before(Receiver link, Delivery delivery) {
        if (link.getRemoteCredit() < 0) {
            return Optional.of(Refused.beyondCredit(bounds.credit()));
        }
        if (open.isEmpty() && !delivery.isPartial() && !isTransacted(delivery)) {
            return delivery.available() > bounds.messageBytes()
                    ? Optional.of(Refused.tooLarge(bounds.messageBytes()))
                    : Optional.empty();
        }
        Arrival arrival = open.computeIfAbsent(link, any -> new Arrival());
        long more = arrival.taken + delivery.available() - arrival.counted;
        arrival.counted += more;
        boolean fits = usage.takesBytes(more);
        if (arrival.counted > bounds.messageBytes()) {
            return Optional.of(Refused.tooLarge(bounds.messageBytes()));
        }
        return fits ? Optional.empty() : Optional.of(Refused.tooMuchOpen(bounds.openBytes()));
    }

    /**
     * After Artemis has seen it.
     *
     * @param offered what was there before
     */
    synchronized void after(Receiver link, Delivery delivery, int offered) {
        Arrival arrival = open.get(link);
        if (arrival == null) {
            return;
        }
        arrival.taken += offered - delivery.available();
        if (delivery.isPartial() && !delivery.isAborted()) {
            return;
        }
        open.remove(link);
        if (isTransacted(delivery) && !delivery.isAborted()) {
            transacted += arrival.counted;
        } else {
            usage.releaseBytes(arrival.counted);
        }
    }

    private static boolean isTransacted(Delivery delivery) {
        return delivery.getRemoteState() instanceof TransactionalState;
    }

    synchronized void transactionsEnded() {
        usage.releaseBytes(transacted);
        transacted = 0;
    }

    synchronized void linkEnded(Receiver link) {
        Arrival arrival = open.remove(link);
        if (arrival != null) {
            usage.releaseBytes(arrival.counted);
        }
    }

    synchronized void connectionEnded() {
        open.values().forEach(arrival -> usage.releaseBytes(arrival.counted));
        open.clear();
        transactionsEnded();
    }
}
