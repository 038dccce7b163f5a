package be.kruispunt.broker.guard;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.server.MessageReference;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPSessionCallback;
import org.apache.activemq.artemis.protocol.amqp.exceptions.ActiveMQAMQPException;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPConnectionContext;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPSessionContext;
import org.apache.activemq.artemis.protocol.amqp.proton.ProtonServerSenderContext;
import org.apache.qpid.proton.amqp.messaging.Modified;
import org.apache.qpid.proton.amqp.messaging.Released;
import org.apache.qpid.proton.amqp.transport.SenderSettleMode;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Sender;

/**
 * Sends to an institution that has room for what is sent: what a receiver has not settled stays in the broker's heap,
 * and a client may grant as much credit as it likes. When it settles one, the next comes; when it gives back on and on, later.
 */
final class BoundedSender extends ProtonServerSenderContext {
    private final int bound;
    private final boolean settledWhenSent;
    private final AtomicInteger unsettled = new AtomicInteger();
    private final Releases releases = new Releases();

    BoundedSender(
            AMQPConnectionContext connection,
            Sender sender,
            AMQPSessionContext session,
            AMQPSessionCallback callback,
            int bound) {
        super(connection, sender, session, callback);
        this.bound = bound;
        this.settledWhenSent = sender.getRemoteSenderSettleMode() == SenderSettleMode.SETTLED;
    }

    @Override
    public boolean hasCredits() {
        return unsettled.get() < bound && !releases.rests(System.nanoTime()) && super.hasCredits();
    }

    @Override
    public int deliverMessage(MessageReference reference, ServerConsumer consumer) throws Exception {
        if (!settledWhenSent) {
            unsettled.incrementAndGet();
        }
        int sent = super.deliverMessage(reference, consumer);
        if (sent == 0) {
            released();
        }
        return sent;
    }

    @Override
    public void onMessage(Delivery delivery) throws ActiveMQAMQPException {
        boolean before = delivery.isSettled();
        if (!before && isGivenBack(delivery)) {
            rest();
        }
        super.onMessage(delivery);
        if (!before && delivery.isSettled()) {
            released();
        }
    }

    private static boolean isGivenBack(Delivery delivery) {
        return delivery.getRemoteState() instanceof Released || delivery.getRemoteState() instanceof Modified;
    }

    private void rest() {
        long nanos = releases.add(System.nanoTime());
        if (nanos > 0) {
            var unused = protonSession
                    .getServer()
                    .getScheduledPool()
                    .schedule(this::offerAgain, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void offerAgain() {
        if (getBrokerConsumer() != null) {
            getBrokerConsumer().promptDelivery();
        }
    }

    /** At the end of a transaction. */
    @Override
    public void settle(Delivery delivery) {
        super.settle(delivery);
        released();
    }

    private void released() {
        if (!settledWhenSent && unsettled.getAndDecrement() == bound) {
            offerAgain();
        }
    }
}
