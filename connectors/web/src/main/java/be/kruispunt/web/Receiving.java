package be.kruispunt.web;

import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/** Hears that a request begins to arrive. */
record Receiving(Connections connections) implements Http1ConnectionListener {
    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
        connections.from(context.remotePeer().address()).ifPresent(Connection::receiving);
    }
}
