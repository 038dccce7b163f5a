package be.kruispunt.broker.guard;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPConnectionCallback;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManager;
import org.apache.activemq.artemis.protocol.amqp.exceptions.ActiveMQAMQPException;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPConnectionContext;
import org.apache.activemq.artemis.protocol.amqp.proton.AmqpSupport;
import org.apache.activemq.artemis.protocol.amqp.proton.handler.ExtCapability;
import org.apache.activemq.artemis.protocol.amqp.sasl.SASLResult;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.engine.Connection;
import org.jspecify.annotations.Nullable;

/** Tells the connection about its end and its transactions, and keeps container ids of institutions apart. */
final class GuardedCallback extends AMQPConnectionCallback {
    private final ActiveMQServer server;
    private final Set<Binary> transactions = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable String> container = new AtomicReference<>();
    private @Nullable GuardedConnection guarded;

    GuardedCallback(
            ProtonProtocolManager manager,
            org.apache.activemq.artemis.spi.core.remoting.Connection transport,
            Executor executor,
            ActiveMQServer server) {
        super(manager, transport, executor, server);
        this.server = server;
    }

    @Override
    public void setConnection(AMQPConnectionContext connection) {
        super.setConnection(connection);
        guarded = (GuardedConnection) connection;
    }

    /** Under the institution's name: nobody takes away the container id that another one's client insists on. */
    @Override
    public boolean validateConnection(Connection connection, SASLResult result) {
        String id = guarded().getValidatedUser() + " " + connection.getRemoteContainer();
        if (!server.addClientConnection(id, ExtCapability.needUniqueConnection(connection))) {
            connection.setProperties(Map.of(AmqpSupport.CONNECTION_OPEN_FAILED, true));
            connection.getCondition().setCondition(AmqpError.INVALID_FIELD);
            connection.getCondition().setInfo(Map.of(AmqpSupport.INVALID_FIELD, AmqpSupport.CONTAINER_ID));
            return false;
        }
        container.set(id);
        return true;
    }

    /** Throws where there are too many, which answers the declaration. */
    @Override
    public Binary newTransaction() {
        guarded().requireRoomForTransaction(transactions.size());
        Binary id = super.newTransaction();
        transactions.add(id);
        return id;
    }

    @Override
    public Transaction getTransaction(Binary id, boolean remove) throws ActiveMQAMQPException {
        if (remove) {
            transactions.remove(id);
            if (transactions.isEmpty()) {
                guarded().transactionsEnded();
            }
        }
        return super.getTransaction(id, remove);
    }

    @Override
    public void close() {
        String id = container.getAndSet(null);
        if (id != null) {
            server.removeClientConnection(id);
        }
        guarded().ended();
        super.close();
    }

    private GuardedConnection guarded() {
        if (guarded == null) {
            throw new IllegalStateException("no connection yet");
        }
        return guarded;
    }
}
