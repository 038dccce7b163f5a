package be.kruispunt.web;

import be.kruispunt.model.id.InstitutionId;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, and what is waited for on it. Its socket is closed when that takes too long, whatever its thread is at. */
final class Connection {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final int CHUNK = 8 * 1024;

    private enum Stage {
        /** For TLS, or for the request to which the answer is that it is not let in. */
        UNADMITTED,
        /** For the next request. */
        IDLE,
        /** For the rest of a request. */
        RECEIVING,
        /** For the hub. */
        ANSWERING,
        /** For the caller, who fetches the answer. */
        SENDING,
        /** For nothing. */
        ENDED
    }

    private final Socket socket;
    private Stage stage = Stage.UNADMITTED;
    private long since = System.nanoTime();
    private Optional<InstitutionId> institution = Optional.empty();

    Connection(Socket socket) {
        this.socket = socket;
    }

    synchronized void admitted(InstitutionId whose) {
        institution = Optional.of(whose);
        enter(Stage.IDLE);
    }

    /** Whose it is, once it was let in. */
    synchronized Optional<InstitutionId> institution() {
        return institution;
    }

    void receiving() {
        move(Stage.RECEIVING);
    }

    void answering() {
        move(Stage.ANSWERING);
    }

    void sending() {
        move(Stage.SENDING);
    }

    void idle() {
        move(Stage.IDLE);
    }

    synchronized void end() {
        enter(Stage.ENDED);
    }

    synchronized boolean hasEnded() {
        return stage == Stage.ENDED;
    }

    /** Who was not let in has the time of his opening, whatever he sends. */
    private synchronized void move(Stage next) {
        if (stage != Stage.UNADMITTED && stage != Stage.ENDED) {
            enter(next);
        }
    }

    private void enter(Stage next) {
        stage = next;
        since = System.nanoTime();
    }

    synchronized boolean isOverdue(Bounds bounds) {
        Duration waited = Duration.ofNanos(System.nanoTime() - since);
        return switch (stage) {
            case UNADMITTED -> waited.compareTo(bounds.opening()) > 0;
            case IDLE -> waited.compareTo(bounds.idle()) > 0;
            case RECEIVING, SENDING -> waited.compareTo(bounds.receiving()) > 0;
            case ANSWERING, ENDED -> false;
        };
    }

    /**
     * Says that nothing more comes, and throws away what the caller still sends: if the socket were closed on it, he would be
     * told that instead of his answer.
     */
    void finish(int most) {
        move(Stage.SENDING);
        try {
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] some = new byte[CHUNK];
            int read = 0;
            for (int left = most; left > 0 && read >= 0; left -= read) {
                read = in.read(some);
            }
        } catch (IOException e) {
            LOG.debug("the caller was gone first", e);
        }
    }

    boolean isClosed() {
        return socket.isClosed();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection was closed already", e);
        }
    }
}
