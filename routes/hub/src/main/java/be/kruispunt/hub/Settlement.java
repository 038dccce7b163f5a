package be.kruispunt.hub;

import be.kruispunt.broker.HubConnections;
import be.kruispunt.broker.Redelivery;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.store.Store;
import be.kruispunt.store.StoredDelivery;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles, before anything is taken in, what a hub that ended could not confirm. Now the broker still knows the duplicate
 * ids of what it has, and drops it; were it left until its sender repeats the message, the ids might be forgotten (the
 * broker keeps the last 20,000 per address) and the document delivered twice. A hub that is at work on the message beside
 * this one finds its commit refused, and then the message confirmed.
 */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private Settlement() {}

    static void settle(Store store, HubConnections connections) {
        Map<Ticket, List<StoredDelivery>> unconfirmed = store.unconfirmed();
        if (unconfirmed.isEmpty()) {
            return;
        }
        try (var redelivery = new Redelivery(connections)) {
            unconfirmed.forEach((ticket, documents) ->
                    documents.forEach(document -> redelivery.redeliver(document.receiver(), ticket, document.xml())));
        }
        store.markDelivered(unconfirmed.keySet());
        LOG.info("settled {} message(s) whose delivery was not confirmed when the hub last ended", unconfirmed.size());
    }
}
