package be.kruispunt.broker.guard;

/**
 * How much one institution may have under way at the same time. The hub itself, when it works on a broker apart, is not
 * bound by them.
 *
 * @param connections per institution
 * @param sessions per connection; the same number of transactions may be open
 * @param senders links over which an institution sends, on all its connections
 * @param receivers links over which it reads or browses, on all its connections
 * @param unsettled documents that one of its receivers holds without having settled them; the next waits for a settlement
 * @param credit deliveries that a sending link may have under way
 * @param messageBytes a delivery is cut when more of it arrived; with everything that AMQP sends around the body
 * @param openBytes per institution, what arrived of deliveries that are not complete and of transactions that are open
 * @param openingSeconds how long a connection may take for TCP, TLS and the first bytes, and again for SASL and open
 * @param unopened connections of all together that are not open yet; of more, the one that waits longest is closed
 * @param idleMillis a connection on which nothing came for this long is closed
 */
public record Bounds(
        int connections,
        int sessions,
        int senders,
        int receivers,
        int unsettled,
        int credit,
        long messageBytes,
        long openBytes,
        int openingSeconds,
        int unopened,
        int idleMillis) {
    /** Up to this many times the largest body, a sender is still told by a signed refusal that its message is too large. */
    public static final int ANSWERED_UP_TO = 8;

    private static final int ROOM_FOR_SECTIONS = 256 * 1024;

    public Bounds {
        if (connections < 1 || sessions < 1 || senders < 1 || receivers < 1 || unsettled < 1 || credit < 1) {
            throw new IllegalArgumentException("an institution needs one of each at least");
        }
        if (messageBytes < 1 || openBytes < messageBytes) {
            throw new IllegalArgumentException("one message must fit what may be under way");
        }
        if (openingSeconds < 1 || unopened < 1 || idleMillis < 1) {
            throw new IllegalArgumentException("a connection needs time and room to open");
        }
    }

    /** The bounds that the documentation names, for bodies of this size. */
    public static Bounds forBodies(int maxBodyBytes) {
        long message = (long) ANSWERED_UP_TO * maxBodyBytes + ROOM_FOR_SECTIONS;
        return new Bounds(10, 10, 30, 10, 1000, 100, message, 2 * message, 10, 1_000, 60_000);
    }
}
