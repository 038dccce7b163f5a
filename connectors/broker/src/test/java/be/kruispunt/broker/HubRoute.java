package be.kruispunt.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** A route on the intake that does what a test says with each batch, and remembers what it saw. */
final class HubRoute implements AutoCloseable {
    /** What the tests call nobody's fault. */
    static final class Away extends RuntimeException {
        Away() {
            super("the store is away");
        }
    }

    final List<IntakeBatch> batches = new CopyOnWriteArrayList<>();
    final AtomicInteger idle = new AtomicInteger();
    private final CamelContext camel = new DefaultCamelContext();

    HubRoute(HubConnections connections, Consumer<IntakeBatch> handler) {
        this(connections, "concurrency=2&batch=32", handler);
    }

    HubRoute(HubConnections connections, String options, Consumer<IntakeBatch> handler) {
        var settings = new IntakeSettings(
                Away.class::isInstance,
                failure -> false,
                idle::incrementAndGet,
                Duration.ofMillis(200),
                () -> TestNetwork.ALL);
        camel.addComponent("intake", new IntakeComponent(connections, settings));
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("intake:documents?" + options).routeId("take-in").process(exchange -> {
                        IntakeBatch batch = exchange.getIn().getBody(IntakeBatch.class);
                        batches.add(batch);
                        if (exchange.getIn().hasHeaders()) {
                            throw new AssertionError("a header came in: "
                                    + exchange.getIn().getHeaders().keySet());
                        }
                        handler.accept(batch);
                    });
                }
            });
            camel.start();
        } catch (Exception e) { // Camel declares it
            throw new IllegalStateException(e);
        }
    }

    int seen() {
        return batches.stream().mapToInt(batch -> batch.messages().size()).sum();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
