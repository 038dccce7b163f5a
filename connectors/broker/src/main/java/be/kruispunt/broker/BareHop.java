package be.kruispunt.broker;

import be.kruispunt.model.id.InstitutionId;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;

/**
 * What the broker alone needs for a message: its bytes received from a durable queue, a document and an answer sent to two
 * others, and a commit per batch, with the client as it is. A yardstick for the intake, and no part of a message's path; used by
 * one thread, on the queue of an institution that no intake works on.
 */
public final class BareHop implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2_000;

    private final Connection connection;
    private final Session session;
    private final MessageProducer producer;
    private final MessageConsumer consumer;
    private final InstitutionId sender;
    private final InstitutionId receiver;

    /** Connects. */
    public BareHop(HubConnections connections, InstitutionId sender, InstitutionId receiver) {
        this.sender = sender;
        this.receiver = receiver;
        try {
            connection = connections.openTransacting();
            session = connection.createSession(true, Session.SESSION_TRANSACTED);
            producer = session.createProducer(null);
            consumer = session.createConsumer(session.createQueue(Queues.intake(sender)));
            connection.start();
        } catch (JMSException e) {
            throw new BrokerException("the broker cannot be reached: " + e.getMessage(), e);
        }
    }

    /** Puts a batch of these bytes into the queue. */
    public void fill(int batch, byte[] received) {
        try {
            for (int i = 0; i < batch; i++) {
                send(Queues.intake(sender), received);
            }
            session.commit();
        } catch (JMSException e) {
            throw new BrokerException("the broker does not take the messages: " + e.getMessage(), e);
        }
    }

    /** Takes a batch, and sends both for each. */
    public void hop(int batch, byte[] document, byte[] answer) {
        try {
            for (int i = 0; i < batch; i++) {
                Message message = consumer.receive(PATIENCE_MILLIS);
                if (!(message instanceof BytesMessage bytes)) {
                    throw new BrokerException("the queue ran dry");
                }
                bytes.readBytes(new byte[Math.toIntExact(bytes.getBodyLength())]);
                send(Queues.out(receiver), document);
                send(Queues.out(sender), answer);
            }
            session.commit();
        } catch (JMSException e) {
            throw new BrokerException("the broker does not serve: " + e.getMessage(), e);
        }
    }

    private void send(String queue, byte[] body) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.writeBytes(body);
        producer.send(session.createQueue(queue), message);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            throw new BrokerException("the connection does not close: " + e.getMessage(), e);
        }
    }
}
