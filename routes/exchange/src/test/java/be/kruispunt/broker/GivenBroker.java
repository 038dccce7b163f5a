package be.kruispunt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.trust.GivenTrust;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A broker, and the way out that an intake of it has, for tests of what is sent; in this package, since nobody else can
 * make one.
 */
public final class GivenBroker implements AfterEachCallback, AfterAllCallback {
    private static final int MAX_BODY = 1024 * 1024;

    private final EmbeddedBroker broker;
    private final IntakeSession intake;
    private final Connection reading;
    private final Session reader;

    /** What lies in a queue; the cause is that of a dead letter. */
    public record Lying(String body, int attempts, Optional<String> cause) {}

    /** With a new certificate for the hub. */
    public GivenBroker(GivenTrust trust, InstitutionId hub, Set<InstitutionId> institutions) {
        trust.hubSigner(hub);
        broker = new EmbeddedBroker(
                new BrokerSettings(folder(), "localhost", 0, trust.hubTls(), hub, institutions, MAX_BODY),
                trust.store());
        broker.start();
        try {
            intake = new IntakeSession(broker.hubConnections(), new Turns());
            reading = broker.hubConnections().openBlocking();
            reading.start();
            reader = reading.createSession(false, Session.AUTO_ACKNOWLEDGE);
        } catch (JMSException e) {
            broker.close();
            throw new BrokerException("the test's own broker cannot be reached", e);
        }
    }

    private static Path folder() {
        try {
            Path base = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
            return Files.createTempDirectory(base, "broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return broker.queueDepth(Queues.intake(sender));
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
    public void afterAll(ExtensionContext context) throws JMSException {
        intake.close();
        reading.close();
        broker.close();
    }
}
