package be.kruispunt.hub.bench;

import be.kruispunt.access.Institution;
import be.kruispunt.broker.BrokerMessage;
import be.kruispunt.broker.Deliveries;
import be.kruispunt.broker.EmbeddedBroker;
import be.kruispunt.broker.IntakeBatch;
import be.kruispunt.broker.IntakeComponent;
import be.kruispunt.broker.IntakeSettings;
import be.kruispunt.hub.demo.DemonstrationRegister;
import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.Ticket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Measures what the broker alone costs: the hub's own intake on the hub's own queues, taking messages in batches and
 * sending a document and a receipt for each, with nothing in between.
 */
final class DurableHop {
    private final Environment environment;
    private final byte[] document;
    private final byte[] receipt;
    private final SecureRandom random = new SecureRandom();

    DurableHop(Environment environment, PartsBench documents) {
        this.environment = environment;
        this.document = documents.document();
        this.receipt = documents.receipt();
    }

    /** Microseconds of the machine per message. The hub's own intake must be closed. */
    double micros(int messages, Progress progress) throws Exception {
        new Load(environment).preload(messages, DemonstrationRegister.RVA, progress);
        EmbeddedBroker broker = environment.hub().broker().orElseThrow();
        try (var camel = new DefaultCamelContext()) {
            var institutions = environment.hub().store().register().institutions().stream()
                    .map(Institution::id)
                    .collect(Collectors.toUnmodifiableSet());
            var intake = new IntakeSettings(
                    failure -> false, failure -> false, () -> {}, Duration.ofMillis(500), () -> institutions);
            camel.addComponent("intake", new IntakeComponent(broker.hubConnections(), intake));
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("intake:hop?concurrency=" + environment.settings().intakes() + "&batch="
                                    + environment.settings().batch())
                            .routeId("measure-hop")
                            .process()
                            .body(IntakeBatch.class, DurableHop.this::hop);
                }
            });
            long begun = System.nanoTime();
            camel.start();
            Drain.waitUntilLeft(broker, 0, messages, progress);
            return (System.nanoTime() - begun) / 1e3 / messages;
        }
    }

    private void hop(IntakeBatch batch) {
        Deliveries deliveries = batch.deliveries();
        for (BrokerMessage message : batch.messages()) {
            Ticket ticket = Ticket.next(Instant.now(), random);
            deliveries.deliver(new DeliveryId(ticket, DemonstrationRegister.RVA, "U002"), document);
            deliveries.answer(message.user(), ticket, receipt);
        }
    }
}
