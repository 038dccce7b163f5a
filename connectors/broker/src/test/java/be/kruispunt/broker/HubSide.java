package be.kruispunt.broker;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hub's side of the queues without a route: takes what is there and commits. */
final class HubSide implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    final IntakeSession session;
    private final Turns turns = new Turns();
    private final Runnable endListening;

    HubSide(HubConnections connections) throws JMSException {
        session = new IntakeSession(connections, turns);
        endListening = connections.listen(turns::arrived);
        turns.look(TestNetwork.ALL);
    }

    BrokerMessage one() throws JMSException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) { // whoever may have something is looked at once, and that takes no time
            Optional<BrokerMessage> message = within(Duration.ofSeconds(5));
            if (message.isPresent()) {
                return message.get();
            }
            turns.look(TestNetwork.ALL); // what was told of may have been under way for longer than an intake waits
        }
        throw new AssertionError("nothing arrived");
    }

    /** One message, if one comes in time. */
    Optional<BrokerMessage> within(Duration time) throws JMSException, InterruptedException {
        List<BrokerMessage> messages = session.receive(1, time);
        session.commit();
        session.endTurns();
        return messages.stream().findFirst();
    }

    /** So many; more may be there. */
    List<BrokerMessage> next(int count) throws JMSException, InterruptedException {
        var messages = new ArrayList<BrokerMessage>();
        while (messages.size() < count) {
            messages.add(one());
        }
        return messages;
    }

    @Override
    public void close() throws JMSException {
        endListening.run();
        session.close();
    }
}
