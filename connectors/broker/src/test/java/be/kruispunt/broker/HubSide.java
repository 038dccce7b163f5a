package be.kruispunt.broker;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The hub's side of the queues without a route: takes what is there and commits. */
final class HubSide implements AutoCloseable {
    final IntakeSession session;
    private final Runnable endListening;

    HubSide(HubConnections connections) throws JMSException {
        var turns = new Turns();
        session = new IntakeSession(connections, turns);
        endListening = connections.listen(turns::arrived);
        turns.look(TestNetwork.ALL);
    }

    BrokerMessage one() throws JMSException, InterruptedException {
        for (int empty = 0; empty < 100; empty++) { // whoever may have something is looked at once
            List<BrokerMessage> messages = session.receive(1, Duration.ofSeconds(60));
            session.commit();
            session.endTurns();
            if (!messages.isEmpty()) {
                return messages.getFirst();
            }
        }
        throw new AssertionError("nothing arrived");
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
