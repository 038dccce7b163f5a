package be.kruispunt.web;

import java.time.Duration;

/**
 * How much of the door one institution, and all together, may have at the same time.
 *
 * @param connections of all institutions together
 * @param perInstitution connections of one institution; a further one is told so at its first request and closed
 * @param unadmitted connections of all together of which is not known whose they are, or that are over a bound; of more,
 *     the one that waits longest is closed
 * @param opening how long a connection may take for TLS, and stay unadmitted
 * @param receiving how long a request may take to arrive, and its answer to be fetched
 * @param idle how long a connection may wait for its next request
 * @param headerBytes the largest headers
 * @param bodyBytes the largest body
 * @param atATime requests of one institution that are answered at the same time; a large one counts as {@link #LARGE}
 * @param inAll requests of all institutions together that are answered at the same time, counted so too
 * @param patience how long a further request waits for its turn before it is refused
 */
public record Bounds(
        int connections,
        int perInstitution,
        int unadmitted,
        Duration opening,
        Duration receiving,
        Duration idle,
        int headerBytes,
        int bodyBytes,
        int atATime,
        int inAll,
        Duration patience) {
    /** As many small requests as a large one counts. */
    static final int LARGE = 4;

    private static final int SMALL_BYTES = 4 * 1024;

    /** The bounds that the documentation names. */
    public static final Bounds STANDARD = new Bounds(
            2_000,
            50,
            1_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            16 * 1024,
            256 * 1024,
            16,
            48,
            Duration.ofSeconds(5));

    public Bounds {
        if (connections < 1 || perInstitution < 1 || unadmitted < 1 || atATime < 1 || inAll < 1) {
            throw new IllegalArgumentException("an institution needs one of each at least");
        }
        if (headerBytes < 1 || bodyBytes < 1) {
            throw new IllegalArgumentException("a request has a header and a body");
        }
        if (!opening.isPositive() || !receiving.isPositive() || !idle.isPositive() || patience.isNegative()) {
            throw new IllegalArgumentException("a connection needs time");
        }
    }

    /** How many turns a request with such a body takes: never more than one institution may have. */
    int turns(int bytes) {
        return bytes > SMALL_BYTES ? Math.min(LARGE, Math.min(atATime, inAll)) : 1;
    }

    /** The same, with so many requests of all together answered at the same time. */
    public Bounds inAll(int requests) {
        return new Bounds(
                connections,
                perInstitution,
                unadmitted,
                opening,
                receiving,
                idle,
                headerBytes,
                bodyBytes,
                atATime,
                requests,
                patience);
    }
}
