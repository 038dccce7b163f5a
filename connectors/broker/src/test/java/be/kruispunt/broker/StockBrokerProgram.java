package be.kruispunt.broker;

import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.FileDeploymentManager;
import org.apache.activemq.artemis.core.config.impl.FileConfiguration;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;

/** Starts what {@code etc/broker.xml} says, as Artemis's own command does, and runs until its parent ends it. */
final class StockBrokerProgram {
    /** Before the port, in the line that says that it listens. */
    static final String PORT = "listens on ";

    private StockBrokerProgram() {}

    public static void main(String[] none) throws Exception {
        var configuration = new FileConfiguration();
        new FileDeploymentManager(Path.of("etc/broker.xml").toUri().toString())
                .addDeployable(configuration)
                .readConfiguration();
        var server = new ActiveMQServerImpl(configuration, new ActiveMQJAASSecurityManager("activemq"));
        server.start();
        System.out.println(
                PORT + server.getRemotingService().getAcceptor("amqp").getActualPort());
    }
}
