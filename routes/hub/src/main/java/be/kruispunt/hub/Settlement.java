package be.kruispunt.hub;

import be.kruispunt.broker.BrokerToken;
import be.kruispunt.broker.HubConnections;
import be.kruispunt.broker.Notices;
import be.kruispunt.broker.Redelivery;
import be.kruispunt.broker.Settled;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.SettledDelivery;
import be.kruispunt.store.Store;
import be.kruispunt.store.StoredDelivery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles, before anything is taken in, what a hub that ended could not confirm; and all that no receiver has taken, where
 * the broker does not have any more what it was given. A document goes under the duplicate id of its first delivery: now the
 * broker still knows the ids of what it has, and drops it (it keeps the last 20,000 per address).
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final int PROGRESS = 1_000;

    private final Store store;
    private final HubConnections connections;
    private final BrokerToken token;
    private final Consumer<InstitutionId> queueMaker;
    private final Set<InstitutionId> receivers = new HashSet<>();

    private Settlement(Store store, HubConnections connections, Consumer<InstitutionId> queueMaker) {
        this.store = store;
        this.connections = connections;
        this.token = new BrokerToken(connections);
        this.queueMaker = queueMaker;
    }

    /** Keeps what the broker notes; not started yet. */
    static Notices notices(Store store, HubConnections connections) {
        return new Notices(
                connections,
                settled -> store.settle(
                        settled.stream().map(Settlement::settledDelivery).toList()));
    }

    private static SettledDelivery settledDelivery(Settled settled) {
        var at = Optional.of(settled.at());
        return new SettledDelivery(
                settled.ticket(),
                settled.receiver(),
                settled.document(),
                settled.returned() ? Optional.empty() : at,
                settled.returned() ? at : Optional.empty());
    }

    /**
     * Settles.
     *
     * @param queueMaker makes the queues of a receiver where they may be missing: one that is no longer registered has what
     *     it did not read all the same, and without a place for it the hub could not start
     */
    static void settle(Store store, HubConnections connections, Consumer<InstitutionId> queueMaker) {
        var settlement = new Settlement(store, connections, queueMaker);
        notices(store, connections).drain(); // first what is known, so that it is not delivered again
        settlement.settleUnconfirmed();
        if (!store.brokerToken().map(settlement.token::isHeld).orElse(true)) {
            settlement.deliverAllAgain();
        }
        settlement.token.renew(store::rememberBrokerToken);
    }

    private void settleUnconfirmed() {
        Map<Ticket, List<StoredDelivery>> unconfirmed = store.unconfirmed();
        if (unconfirmed.isEmpty()) {
            return;
        }
        try (var redelivery = new Redelivery(connections)) {
            unconfirmed.values().stream().flatMap(List::stream).forEach(document -> again(document, redelivery));
        }
        store.markDelivered(unconfirmed.keySet());
        LOG.info("settled {} message(s) whose delivery was not confirmed when the hub last ended", unconfirmed.size());
    }

    private void again(StoredDelivery document, Redelivery redelivery) {
        InstitutionId receiver = document.id().receiver();
        if (receivers.add(receiver)) {
            queueMaker.accept(receiver);
        }
        redelivery.redeliver(document.id(), document.formerId(), document.xml());
    }

    private void deliverAllAgain() {
        LOG.warn("the broker is another one or an older copy: what no receiver has taken is delivered again");
        var count = new AtomicLong();
        try (var redelivery = new Redelivery(connections)) {
            store.openDeliveries(open -> {
                again(open, redelivery);
                if (count.incrementAndGet() % PROGRESS == 0) {
                    LOG.info("delivered {} document(s) again", count);
                }
            });
        }
        LOG.info("delivered {} document(s) again, and that is all", count);
    }
}
