package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All connections of the door, from the moment that they are accepted. Nobody waits to be accepted: of too many that are not let
 * in yet, the oldest is closed instead.
 */
final class Connections {
    private final Bounds bounds;
    private final Map<SocketAddress, Connection> open = new ConcurrentHashMap<>();
    /** In the order in which they came. */
    private final Set<Connection> unadmitted = new LinkedHashSet<>();

    private final Map<InstitutionId, Integer> admitted = new HashMap<>();
    private int admittedInAll;

    Connections(Bounds bounds) {
        this.bounds = bounds;
    }

    /** One more, of which nothing is known. */
    void accepted(Socket socket) {
        SocketAddress peer = socket.getRemoteSocketAddress();
        if (peer == null) { // gone before it was looked at
            return;
        }
        var connection = new Connection(socket);
        open.put(peer, connection);
        synchronized (this) {
            unadmitted.add(connection);
            if (unadmitted.size() > bounds.unadmitted()) {
                closeOldest();
            }
        }
    }

    private void closeOldest() {
        unadmitted.removeIf(Connection::isClosed);
        Iterator<Connection> oldest = unadmitted.iterator();
        if (unadmitted.size() > bounds.unadmitted()) {
            oldest.next().close();
            oldest.remove();
        }
    }

    /** The one from this address. */
    Optional<Connection> from(SocketAddress peer) {
        return Optional.ofNullable(open.get(peer));
    }

    /** Lets it in, unless that is one too many; whether it was let in. */
    synchronized boolean admit(Connection connection, InstitutionId institution) {
        int others = admitted.getOrDefault(institution, 0);
        if (connection.hasEnded() || others >= bounds.perInstitution() || admittedInAll >= bounds.connections()) {
            return false;
        }
        admitted.put(institution, others + 1);
        admittedInAll++;
        unadmitted.remove(connection);
        connection.admitted(institution);
        return true;
    }

    /** It has ended; said more than once, it counts once. */
    void ended(SocketAddress peer, Connection connection) {
        open.remove(peer, connection);
        synchronized (this) {
            unadmitted.remove(connection);
            if (connection.hasEnded()) {
                return;
            }
            connection.end();
            connection.close();
            connection.institution().ifPresent(institution -> {
                admitted.computeIfPresent(institution, (id, count) -> count == 1 ? null : count - 1);
                admittedInAll--;
            });
        }
    }

    /** Closes those that take too long. Those that never became more than a socket are forgotten here. */
    void sweep() {
        open.forEach((peer, connection) -> {
            if (connection.isOverdue(bounds)) {
                connection.close();
            }
            if (connection.isClosed() && connection.institution().isEmpty()) {
                ended(peer, connection);
            }
        });
    }

    synchronized int admitted() {
        return admittedInAll;
    }

    /** Those of which nothing is known yet. */
    synchronized int unadmitted() {
        return unadmitted.size();
    }

    /** Whether nobody is connected: a count that leaks would lock an institution out. */
    synchronized boolean none() {
        return open.isEmpty() && unadmitted.isEmpty() && admitted.isEmpty() && admittedInAll == 0;
    }
}
