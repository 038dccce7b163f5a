package be.kruispunt.broker;

import java.util.List;

/**
 * What was there, in the order of arrival: the body of the exchange that the intake makes.
 *
 * @param messages at least one
 * @param deliveries the way out, in the same broker transaction
 */
public record IntakeBatch(List<BrokerMessage> messages, Deliveries deliveries) {
    public IntakeBatch {
        messages = List.copyOf(messages);
    }
}
