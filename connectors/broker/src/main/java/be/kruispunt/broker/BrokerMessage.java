package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import java.time.Instant;

/**
 * One message as the broker handed it over.
 *
 * @param user whose certificate opened the connection that sent it; never what the message says of itself
 * @param content what it carried
 * @param attempts how often the hub gave it back after a failure of its own; 0 at first
 * @param arrivedAt when the broker took it, by the broker's clock
 */
public record BrokerMessage(InstitutionId user, Content content, int attempts, Instant arrivedAt) {}
