package be.kruispunt.broker;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The hub's side of the queues without a route: takes what is there and commits. */
final class HubSide implements AutoCloseable {
    final IntakeSession session;

    HubSide(HubConnections connections) throws JMSException {
        session = new IntakeSession(connections);
    }

    BrokerMessage one() throws JMSException {
        List<BrokerMessage> messages = session.receive(1, Duration.ofSeconds(60));
        if (messages.isEmpty()) {
            throw new AssertionError("nothing arrived");
        }
        session.commit();
        return messages.getFirst();
    }

    /** So many; more may be there. */
    List<BrokerMessage> next(int count) throws JMSException {
        var messages = new ArrayList<BrokerMessage>();
        while (messages.size() < count) {
            messages.add(one());
        }
        return messages;
    }

    @Override
    public void close() throws JMSException {
        session.close();
    }
}
