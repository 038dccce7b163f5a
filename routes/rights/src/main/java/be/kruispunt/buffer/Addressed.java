package be.kruispunt.buffer;

import be.kruispunt.access.DirectoryExtract;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.rights.RightsMessage;
import java.time.Instant;
import java.util.Set;

/**
 * A message for the hub itself, which its sender may send.
 *
 * @param header what its sender said of it, believed
 * @param message what it says
 * @param rights the statuses that the sender may report, or the schemes for which it may ask, for the purpose that it states
 * @param directory which numbers of the persons in it were replaced
 * @param at when it was received: the moment for which it is decided
 */
public record Addressed(
        Header header, RightsMessage message, Set<String> rights, DirectoryExtract directory, Instant at) {
    public Addressed {
        rights = Set.copyOf(rights);
    }
}
