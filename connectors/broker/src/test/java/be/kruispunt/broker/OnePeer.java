package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A broker, and one institution that is connected to it, frame by frame, in each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnePeer {
    TestNetwork network;
    BarePeer adem;

    @BeforeAll
    void startBroker() {
        network = new TestNetwork();
    }

    @AfterAll
    void stopBroker() {
        network.close();
    }

    @BeforeEach
    void connect() {
        adem = peer();
    }

    BarePeer peer() {
        return new BarePeer(network.broker.amqpPort(), network.folder.tls(ADEM)).opened();
    }

    /** A count that leaks would lock an institution out in the end. */
    @AfterEach
    void nothingIsUnderWay_onceAllHaveGone() {
        adem.close();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(network.broker.guard().isIdle()).isTrue());
    }
}
