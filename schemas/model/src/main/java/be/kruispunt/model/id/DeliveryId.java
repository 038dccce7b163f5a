package be.kruispunt.model.id;

/**
 * A document on its way to its receiver. A message can become several documents for one receiver, each of another type: each
 * is taken, or given back, by itself.
 *
 * @param ticket of the message that it came of
 * @param receiver whose document it is
 * @param document the code of its type, such as {@code U002}
 */
public record DeliveryId(Ticket ticket, InstitutionId receiver, String document) {
    public DeliveryId {
        if (document.isBlank()) {
            throw new InvalidIdentifier("delivery", "it names the code of its document");
        }
    }

    @Override
    public String toString() {
        return document + " of " + ticket + " for " + receiver;
    }
}
