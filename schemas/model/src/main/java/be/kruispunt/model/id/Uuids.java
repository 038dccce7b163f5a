package be.kruispunt.model.id;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Making UUIDs, and reading them strictly: {@link UUID#fromString} accepts shortened groups, and two spellings of one. */
final class Uuids {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Uuids() {}

    /** Of version 7 (RFC 9562 section 5.7), so that they sort by time and stand together in an index. */
    static UUID next(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }

    static UUID parse(String kind, String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new InvalidIdentifier(kind, "a UUID in lower case with dashes wanted");
        }
        return UUID.fromString(text);
    }
}
