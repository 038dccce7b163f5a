package be.kruispunt.broker.guard;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.protocol.amqp.broker.ActiveMQProtonRemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * The plugin that puts the guard before every network acceptor of a broker, whatever protocols that acceptor names. A
 * remote broker loads it from its {@code broker.xml} (docs/operate/broker.md), and does not start without it.
 */
public final class NetworkGuard implements ActiveMQServerPlugin {
    /** The property that a {@code broker.xml} sets: the hub's {@code message.max-bytes}. */
    public static final String MAX_BODY_BYTES = "maxBodyBytes";

    private static final String DEFAULT_MAX_BODY_BYTES = "2097152";

    private final Map<String, Usage> usages = new ConcurrentHashMap<>();
    private final Symbols symbols = new Symbols();
    private final AtomicReference<@Nullable ActiveMQServer> server = new AtomicReference<>();
    private Bounds bounds;
    private final Opening opening;

    /** As a {@code broker.xml} makes it, before {@link #init}. */
    public NetworkGuard() {
        this(Bounds.forBodies(Integer.parseInt(DEFAULT_MAX_BODY_BYTES)));
    }

    public NetworkGuard(Bounds bounds) {
        this.bounds = bounds;
        this.opening = new Opening(bounds.unopened());
    }

    @Override
    public void init(Map<String, String> properties) {
        bounds = Bounds.forBodies(Integer.parseInt(properties.getOrDefault(MAX_BODY_BYTES, DEFAULT_MAX_BODY_BYTES)));
    }

    /** Comes before the acceptors are made. */
    @Override
    public void registered(ActiveMQServer server) {
        this.server.set(server);
        for (TransportConfiguration acceptor : server.getConfiguration().getAcceptorConfigurations()) {
            if (NettyAcceptorFactory.class.getName().equals(acceptor.getFactoryClassName())) {
                server.getServiceRegistry().addAcceptorFactory(acceptor.getName(), new GuardedAcceptorFactory(this));
            }
        }
    }

    Bounds bounds() {
        return bounds;
    }

    Opening opening() {
        return opening;
    }

    /** Those that whoever connects may still send; one count is for all that show no certificate. */
    Predicate<String> symbols(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        try {
            return symbols.of(
                    tls == null
                            ? Optional.empty()
                            : Optional.of(
                                    (X509Certificate) tls.engine().getSession().getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException e) {
            return symbols.of(Optional.empty());
        }
    }

    /** Of an institution, by the name that the broker knows it under. */
    Usage usage(String user) {
        return usages.computeIfAbsent(user, name -> new Usage(bounds));
    }

    /** Whether nobody has anything under way, and no session is left of whoever has gone. */
    public boolean isIdle() {
        return usages.values().stream().allMatch(Usage::isNothing) && !hasSession(server.get());
    }

    private static boolean hasSession(@Nullable ActiveMQServer broker) {
        return broker != null
                && broker.getSessions().stream()
                        .anyMatch(
                                session -> session.getRemotingConnection() instanceof ActiveMQProtonRemotingConnection);
    }
}
