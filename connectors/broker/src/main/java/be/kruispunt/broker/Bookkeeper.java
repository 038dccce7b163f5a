package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.io.IOCallback;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.impl.AckReason;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.core.transaction.TransactionOperationAbstract;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands inside the broker, embedded or remote, and tells the hub what only the broker sees: that something came in for an
 * institution's intake, that a receiver took a document, that it gave one back. The last two are durable messages in
 * {@link Queues#NOTICES}, written in the transaction of the receiver's own acknowledgement, so that none is ever lost.
 */
public final class Bookkeeper implements ActiveMQServerPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);
    private static final int INITIAL_BYTES = 256;

    private final Consumer<String> arrivals;
    private volatile @Nullable ActiveMQServer server;

    /** In a remote broker, by its {@code broker.xml}: arrivals are messages too, though not durable ones. */
    public Bookkeeper() {
        this.arrivals = this::postArrival;
    }

    /** In the hub's own process. */
    Bookkeeper(Arrivals arrivals) {
        this.arrivals = institution -> {
            if (!arrivals.arrived(InstitutionId.of(institution))) { // perhaps a hub elsewhere reads it
                postArrival(institution);
            }
        };
    }

    @Override
    public void registered(ActiveMQServer broker) {
        server = broker;
    }

    @Override
    public void afterMessageRoute(
            Message message,
            RoutingContext context,
            boolean direct,
            boolean rejectDuplicates,
            @Nullable RoutingStatus result) {
        String address = message.getAddress();
        boolean now = message.getScheduledDeliveryTime() == null || message.getScheduledDeliveryTime() == 0;
        if (address != null && address.startsWith(Queues.INTAKE_PREFIX) && now && result == RoutingStatus.OK) {
            onceVisible(context.getTransaction(), address.substring(Queues.INTAKE_PREFIX.length()));
        }
    }

    /** Readers see a message when its transaction is committed, or else when it is on disk; the hub is told then. */
    private void onceVisible(@Nullable Transaction transaction, String institution) {
        if (transaction != null && transaction.getState() == Transaction.State.ACTIVE) {
            transaction.addOperation(new TransactionOperationAbstract() {
                @Override
                public void afterCommit(Transaction committed) {
                    arrivals.accept(institution);
                }
            });
            return;
        }
        broker().getStorageManager().afterCompleteOperations(new IOCallback() {
            @Override
            public void done() {
                arrivals.accept(institution);
            }

            @Override
            public void onError(int code, String text) {
                LOG.warn("a message for {} could not be stored", institution);
            }
        });
    }

    /** A document that its receiver rejected is on its way to the dead letters: says since when, and how to name it. */
    @Override
    public void beforeMessageRoute(Message message, RoutingContext context, boolean direct, boolean rejectDuplicates) {
        if (Queues.DEAD_LETTER.equals(message.getAddress())
                && message.containsProperty(Marks.RECEIVER)
                && !message.containsProperty(Marks.ID)) {
            report(message, true, context.getTransaction());
            if (message instanceof CoreMessage) { // a remote hub's are AMQP messages, which are not to be touched
                message.putStringProperty(Marks.ID, UUID.randomUUID().toString());
                message.putStringProperty(Marks.CAUSE, DeadLetters.GIVEN_BACK);
                message.putLongProperty(Marks.FAILED_AT, System.currentTimeMillis());
            }
        }
    }

    @Override
    public void messageAcknowledged(
            @Nullable Transaction transaction,
            MessageReference reference,
            AckReason reason,
            @Nullable ServerConsumer consumer) {
        if (reason == AckReason.NORMAL && consumer != null && isOut(reference)) {
            report(reference.getMessage(), false, transaction);
        }
    }

    @Override
    public boolean canAccept(ServerConsumer consumer, MessageReference reference) {
        return !Patience.withholds(reference, consumer.sequentialID(), System.nanoTime());
    }

    @Override
    public void beforeDeliver(ServerConsumer consumer, MessageReference reference) {
        if (!isOut(reference) || consumer.isBrowseOnly()) {
            return;
        }
        Patience before = reference.getProtocolData(Patience.class);
        var patience = Patience.next(before, consumer.sequentialID(), System.nanoTime());
        reference.setProtocolData(Patience.class, patience);
        long millis = patience.delayMillis();
        if (millis > 0) {
            var unused = broker().getScheduledPool()
                    .schedule(() -> offerAgain(reference.getQueue()), millis + 1, TimeUnit.MILLISECONDS);
        }
    }

    /** A queue does not come back by itself to what it passed by. */
    private static void offerAgain(Queue queue) {
        queue.resetAllIterators();
        queue.deliverAsync();
    }

    private static boolean isOut(MessageReference reference) {
        return reference.getQueue().getName().toString().startsWith(Queues.OUT_PREFIX);
    }

    private void report(Message document, boolean returned, @Nullable Transaction transaction) {
        String ticket = document.getStringProperty(Marks.TICKET);
        String receiver = document.getStringProperty(Marks.RECEIVER);
        if (ticket == null || receiver == null || document.containsProperty(Marks.ANSWER)) {
            return;
        }
        Message notice = message(Queues.NOTICES, true);
        notice.putStringProperty(Marks.TICKET, ticket);
        notice.putStringProperty(Marks.RECEIVER, receiver);
        String code = document.getStringProperty(Marks.DOCUMENT);
        if (code != null) {
            notice.putStringProperty(Marks.DOCUMENT, code);
        }
        notice.putLongProperty(Marks.AT, System.currentTimeMillis());
        notice.putBooleanProperty(Marks.RETURNED, returned);
        post(notice, transaction);
    }

    private void postArrival(String institution) {
        Message notice = message(Queues.ARRIVALS, false);
        notice.putStringProperty(Marks.DOOR, institution);
        post(notice, null);
    }

    private Message message(String address, boolean durable) {
        var message = new CoreMessage(broker().getStorageManager().generateID(), INITIAL_BYTES);
        message.setAddress(address);
        message.setRoutingType(RoutingType.ANYCAST);
        message.setType(Message.DEFAULT_TYPE);
        message.setDurable(durable);
        message.setTimestamp(System.currentTimeMillis());
        return message;
    }

    /** A notice that fails must not fail what it tells of. */
    private void post(Message notice, @Nullable Transaction transaction) {
        try {
            broker().getPostOffice().route(notice, transaction, false);
        } catch (Exception e) { // declared by Artemis
            LOG.warn("the hub could not be told: {}", e.toString());
        }
    }

    private ActiveMQServer broker() {
        ActiveMQServer known = server;
        if (known == null) {
            throw new IllegalStateException("not registered with a broker yet");
        }
        return known;
    }
}
