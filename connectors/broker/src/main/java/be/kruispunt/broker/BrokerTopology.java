package be.kruispunt.broker;

import static be.kruispunt.broker.BrokerConfiguration.role;

import be.kruispunt.model.id.InstitutionId;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;

/** The addresses, queues, diverts and permissions. The same as a remote broker's broker.xml must say (broker.md). */
final class BrokerTopology {
    private final ActiveMQServer server;
    private final int maxBodyBytes;

    BrokerTopology(ActiveMQServer server, int maxBodyBytes) {
        this.server = server;
        this.maxBodyBytes = maxBodyBytes;
    }

    void createHubQueues() {
        Queues.ofTheHub().forEach(this::createQueue);
    }

    /** An address without a queue drops messages silently: better not to start. */
    void requireHubQueues() {
        for (String queue : Queues.ofTheHub()) {
            if (server.locateQueue(SimpleString.of(queue)) == null) {
                throw new BrokerException("the queue " + queue + " does not exist");
            }
        }
    }

    /**
     * Permissions first, so that nobody finds an address without them. The queue behind {@code in.<institution>} stays
     * empty, since the divert is exclusive; AMQP clients that ask for a queue want to see one.
     */
    void addInstitution(InstitutionId institution) {
        String in = Queues.in(institution);
        String out = Queues.out(institution);
        var roles = server.getSecurityRepository();
        var hub = role(CertificateSecurity.HUB, true, true);
        roles.addMatch(in, Set.of(hub, role(institution.value(), true, false)));
        roles.addMatch(in + "::" + in, Set.of(hub));
        roles.addMatch(out, Set.of(hub, role(institution.value(), false, true)));
        try {
            createQueue(in);
            createQueue(out);
            createQueue(Queues.intake(institution));
            Door.open(server, "door." + institution, in, Queues.intake(institution), doorkeeper(institution));
        } catch (Exception e) { // declared by ActiveMQServer
            throw new BrokerException("the addresses of " + institution + " could not be made", e);
        }
    }

    private Map<String, String> doorkeeper(InstitutionId institution) {
        return Map.of(
                Doorkeeper.INSTITUTION, institution.value(),
                Doorkeeper.MAX_BODY_BYTES, Integer.toString(maxBodyBytes));
    }

    private void createQueue(String name) {
        try {
            server.createQueue(
                    QueueConfiguration.of(name)
                            .setAddress(name)
                            .setRoutingType(RoutingType.ANYCAST)
                            .setDurable(true)
                            .setExclusive(name.startsWith(Queues.INTAKE_PREFIX))
                            .setAutoCreated(false)
                            .setAutoDelete(false)
                            .setAutoCreateAddress(true),
                    true);
        } catch (Exception e) { // declared by ActiveMQServer
            throw new BrokerException("the queue " + name + " could not be made", e);
        }
    }
}
