package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.TlsMaterial;
import java.nio.file.Path;
import java.util.Set;

/**
 * What the embedded broker needs to know.
 *
 * @param dataFolder journal, pages and large messages go below it
 * @param amqpHost where to listen
 * @param amqpPort where to listen; 0 for a free port, see {@link EmbeddedBroker#amqpPort()}
 * @param tls the broker's own key, and the authorities that clients' certificates are issued under
 * @param hub the hub's own id: a client with its certificate may do everything
 * @param institutions who has queues from the start
 * @param maxBodyBytes a larger body reaches the intake as {@link Content.TooLarge}
 */
public record BrokerSettings(
        Path dataFolder,
        String amqpHost,
        int amqpPort,
        TlsMaterial tls,
        InstitutionId hub,
        Set<InstitutionId> institutions,
        int maxBodyBytes) {
    public BrokerSettings {
        institutions = Set.copyOf(institutions);
        if (institutions.contains(hub)) {
            throw new IllegalArgumentException("the hub is not one of its own institutions: " + hub);
        }
        if (maxBodyBytes < 1) {
            throw new IllegalArgumentException("a positive maximal body size wanted");
        }
    }
}
