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
        List<BrokerMessage> messages = session.receive(1, Duration.ofSeconds(10));
        if (messages.isEmpty()) {
            throw new AssertionError("nothing arrived");
        }
        session.commit();
        return messages.getFirst();
    }

    List<BrokerMessage> all() throws JMSException {
        var all = new ArrayList<BrokerMessage>();
        List<BrokerMessage> some = session.receive(32, Duration.ofMillis(700));
        while (!some.isEmpty()) {
            all.addAll(some);
            session.commit();
            some = session.receive(32, Duration.ofMillis(300));
        }
        return all;
    }

    @Override
    public void close() throws JMSException {
        session.close();
    }
}
