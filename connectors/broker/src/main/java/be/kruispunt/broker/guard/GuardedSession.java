package be.kruispunt.broker.guard;

import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPSessionCallback;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPConnectionContext;
import org.apache.activemq.artemis.protocol.amqp.proton.AMQPSessionContext;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.engine.Session;

/** A session whose receivers hold a bounded number of unsettled documents. */
final class GuardedSession extends AMQPSessionContext {
    private final int unsettled;

    GuardedSession(
            AMQPSessionCallback callback,
            AMQPConnectionContext connection,
            Session session,
            ActiveMQServer server,
            int unsettled) {
        super(callback, connection, session, server);
        this.unsettled = unsettled;
    }

    @Override
    public void addSender(Sender sender) throws Exception {
        addSender(sender, new BoundedSender(connection, sender, this, sessionSPI, unsettled));
    }
}
