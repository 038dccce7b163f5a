package be.kruispunt.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.kruispunt.model.id.DeliveryId;
import be.kruispunt.model.id.Digest;
import be.kruispunt.model.id.InstitutionId;
import be.kruispunt.model.id.Ticket;
import be.kruispunt.model.outcome.RefusalCode;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between messages of the hub's own queues and {@link BrokerMessage}. What is read can be written back without loss. */
final class HubMessages {
    private HubMessages() {}

    /** Nothing when the message says neither at which door it came in nor whose it is. */
    static Optional<BrokerMessage> read(Message message) throws JMSException {
        String door = text(message, Marks.DOOR);
        String user = door == null ? text(message, Marks.USER) : door;
        if (user == null) {
            return Optional.empty();
        }
        int attempts =
                door == null && message.propertyExists(Marks.ATTEMPTS) ? message.getIntProperty(Marks.ATTEMPTS) : 0;
        long arrivedAt = message.propertyExists(Marks.ARRIVED_AT)
                ? message.getLongProperty(Marks.ARRIVED_AT)
                : message.getJMSTimestamp();
        return Optional.of(new BrokerMessage(
                InstitutionId.of(user),
                content(message),
                attempts,
                Instant.ofEpochMilli(arrivedAt),
                Optional.ofNullable(text(message, Marks.REFUSED_FOR)),
                new Meter()));
    }

    private static Content content(Message message) throws JMSException {
        String digest = text(message, Marks.DIGEST);
        String code = text(message, Marks.CODE);
        if (digest != null && code != null) {
            return RefusalCode.valueOf(code) == RefusalCode.TOO_LARGE
                    ? new Content.TooLarge(message.getLongProperty(Marks.LENGTH), Digest.ofHex(digest))
                    : new Content.NotAccepted(
                            RefusalCode.valueOf(code), message.getStringProperty(Marks.DETAIL), Digest.ofHex(digest));
        }
        return new Content.Body(body(message));
    }

    /** The body's bytes; none for a message that is neither bytes nor text, which the doorkeeper lets nobody send. */
    static byte[] body(Message message) throws JMSException {
        return switch (message) {
            case BytesMessage bytes -> {
                byte[] content = new byte[Math.toIntExact(bytes.getBodyLength())];
                bytes.readBytes(content);
                yield content;
            }
            case TextMessage text when text.getText() != null -> text.getText().getBytes(UTF_8);
            default -> new byte[0];
        };
    }

    /** The message as the hub gives it back: to the intake or to the dead-letter queue. */
    static BytesMessage write(Session session, BrokerMessage message, int attempts) throws JMSException {
        BytesMessage written = session.createBytesMessage();
        written.setStringProperty(Marks.USER, message.user().value());
        written.setIntProperty(Marks.ATTEMPTS, attempts);
        written.setLongProperty(Marks.ARRIVED_AT, message.arrivedAt().toEpochMilli());
        if (message.refusedFor().isPresent()) {
            written.setStringProperty(Marks.REFUSED_FOR, message.refusedFor().get());
        }
        switch (message.content()) {
            case Content.Body(byte[] bytes) -> written.writeBytes(bytes);
            case Content.TooLarge(long length, Digest digest) -> {
                written.setStringProperty(Marks.CODE, RefusalCode.TOO_LARGE.name());
                written.setLongProperty(Marks.LENGTH, length);
                written.setStringProperty(Marks.DIGEST, digest.hex());
            }
            case Content.NotAccepted(RefusalCode code, String detail, Digest digest) -> {
                written.setStringProperty(Marks.CODE, code.name());
                written.setStringProperty(Marks.DETAIL, detail);
                written.setStringProperty(Marks.DIGEST, digest.hex());
            }
        }
        return written;
    }

    /** Says on a document that goes out what it is and whose, for the broker's notices, and an operator if it comes back. */
    static void address(Message message, DeliveryId id) throws JMSException {
        address(message, id.receiver(), id.ticket());
        message.setStringProperty(Marks.DOCUMENT, id.document());
    }

    /** Says on what goes out whose it is. */
    static void address(Message message, InstitutionId receiver, Ticket ticket) throws JMSException {
        message.setStringProperty(Marks.RECEIVER, receiver.value());
        message.setStringProperty(Marks.TICKET, ticket.toString());
    }

    static @Nullable String text(Message message, String property) throws JMSException {
        return message.propertyExists(property) ? message.getStringProperty(property) : null;
    }
}
