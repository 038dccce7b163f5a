package be.kruispunt.broker.guard;

import java.util.List;
import java.util.concurrent.Executor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.protocol.amqp.broker.ActiveMQProtonRemotingConnection;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManager;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;

/** Artemis's AMQP, with a {@link GuardedConnection} for each connection that comes in. */
final class GuardedProtocol extends ProtonProtocolManager {
    private final NetworkGuard guard;

    GuardedProtocol(ProtonProtocolManager plain, NetworkGuard guard) {
        super((ProtonProtocolManagerFactory) plain.getFactory(), plain.getServer(), List.of(), List.of());
        this.guard = guard;
        setSaslMechanisms(new String[] {"EXTERNAL"});
        setAmqpTreatRejectAsUnmodifiedDeliveryFailed(plain.isAmqpTreatRejectAsUnmodifiedDeliveryFailed());
        setAmqpIdleTimeout((long) guard.bounds().idleMillis());
    }

    @Override
    public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection transport) {
        ActiveMQServer server = getServer();
        Executor executor = server.getExecutorFactory().getExecutor();
        var callback =
                new GuardedCallback(this, transport, server.getExecutorFactory().getExecutor(), server);
        var context = new GuardedConnection(this, callback, guard);
        var connection = new ActiveMQProtonRemotingConnection(this, context, transport, executor);
        connection.addFailureListener(callback);
        connection.addCloseListener(callback);
        callback.setProtonConnectionDelegate(connection);
        return new ConnectionEntry(
                connection, executor, System.currentTimeMillis(), guard.bounds().idleMillis());
    }
}
