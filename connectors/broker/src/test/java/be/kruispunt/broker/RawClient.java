package be.kruispunt.broker;

import be.kruispunt.trust.TlsMaterial;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import org.apache.qpid.jms.JmsConnectionFactory;

/** A client that may try anything: any address, any property, any kind of message. */
final class RawClient implements AutoCloseable {
    final Connection connection;
    final Session session;

    RawClient(URI uri, TlsMaterial tls) {
        this(uri, tls, "amqp.saslMechanisms=EXTERNAL");
    }

    RawClient(URI uri, TlsMaterial tls, String options) {
        var factory = new JmsConnectionFactory(
                uri + "?jms.validatePropertyNames=false&jms.connectTimeout=60000&jms.requestTimeout=60000&" + options);
        factory.setSslContext(tls.sslContext());
        try {
            connection = factory.createConnection("user", "password");
            connection.start();
            session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        } catch (JMSException e) {
            throw new BrokerException(String.valueOf(e.getMessage()), e);
        }
    }

    void send(String address, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(address))) {
            producer.send(message);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
