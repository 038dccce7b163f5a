package be.kruispunt.broker;

import java.util.Map;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.impl.DivertBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.impl.DivertImpl;
import org.apache.activemq.artemis.core.server.impl.RoutingContextImpl;

/**
 * The exclusive divert from one {@code in.<institution>} to its intake queue. Artemis's own divert copies a message before its
 * transformer sees it, which reads a large one wholly into the heap; this one lets the {@link Doorkeeper} write the new
 * message from the stream.
 */
final class Door extends DivertImpl {
    private final ActiveMQServer server;
    private final Doorkeeper doorkeeper;

    private Door(
            ActiveMQServer server,
            SimpleString name,
            SimpleString address,
            SimpleString forward,
            Doorkeeper doorkeeper) {
        super(
                name,
                address,
                forward,
                name,
                true,
                null,
                doorkeeper,
                server.getPostOffice(),
                server.getStorageManager(),
                ComponentConfigurationRoutingType.ANYCAST);
        this.server = server;
        this.doorkeeper = doorkeeper;
    }

    /** Opens the door, unless it is open. Not remembered by the broker: every start opens it anew. */
    static void open(ActiveMQServer server, String name, String address, String forward, Map<String, String> settings)
            throws Exception {
        if (server.getPostOffice().getBinding(SimpleString.of(name)) != null) {
            return;
        }
        var doorkeeper = new Doorkeeper();
        doorkeeper.init(settings);
        var door =
                new Door(server, SimpleString.of(name), SimpleString.of(address), SimpleString.of(forward), doorkeeper);
        server.getPostOffice()
                .addBinding(new DivertBinding(server.getStorageManager().generateID(), SimpleString.of(address), door));
    }

    @Override
    public void route(Message message, RoutingContext context) throws Exception {
        context.setReusable(false);
        Message written = doorkeeper.write(message, server.getStorageManager());
        var onwards = new RoutingContextImpl(context.getTransaction())
                .setReusable(false)
                .setRoutingType(written.getRoutingType())
                .setServerSession(context.getServerSession());
        server.getPostOffice().route(written, onwards, false);
    }
}
