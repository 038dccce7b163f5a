package be.kruispunt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.InstitutionId;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An Artemis with the hub's queues, that nobody reaches from outside this process and that keeps nothing on disk; and the way
 * out that an intake of it has. For tests of what is sent; in this package, since nobody else can make one.
 */
public final class GivenBroker implements AfterEachCallback, AfterAllCallback {
    private static final int SERVER_ID = 1;
    private static final int MAX_BODY = 1024 * 1024;

    private final ActiveMQServer server = new ActiveMQServerImpl(configuration());
    private final IntakeSession intake;
    private final Connection reading;
    private final Session reader;

    /** What lies in a queue; the cause is that of a dead letter. */
    public record Lying(String body, int attempts, Optional<String> cause) {}

    public GivenBroker(InstitutionId... institutions) {
        try {
            server.start();
            var topology = new BrokerTopology(server, MAX_BODY);
            topology.createHubQueues();
            List.of(institutions).forEach(topology::addInstitution);
            HubConnections connections = HubConnections.inVm(SERVER_ID, "hub", "", new Arrivals());
            intake = new IntakeSession(connections, new Turns());
            reading = connections.openBlocking();
            reading.start();
            reader = reading.createSession(false, Session.AUTO_ACKNOWLEDGE);
        } catch (Exception e) { // ActiveMQServer.start declares Exception
            throw new BrokerException("the test's own broker did not start", e);
        }
    }

    private static Configuration configuration() {
        var inVm = new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of(TransportConstants.SERVER_ID_PROP_NAME, SERVER_ID), "hub");
        return new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAddressSetting(
                        "#", new AddressSettings().setAutoCreateAddresses(false).setAutoCreateQueues(false))
                .setAcceptorConfigurations(Set.of(inVm));
    }

    /** A way out that leads nowhere, for what sends nothing. */
    @SuppressWarnings("NullAway")
    public static Deliveries nowhere() {
        return new Deliveries(null);
    }

    /** The way out of one batch. */
    public Deliveries deliveries() {
        return new Deliveries(intake);
    }

    /** As the intake does when a batch is done. */
    public void commit(Deliveries deliveries) {
        try {
            intake.commit();
        } catch (JMSException e) {
            throw new BrokerException("not committed", e);
        }
        deliveries.afterCommit().forEach(Runnable::run);
        end(deliveries);
    }

    /** The transaction is over, and nothing was committed. */
    public static void end(Deliveries deliveries) {
        deliveries.afterEnd().forEach(Runnable::run);
    }

    /** Takes what this receiver finds. */
    public List<String> takeOut(InstitutionId receiver) {
        return take(Queues.out(receiver)).stream().map(Lying::body).toList();
    }

    /** Takes what the hub finds of this sender now. */
    public List<Lying> takeIn(InstitutionId sender) {
        return take(Queues.intake(sender));
    }

    public List<Lying> takeDeadLetters() {
        return take(Queues.DEAD_LETTER);
    }

    /** How many of this sender's messages are to come in, now or later. */
    public long comingIn(InstitutionId sender) {
        return server.locateQueue(Queues.intake(sender)).getMessageCount();
    }

    private List<Lying> take(String queue) {
        var taken = new ArrayList<Lying>();
        try (MessageConsumer consumer = reader.createConsumer(reader.createQueue(queue))) {
            for (Message message = consumer.receiveNoWait(); message != null; message = consumer.receiveNoWait()) {
                taken.add(new Lying(
                        new String(HubMessages.body(message), UTF_8),
                        message.propertyExists(Marks.ATTEMPTS) ? message.getIntProperty(Marks.ATTEMPTS) : 0,
                        Optional.ofNullable(HubMessages.text(message, Marks.CAUSE))));
            }
        } catch (JMSException e) {
            throw new BrokerException("the queue " + queue + " cannot be read", e);
        }
        return taken;
    }

    /** What a test left undone is not the next one's. */
    @Override
    public void afterEach(ExtensionContext context) throws JMSException {
        intake.rollback();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        intake.close();
        reading.close();
        server.stop();
    }
}
