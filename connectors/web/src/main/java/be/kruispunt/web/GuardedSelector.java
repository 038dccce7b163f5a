package be.kruispunt.web;

import be.kruispunt.web.Doorkeeper.Standing;
import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a connection in, or not, once TLS has told whose it is; and knows when it ends. */
final class GuardedSelector implements ServerConnectionSelector {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedSelector.class);

    /** So many times the largest body is taken from a caller who is told that it is too large. */
    private static final int FINISHING_BODIES = 4;

    private final Bounds bounds;
    private final ServerConnectionSelector http;
    private final Doorkeeper doorkeeper;
    private final Connections connections;

    GuardedSelector(Bounds bounds, ServerConnectionSelector http, Doorkeeper doorkeeper, Connections connections) {
        this.bounds = bounds;
        this.http = http;
        this.doorkeeper = doorkeeper;
        this.connections = connections;
    }

    @Override
    public int bytesToIdentifyConnection() {
        return http.bytesToIdentifyConnection();
    }

    @Override
    public Support supports(BufferData data) {
        return http.supports(data);
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        Optional<Connection> connection = connections.from(context.remotePeer().address());
        switch (doorkeeper.standing(context.remotePeer().tlsCertificates())) {
            case Standing.Refused(Problem problem) -> LOG.warn("KP4001 refused a connection: {}", problem.detail());
            case Standing.Known(var institution) -> {
                if (connection
                        .filter(one -> connections.admit(one, institution))
                        .isEmpty()) {
                    LOG.warn("KP4001 refused a connection: {} has too many, or all together have", institution);
                }
            }
        }
        return new Guarded(http.connection(context), context, connection);
    }

    private final class Guarded implements ServerConnection, InterruptableTask<Void> {
        private final ServerConnection served;
        private final ConnectionContext context;
        private final Optional<Connection> connection;

        Guarded(ServerConnection served, ConnectionContext context, Optional<Connection> connection) {
            this.served = served;
            this.context = context;
            this.connection = connection;
        }

        @Override
        public void handle(Limit limit) throws InterruptedException {
            try {
                served.handle(limit);
            } finally {
                connection.ifPresent(this::end);
            }
        }

        private void end(Connection one) {
            one.finish(FINISHING_BODIES * bounds.bodyBytes());
            connections.ended(context.remotePeer().address(), one);
        }

        /** While nothing is asked on it, a door that is closed need not wait for it. */
        @Override
        public boolean canInterrupt() {
            return served instanceof InterruptableTask<?> task && task.canInterrupt();
        }

        @Override
        public Duration idleTime() {
            return served.idleTime();
        }

        @Override
        public void close(boolean interrupt) {
            served.close(interrupt);
        }
    }
}
