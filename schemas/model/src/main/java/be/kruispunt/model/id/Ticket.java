package be.kruispunt.model.id;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The hub's own number for a message: a UUID of version 7 (RFC 9562 section 5.7), so that tickets sort by time and
 * stand together in the store's index.
 */
public record Ticket(UUID value) implements Comparable<Ticket> {
    /**
     * A new ticket of this moment.
     *
     * @param now the moment
     * @param random safe for use by several threads, such as {@link java.security.SecureRandom}: the generators of
     *     {@link RandomGenerator#getDefault} are not, and give two threads one and the same ticket
     */
    public static Ticket next(Instant now, RandomGenerator random) {
        return new Ticket(Uuids.next(now, random));
    }

    /**
     * Reads the canonical form.
     *
     * @throws InvalidIdentifier when the text is no UUID in lower case with dashes
     */
    public static Ticket of(String text) {
        return new Ticket(Uuids.parse("ticket", text));
    }

    @Override
    public int compareTo(Ticket other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
