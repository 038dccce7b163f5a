package be.kruispunt.broker;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** One intake address of a route; see {@link IntakeComponent}. */
final class IntakeEndpoint extends DefaultEndpoint {
    private final IntakeComponent component;
    private final Size size;

    /** How many intakes, and the most messages of a batch. */
    record Size(int concurrency, int batch) {}

    IntakeEndpoint(String uri, IntakeComponent component, Size size) {
        super(uri, component);
        this.component = component;
        this.size = size;
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new IntakeConsumer(this, processor);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("an intake only takes in; messages leave through Deliveries");
    }

    Size size() {
        return size;
    }

    HubConnections connections() {
        return component.connections();
    }

    IntakeSettings settings() {
        return component.settings();
    }
}
