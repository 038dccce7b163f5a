package be.kruispunt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What the tests send, and what of it comes out. */
final class Bodies {
    private Bodies() {}

    static Ticket ticket() {
        return Ticket.next(Instant.now(), RandomGenerator.getDefault());
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    static byte[] body(BrokerMessage message) {
        return ((Content.Body) message.content()).bytes();
    }

    static String text(BrokerMessage message) {
        return new String(body(message), UTF_8);
    }
}
