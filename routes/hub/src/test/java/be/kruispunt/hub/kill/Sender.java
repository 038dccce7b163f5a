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
    private static final Duration PATIENCE = Duration.ofMinutes(3);

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
            return false;
        }
        tries.merge(message.digest(), 1, Integer::sum);
        try {
            client.send(message.xml());
            return true;
        } catch (BrokerException e) {
            return false;
        }
    }

    private void reconnect() {
        close();
        await("a hub that listens").atMost(PATIENCE).until(folder::listens);
        try {
            client = folder.connect(messages.getFirst().sender());
        } catch (BrokerException e) {
            // killed in between: the next try looks again
        }
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

    /** Sendings beyond the first. */
    int resent() {
        return tries.values().stream().mapToInt(count -> count - 1).sum();
    }

    /** How often each message was sent: what the hub may have received, at most. */
    Map<Digest, Integer> tries() {
        return Map.copyOf(tries);
    }
}
