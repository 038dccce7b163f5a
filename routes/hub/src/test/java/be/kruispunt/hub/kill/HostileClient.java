package be.kruispunt.hub.kill;

import static java.nio.charset.StandardCharsets.US_ASCII;

import be.kruispunt.broker.Queues;
import be.kruispunt.model.id.InstitutionId;
import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.message.JmsMessage;
import org.apache.qpid.jms.provider.amqp.message.AmqpJmsMessageFacade;

/** What a client may put around a body and into its frames. None is like another, so that nothing is known already. */
final class HostileClient {
    private static final int NAMES = 50;
    private static final String LONG = "x".repeat(5_000);

    private interface Attempt {
        void with(Session session) throws JMSException;
    }

    private final HubFolder folder;
    private final InstitutionId institution;
    private final JmsConnectionFactory factory;
    private int accepted;

    HostileClient(HubFolder folder, InstitutionId institution) {
        this.folder = folder;
        this.institution = institution;
        factory = new JmsConnectionFactory("amqps://localhost:"
                + folder.settings().amqpPort() + "?amqp.saslMechanisms=EXTERNAL&jms.validatePropertyNames=false");
        factory.setSslContext(folder.trust().tls(institution).sslContext());
    }

    /** How many messages the broker has taken: each gets one answer. */
    int accepted() {
        return accepted;
    }

    /** Everything once. */
    void attempt(int number) throws IOException {
        List.<Attempt>of(
                        session -> send(session, properties(session, number)),
                        session -> send(session, headers(session, number)),
                        session -> send(session, session.createObjectMessage(LONG + number)),
                        session -> send(session, annotations(session, number)),
                        session -> session.createConsumer(
                                session.createQueue(Queues.out(institution)), "'" + number + LONG + "' LIKE '%a%a%b'"),
                        session -> session.createConsumer(session.createQueue(LONG + number)),
                        session -> session.createProducer(session.createQueue(number + LONG)),
                        session -> beyond(session, number))
                .forEach(attempt -> attempt(LONG + number, attempt));
        try (Socket socket = folder.trust()
                .tls(institution)
                .sslContext()
                .getSocketFactory()
                .createSocket("localhost", folder.settings().amqpPort())) {
            socket.getOutputStream().write(("GET /" + number + " HTTP/1.1\r\n\r\n").getBytes(US_ASCII));
        }
    }

    private void attempt(String container, Attempt attempt) {
        try (Connection connection = factory.createConnection()) {
            connection.setClientID(container);
            attempt.with(connection.createSession());
        } catch (JMSException e) {
            // refused, as it shall be
        }
    }

    private void send(Session session, Message message) throws JMSException {
        session.createProducer(session.createQueue(Queues.in(institution))).send(message);
        accepted++;
    }

    /** Links without end, each with a name of its own. */
    private void beyond(Session session, int number) throws JMSException {
        for (int i = 0; i < 1_000; i++) {
            session.createProducer(session.createQueue(Queues.in(institution)));
        }
        throw new IllegalStateException("round " + number + " was not bounded");
    }

    private static Message properties(Session session, int number) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        for (int i = 0; i < NAMES; i++) {
            message.setStringProperty("name " + number + "-" + i, LONG.substring(0, 1_000));
        }
        return message;
    }

    private static Message headers(Session session, int number) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        message.setStringProperty("JMSXGroupID", "group " + number + LONG);
        message.setJMSCorrelationID("correlation " + number + LONG);
        message.setJMSType("type " + number + LONG);
        message.setJMSReplyTo(session.createQueue("reply " + number + LONG));
        return message;
    }

    /** Whose names are symbols. */
    private static Message annotations(Session session, int number) throws JMSException {
        BytesMessage message = session.createBytesMessage();
        var facade = (AmqpJmsMessageFacade) ((JmsMessage) message).getFacade();
        for (int i = 0; i < NAMES; i++) {
            facade.setTracingAnnotation("name " + number + "-" + i, "");
        }
        return message;
    }
}
