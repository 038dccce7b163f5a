package be.kruispunt.web;

import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads the body of a request, and holds no more of it than its bound. */
final class Body {
    private Body() {}

    /** The whole of it, or empty if it is larger than this. */
    static Optional<byte[]> read(ServerRequest request, int most) {
        if (!request.content().hasEntity()) {
            return Optional.of(new byte[0]);
        }
        try (InputStream in = request.content().inputStream()) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the request broke off", e);
        }
    }

    /** Whether nothing of it is left that would be taken for the next request. */
    static boolean wasRead(ServerRequest request) {
        return !request.content().hasEntity() || request.content().consumed();
    }
}
