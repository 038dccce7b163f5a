package be.kruispunt.model.id;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The hub's own number of an answer to who asked for a right: a UUID of version 7, like a {@link Ticket}. */
public record AnswerId(UUID value) {
    /**
     * A new number of this moment.
     *
     * @param now the moment
     * @param random safe for use by several threads
     */
    public static AnswerId next(Instant now, RandomGenerator random) {
        return new AnswerId(Uuids.next(now, random));
    }

    /**
     * Reads the canonical form.
     *
     * @throws InvalidIdentifier when the text is no UUID in lower case with dashes
     */
    public static AnswerId of(String text) {
        return new AnswerId(Uuids.parse("answer", text));
    }

    /** When it was given, to the millisecond. */
    public Instant at() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> Short.SIZE);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
