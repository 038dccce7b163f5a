package be.kruispunt.model.id;

import java.util.UUID;
import java.util.regex.Pattern;

/** Strict reading of UUIDs: {@link UUID#fromString} accepts shortened groups, and two spellings of one identifier. */
final class Uuids {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Uuids() {}

    static UUID parse(String kind, String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new InvalidIdentifier(kind, "a UUID in lower case with dashes wanted");
        }
        return UUID.fromString(text);
    }
}
