package be.kruispunt.broker.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManager;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.AcceptorFactory;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;
import org.apache.activemq.artemis.utils.actors.OrderedExecutor;

/** Makes acceptors that speak guarded AMQP and nothing else, even where a broker's configuration names more. */
final class GuardedAcceptorFactory implements AcceptorFactory {
    private static final String AMQP = ProtonProtocolManagerFactory.AMQP_PROTOCOL_NAME;

    private final NetworkGuard guard;

    GuardedAcceptorFactory(NetworkGuard guard) {
        this.guard = guard;
    }

    @Override
    @SuppressWarnings("rawtypes") // Artemis's own signature
    public Acceptor createAcceptor(
            String name,
            ClusterConnection cluster,
            Map<String, Object> configuration,
            BufferHandler handler,
            ServerConnectionLifeCycleListener listener,
            Executor threadPool,
            ScheduledExecutorService scheduledThreadPool,
            Map<String, ProtocolManager> protocols,
            String threadGroupName,
            MetricsManager metrics) {
        if (!(protocols.get(AMQP) instanceof ProtonProtocolManager plain)) {
            throw new IllegalArgumentException("the acceptor " + name + " does not speak AMQP");
        }
        var timed = new HashMap<>(configuration);
        timed.put(TransportConstants.HANDSHAKE_TIMEOUT, guard.bounds().openingSeconds());
        timed.put(TransportConstants.SSL_HANDSHAKE_TIMEOUT, guard.bounds().openingSeconds());
        return new GuardedAcceptor(
                name,
                cluster,
                timed,
                handler,
                listener,
                scheduledThreadPool,
                new OrderedExecutor(threadPool),
                Map.of(AMQP, new GuardedProtocol(plain, guard)),
                threadGroupName,
                metrics,
                guard);
    }
}
