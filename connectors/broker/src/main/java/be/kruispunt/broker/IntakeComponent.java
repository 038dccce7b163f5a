package be.kruispunt.broker;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * The Camel component {@code intake}: {@code intake:documents?concurrency=2&batch=32}.
 *
 * <p>Each of the {@code concurrency} threads takes what is there, up to {@code batch} messages, in one broker
 * transaction, and makes one exchange of it, whose body is an {@link IntakeBatch}. When the exchange ends without an
 * exception the transaction commits, otherwise it rolls back. No header is ever set from a message (CVE-2026-40453 was
 * that). None of Camel's own components batches a broker transaction, hence this one.
 */
public final class IntakeComponent extends DefaultComponent {
    private final HubConnections connections;
    private final IntakeSettings settings;

    public IntakeComponent(HubConnections connections, IntakeSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        int concurrency = getAndRemoveParameter(parameters, "concurrency", Integer.class, 2);
        int batch = getAndRemoveParameter(parameters, "batch", Integer.class, 32);
        if (concurrency < 1 || batch < 1) {
            throw new IllegalArgumentException("intake: concurrency and batch must be at least 1");
        }
        return new IntakeEndpoint(uri, this, new IntakeEndpoint.Size(concurrency, batch));
    }

    HubConnections connections() {
        return connections;
    }

    IntakeSettings settings() {
        return settings;
    }
}
