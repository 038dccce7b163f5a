package be.kruispunt.broker;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;

/** Starts and stops the intakes with their route. */
final class IntakeConsumer extends DefaultConsumer {
    private static final long PATIENCE_MILLIS = 60_000;

    private final IntakeEndpoint endpoint;
    private final List<Intake> intakes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Turns turns = new Turns();
    private @Nullable Lookout lookout;

    IntakeConsumer(IntakeEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookout = new Lookout(endpoint.connections(), turns, endpoint.settings().institutions());
        var pause = new Pause();
        for (int i = 1; i <= endpoint.size().concurrency(); i++) {
            var intake = new Intake(
                    endpoint.connections(),
                    turns,
                    endpoint.settings(),
                    pause,
                    endpoint.size().batch(),
                    this::process);
            intakes.add(intake);
            threads.add(Thread.ofPlatform().name("intake-" + i).start(intake));
        }
    }

    /** One exchange per batch; the unit of work is the route's own. */
    private @Nullable Exception process(IntakeBatch batch) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(batch);
            getProcessor().process(exchange);
            return exchange.getException();
        } catch (Exception e) { // Processor.process declares it; whatever it is, the batch rolls back
            return e;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** Lets each intake finish the batch in hand. */
    @Override
    protected void doStop() throws Exception {
        intakes.forEach(Intake::stop);
        for (Thread thread : threads) {
            thread.join(PATIENCE_MILLIS);
            if (thread.isAlive()) {
                thread.interrupt();
            }
        }
        if (lookout != null) {
            lookout.stop();
        }
        intakes.clear();
        threads.clear();
        super.doStop();
    }
}
