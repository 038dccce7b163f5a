package be.kruispunt.broker.guard;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnection;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPSessionCallback;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManager;
import org.apache.activemq.artemis.protocol.amqp.exceptions.ActiveMQAMQPException;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPConnectionContext;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPSessionContext;
import org.apache.activemq.artemis.protocol.amqp.proton.AmqpSupport;
import org.apache.activemq.artemis.protocol.amqp.proton.ProtonDeliveryHandler;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Connection;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Endpoint;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis's side of one AMQP connection, which it shows first what may be shown to it. Everything here happens on the
 * connection's own thread, but {@link #ended}.
 */
final class GuardedConnection extends AMQPConnectionContext {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedConnection.class);

    /** The user name of the hub at an embedded and at a remote broker. */
    private static final String HUB = "hub";

    private final NetworkGuard guard;
    private final Channel channel;
    private final Future<?> opening;
    private final Feed feed;
    private final AtomicReference<@Nullable Guest> guest = new AtomicReference<>();
    private final Refusals refusals = new Refusals();
    private long discarded;

    GuardedConnection(ProtonProtocolManager manager, GuardedCallback callback, NetworkGuard guard) {
        super(
                manager,
                callback,
                manager.getServer().getNodeID().toString(),
                guard.bounds().idleMillis(),
                manager.getMaxFrameSize(),
                guard.bounds().sessions() - 1,
                false,
                manager.getServer().getScheduledPool(),
                true,
                null,
                null,
                null,
                null,
                false);
        this.guard = guard;
        this.channel = ((NettyConnection) callback.getTransportConnection()).getNettyChannel();
        this.opening = Opening.within(guard.bounds().openingSeconds(), channel);
        this.feed = new Feed(handler, manager.getMaxFrameSize(), guard.symbols(channel));
    }

    @Override
    public void inputBuffer(ByteBuf buffer) {
        feed.take(buffer).ifPresent(why -> {
            LOG.warn("closed a connection of {}: {}", getValidatedUser(), why.getDescription());
            runLater(() -> close(why));
        });
    }

    @Override
    public void onRemoteOpen(Connection connection) throws Exception {
        try {
            super.onRemoteOpen(connection);
        } catch (TryAgainLater e) {
            refuse(connection, Refused.later(e));
            connection.close();
        }
        if (connection.getLocalState() == EndpointState.ACTIVE) {
            opening.cancel(false);
            guard.opening().ends(channel);
        }
    }

    @Override
    protected boolean validateConnection(Connection connection) {
        String user = getValidatedUser();
        if (!HUB.equals(user)) {
            Usage usage = guard.usage(user);
            int most = guard.bounds().connections();
            if (!usage.takesConnection()) {
                refuse(connection, Refused.tooMany(most, "connections"));
                LOG.warn("refused a connection: {} has {} open", user, most);
                return false;
            }
            guest.set(Guest.of(usage, guard.bounds()));
        }
        return super.validateConnection(connection);
    }

    /** As Artemis refuses: an open that says that a close with the reason follows. */
    private static void refuse(Connection connection, ErrorCondition why) {
        connection.setProperties(Map.of(AmqpSupport.CONNECTION_OPEN_FAILED, true));
        connection.setCondition(why);
    }

    @Override
    public void onRemoteOpen(Session session) throws Exception {
        if (guest.get() != null && getSessions().size() >= guard.bounds().sessions()) {
            session.setCondition(Refused.tooMany(guard.bounds().sessions(), "sessions per connection"));
            session.close();
            refused(session);
        } else {
            super.onRemoteOpen(session);
        }
    }

    @Override
    protected void remoteLinkOpened(Link link) throws Exception {
        Guest holder = guest.get();
        if (holder == null) {
            super.remoteLinkOpened(link);
            return;
        }
        Optional<ErrorCondition> refusal =
                Refused.terms(link).or(() -> holder.links().opens(link));
        if (refusal.isPresent()) {
            refuse(link, refusal.get());
            return;
        }
        if (link instanceof Receiver && !(link.getRemoteTarget() instanceof Coordinator)) {
            link.setMaxMessageSize(UnsignedLong.valueOf(guard.bounds().messageBytes()));
        }
        super.remoteLinkOpened(link);
        if (link.getLocalState() == EndpointState.CLOSED) {
            holder.links().ended(link);
            refused(link);
        }
    }

    /** An attach without source or target, which says that a detach with the reason follows (part 2, section 2.6.3). */
    private void refuse(Link link, ErrorCondition why) {
        LOG.warn("refused a link of {}: {}", getValidatedUser(), why.getDescription());
        link.setCondition(why);
        link.close();
        refused(link);
        flush();
    }

    private void refused(Endpoint what) {
        if (refusals.add(what)) {
            close(Refused.tooManyRefusals());
        }
    }

    @Override
    public void onDelivery(Delivery delivery) throws Exception {
        Guest holder = guest.get();
        if (holder == null || !(delivery.getLink() instanceof Receiver link)) {
            super.onDelivery(delivery);
        } else if (link.getContext() == null || link.getLocalState() == EndpointState.CLOSED) {
            discard(link);
        } else if (link.current() == delivery) {
            Optional<ErrorCondition> refusal = holder.arrivals().before(link, delivery);
            if (refusal.isPresent()) {
                cut(link, refusal.get(), holder);
            } else {
                taken(link, delivery, holder);
            }
        }
    }

    private void taken(Receiver link, Delivery delivery, Guest holder) throws Exception {
        int offered = delivery.available();
        try {
            super.onDelivery(delivery);
            holder.arrivals().after(link, delivery, offered);
        } catch (ActiveMQAMQPException e) {
            cut(link, Refused.unreadable(), holder);
        }
    }

    /** Ends the link; Artemis's handler deletes the file in which it gathers a large message. */
    private void cut(Receiver link, ErrorCondition why, Guest holder) throws Exception {
        LOG.warn("cut a delivery of {}: {}", getValidatedUser(), why.getDescription());
        ((ProtonDeliveryHandler) link.getContext()).close(why);
        link.close();
        linkEnded(holder, link);
        refused(link);
        discard(link);
        flush();
    }

    /** What a client sends before it has read that its link is closed; whoever goes on loses the connection. */
    private void discard(Receiver link) {
        for (Delivery current = link.current(); current != null; current = link.current()) {
            discarded += current.available() + 1;
            link.recv();
            if (current.isPartial() && !current.isAborted()) {
                break;
            }
            link.advance();
            current.settle();
        }
        if (discarded > guard.bounds().messageBytes()) {
            close(Refused.tooManyRefusals());
        }
    }

    @Override
    public void onRemoteClose(Link link) throws Exception {
        ended(List.of(link));
        super.onRemoteClose(link);
    }

    @Override
    public void onRemoteDetach(Link link) throws Exception {
        ended(List.of(link));
        super.onRemoteDetach(link);
    }

    @Override
    public void onRemoteClose(Session session) throws Exception {
        Guest holder = guest.get();
        refusals.ended(session);
        ended(holder == null ? List.of() : holder.links().of(session));
        super.onRemoteClose(session);
    }

    private void ended(List<Link> links) {
        links.forEach(refusals::ended);
        Guest holder = guest.get();
        if (holder != null) {
            links.forEach(link -> linkEnded(holder, link));
        }
    }

    private static void linkEnded(Guest holder, Link link) {
        holder.links().ended(link);
        if (link instanceof Receiver receiver) {
            holder.arrivals().linkEnded(receiver);
        }
    }

    /**
     * When it is gone, by whatever end. Artemis ends sessions when it reads the client's close: never, of one that was cut.
     */
    void ended() {
        opening.cancel(false);
        Optional.ofNullable(guest.getAndSet(null)).ifPresent(Guest::ended);
        runLater(() -> getSessions().values().forEach(AMQPSessionContext::close));
    }

    /** @throws IllegalStateException when there are as many as there may be */
    void requireRoomForTransaction(int open) {
        if (guest.get() != null && open >= guard.bounds().sessions()) {
            refused(handler.getConnection());
            throw new IllegalStateException(
                    "at most " + guard.bounds().sessions() + " open transactions per connection");
        }
    }

    void transactionsEnded() {
        Guest holder = guest.get();
        if (holder != null) {
            holder.arrivals().transactionsEnded();
        }
    }

    @Override
    public int getAmqpCredits() {
        return guest.get() == null ? super.getAmqpCredits() : guard.bounds().credit();
    }

    @Override
    public int getAmqpLowCredits() {
        return guest.get() == null ? super.getAmqpLowCredits() : guard.bounds().credit() / 3;
    }

    @Override
    protected AMQPSessionContext newSessionExtension(Session session) {
        AMQPSessionCallback callback = getConnectionCallback().createSessionCallback(this);
        ActiveMQServer server = getProtocolManager().getServer();
        return guest.get() == null
                ? new AMQPSessionContext(callback, this, session, server)
                : new GuardedSession(
                        callback, this, session, server, guard.bounds().unsettled());
    }
}
