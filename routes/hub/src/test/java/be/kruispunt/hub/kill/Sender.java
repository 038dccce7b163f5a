package be.kruispunt.hub.kill;

import static org.awaitility.Awaitility.await;

import be.kruispunt.broker.BrokerException;
import be.kruispunt.broker.InstitutionClient;
import be.kruispunt.model.id.Digest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An institution as it must behave: what was not acknowledged is sent again, the same bytes, until it is. */
final class Sender implements Runnable {
    private final HubFolder folder;
    private final List<Signed> messages;
    private final Pace pace;
    private final Map<Digest, Integer> tries = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private @Nullable InstitutionClient client;

    /** Sends messages that are all of one sender. */
    Sender(HubFolder folder, List<Signed> messages, Pace pace) {
        this.folder = folder;
        this.messages = List.copyOf(messages);
        this.pace = pace;
    }

    @Override
    public void run() {
        for (Signed message : messages) {
            pace.awaitTurn();
            while (!isAcknowledged(message)) {
                reconnect();
            }
            acknowledged.incrementAndGet();
        }
        close();
    }

    private boolean isAcknowledged(Signed message) {
        if (client == null) {
            reconnect();
        }
        tries.merge(message.digest(), 1, Integer::sum);
        try {
            java.util.Objects.requireNonNull(client).send(message.xml());
            return true;
        } catch (BrokerException e) {
            return false;
        }
    }

    private void reconnect() {
        close();
        InstitutionClient opened = await("a connection")
                .atMost(Duration.ofMinutes(3))
                .ignoreException(BrokerException.class)
                .until(() -> folder.connect(messages.getFirst().sender()), connected -> connected != null);
        client = opened;
    }

    private void close() {
        if (client != null) {
            try {
                client.close();
            } catch (BrokerException e) {
                // it was lost with the hub
            }
            client = null;
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** How often each message was sent: what the hub may have received, at most. */
    Map<Digest, Integer> tries() {
        return Map.copyOf(tries);
    }
}
