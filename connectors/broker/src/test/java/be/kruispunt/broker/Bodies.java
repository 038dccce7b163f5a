package be.kruispunt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What the tests send, and what of it comes out. */
final class Bodies {
    private Bodies() {}

    static Ticket ticket() {
        return Ticket.next(Instant.now(), RandomGenerator.getDefault());
    }

    static DeliveryId u002(InstitutionId receiver) {
        return u002(ticket(), receiver);
    }

    static DeliveryId u002(Ticket ticket, InstitutionId receiver) {
        return new DeliveryId(ticket, receiver, "U002");
    }

    /** Beside {@link #u002}, of the same message for the same receiver. */
    static DeliveryId u004(Ticket ticket, InstitutionId receiver) {
        return new DeliveryId(ticket, receiver, "U004");
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
