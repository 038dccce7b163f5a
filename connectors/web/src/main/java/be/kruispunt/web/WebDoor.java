package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TrustStore;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTPS server on which only institutions with their certificates are served, each within its bounds. A connection is
 * watched from its first moment to its last ({@link Connections}); each request passes {@link Dispatch}.
 */
public final class WebDoor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebDoor.class);
    /** So long what is asked already is answered, when the door is closed. */
    private static final Duration IN_HAND = Duration.ofSeconds(10);

    private static final int BETWEEN_SWEEPS_MILLIS = 100;

    private final WebServer server;
    private final Dispatch dispatch;
    private final Connections connections;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("web-sweeper").factory());

    private WebDoor(WebServer server, Dispatch dispatch, Connections connections) {
        this.server = server;
        this.dispatch = dispatch;
        this.connections = connections;
    }

    /**
     * Listens, and serves until it is closed.
     *
     * @param known who may come in at this moment, beside having a certificate that counts
     * @param operations all that is served
     * @throws WebException if it cannot listen there
     */
    public static WebDoor open(
            WebSettings settings, TrustStore trust, Predicate<InstitutionId> known, List<Operation> operations) {
        var doorkeeper = new Doorkeeper(trust, known, InstantSource.system());
        var connections = new Connections(settings.bounds());
        var dispatch = new Dispatch(settings.bounds(), doorkeeper, connections, operations);
        var http = Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxHeadersSize(settings.bounds().headerBytes())
                        .addReceiveListener(new Receiving(connections))
                        .build())
                .build();
        WebServer server = WebServer.builder()
                .host(settings.host())
                .port(settings.port())
                .useNio(false)
                .shutdownHook(false)
                .shutdownGracePeriod(IN_HAND)
                .tls(Tls.builder()
                        .sslContext(new DoorTls(settings.tls().sslContext(), connections::accepted))
                        .build())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(new GuardedSelector(settings.bounds(), http, doorkeeper, connections))
                .directHandlers(Unreadable.handlers())
                .routing(HttpRouting.builder().any(dispatch))
                .build();
        start(server, settings);
        var door = new WebDoor(server, dispatch, connections);
        var unused = door.sweeper.scheduleWithFixedDelay(
                door::sweep, BETWEEN_SWEEPS_MILLIS, BETWEEN_SWEEPS_MILLIS, TimeUnit.MILLISECONDS);
        return door;
    }

    private static void start(WebServer server, WebSettings settings) {
        String where = settings.host() + ":" + settings.port();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new WebException("the HTTP door cannot listen on " + where + "; does something else?", e);
        }
        if (!server.isRunning()) {
            throw new WebException("the HTTP door does not listen on " + where, new IllegalStateException(where));
        }
    }

    private void sweep() {
        try {
            connections.sweep();
        } catch (RuntimeException e) { // thrown on, it would end the sweeping
            LOG.warn("a sweep of the connections broke, and is made again: {}", e.toString());
        }
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** Connections that are let in. */
    int admitted() {
        return connections.admitted();
    }

    /** Connections that are not let in yet. */
    int unadmitted() {
        return connections.unadmitted();
    }

    /** Whether nobody is connected. */
    boolean isIdle() {
        return connections.none();
    }

    /** Takes nothing more in, and answers what is in hand. */
    @Override
    public void close() {
        dispatch.closing();
        server.stop();
        sweeper.shutdownNow();
    }
}
