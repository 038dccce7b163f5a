package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.time.Instant;
import java.util.Optional;

/**
 * One message as the broker handed it over.
 *
 * @param user whose certificate opened the connection that sent it; never what the message says of itself
 * @param content what it carried
 * @param attempts how often the hub gave it back after a failure of its own; 0 at first
 * @param arrivedAt when the broker took it, by the broker's clock
 * @param refusedFor why an operator had it refused; absent for nearly all
 * @param meter what the work on it costs: institutions take turns by that
 */
public record BrokerMessage(
        InstitutionId user,
        Content content,
        int attempts,
        Instant arrivedAt,
        Optional<String> refusedFor,
        Meter meter) {
    /** One that no operator had refused, and that nobody worked on yet. */
    public BrokerMessage(InstitutionId user, Content content, int attempts, Instant arrivedAt) {
        this(user, content, attempts, arrivedAt, Optional.empty(), new Meter());
    }
}
