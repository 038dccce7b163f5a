package be.kruispunt.broker.guard;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLEngine;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.cluster.ClusterConnection;
import org.apache.activemq.artemis.core.server.metrics.MetricsManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.remoting.BufferHandler;
import org.apache.activemq.artemis.spi.core.remoting.ServerConnectionLifeCycleListener;
import org.jspecify.annotations.Nullable;

/**
 * Netty's acceptor with a look at the first bytes behind TLS. Artemis would look for HTTP there, whatever protocols the
 * acceptor names, and gather a request of up to two gigabytes for a WebSocket.
 */
final class GuardedAcceptor extends NettyAcceptor {
    private final NetworkGuard guard;

    @SuppressWarnings("rawtypes") // Artemis's own signature
    GuardedAcceptor(
            String name,
            ClusterConnection cluster,
            Map<String, Object> configuration,
            BufferHandler handler,
            ServerConnectionLifeCycleListener listener,
            ScheduledExecutorService scheduledThreadPool,
            Executor failureExecutor,
            Map<String, ProtocolManager> protocols,
            String threadGroupName,
            MetricsManager metrics,
            NetworkGuard guard) {
        super(
                name,
                cluster,
                configuration,
                handler,
                listener,
                scheduledThreadPool,
                failureExecutor,
                protocols,
                threadGroupName,
                metrics);
        this.guard = guard;
    }

    @Override
    public SslHandler getSslHandler(ByteBufAllocator allocator, @Nullable String peerHost, int peerPort)
            throws Exception {
        SslHandler plain = super.getSslHandler(allocator, peerHost, peerPort);
        var guarded = new ThenAmqp(plain.engine(), guard);
        guarded.setHandshakeTimeoutMillis(plain.getHandshakeTimeoutMillis());
        return guarded;
    }

    /** The one handler that Artemis lets an acceptor choose; it brings the next along. */
    private static final class ThenAmqp extends SslHandler {
        private final NetworkGuard guard;

        ThenAmqp(SSLEngine engine, NetworkGuard guard) {
            super(engine);
            this.guard = guard;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) throws Exception {
            guard.opening().begins(context.channel());
            context.pipeline().addAfter(context.name(), "amqp-only", new AmqpOnly());
            super.handlerAdded(context);
        }
    }
}
