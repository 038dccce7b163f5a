package be.kruispunt.broker;

import static be.kruispunt.broker.TestNetwork.ADEM;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits for an operator, both ways. */
final class DeadLettersTest extends BothWays {
    private static final int LARGE = 2 * 1024 * 1024;

    private void putAside(int bytes) throws JMSException {
        HubConnections hub = hub(Way.EMBEDDED);
        try (Connection connection = hub.openBlocking();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            BytesMessage letter = session.createBytesMessage();
            letter.setStringProperty(Marks.USER, ADEM.value());
            DeadLetters.mark(letter, "as the test wants it");
            letter.writeBytes(new byte[bytes]);
            session.createProducer(session.createQueue(Queues.DEAD_LETTER)).send(letter);
        }
    }

    @ParameterizedTest
    @EnumSource
    void threeLettersOfTwoMegabytes_areSeenAndPutBack(Way way) throws JMSException {
        for (int i = 0; i < 3; i++) {
            putAside(LARGE);
        }
        var letters = new DeadLetters(hub(way));
        assertThat(letters.list()).hasSize(3).allSatisfy(letter -> assertThat(letter.bytes())
                .isEqualTo(LARGE));
        assertThat(letters.retryAll()).isEqualTo(3);
        assertThat(letters.list()).isEmpty();
        assertThat(network.broker.intakeDepth()).isEqualTo(3);
        try (var route = new HubRoute(hub(way), batch -> {})) {
            await().until(() -> route.seen() == 3 && intakeIsEmpty());
        }
    }
}
