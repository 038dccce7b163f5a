package be.kruispunt.buffer;

import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.message.Header;
import be.kruispunt.model.rights.RightsMessage;
import java.time.Instant;
import java.util.Set;

/**
 * A message for the hub itself, which its sender may send.
 *
 * @param ticket the hub's number for it
 * @param header what its sender said of it, believed
 * @param message what it says
 * @param arrivedAt when it arrived at the hub's door: what a step broke on is worked on later than what arrived after it
 * @param rights the statuses that the sender may report, or the schemes for which it may ask, for the purpose that it states
 */
public record Addressed(Ticket ticket, Header header, RightsMessage message, Instant arrivedAt, Set<String> rights) {
    public Addressed {
        rights = Set.copyOf(rights);
    }
}
