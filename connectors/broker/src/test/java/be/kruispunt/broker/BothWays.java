package be.kruispunt.broker;

import static be.kruispunt.broker.Bodies.bytes;
import static be.kruispunt.broker.TestNetwork.ADEM;
import static be.kruispunt.broker.TestNetwork.CNS;
import static be.kruispunt.broker.TestNetwork.RVA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import be.kruispunt.model.id.InstitutionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A network whose broker a hub can reach in both ways; a test that extends this runs each case on both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BothWays {
    enum Way {
        EMBEDDED,
        REMOTE
    }

    TestNetwork network;

    @BeforeAll
    void startBroker() {
        network = new TestNetwork();
    }

    @AfterAll
    void stopBroker() {
        network.close();
    }

    HubConnections hub(Way way) {
        HubConnections connections = way == Way.EMBEDDED
                ? network.broker.hubConnections()
                : HubConnections.remote(network.uri(), network.folder.hubTls());
        connections.requireQueues(Set.of(ADEM, CNS, RVA));
        return connections;
    }

    void send(InstitutionId from, int count) {
        try (InstitutionClient client = network.client(from)) {
            for (int i = 0; i < count; i++) {
                client.send(bytes("<sbd>" + from + " " + i + "</sbd>"));
            }
        }
    }

    List<String> received(InstitutionId institution) {
        var documents = new ArrayList<String>();
        try (InstitutionClient client = network.client(institution)) {
            var looked = new ArrayList<String>();
            client.browse(body -> looked.add(new String(body, UTF_8)));
            while (network.broker.queueDepth(Queues.out(institution)) > 0) {
                client.receive(Duration.ofMillis(50), body -> documents.add(new String(body, UTF_8)));
                assertThat(documents).hasSizeLessThan(1000);
            }
            assertThat(documents).isEqualTo(looked);
        }
        return documents;
    }

    boolean intakeIsEmpty() {
        return network.broker.intakeDepth() == 0;
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
