package be.kruispunt.broker.guard;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.activemq.artemis.protocol.amqp.broker.AMQPStandardMessage;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the body of one delivery (AMQP 1.0 part 3, section 3.2). Artemis decodes it, and that of a large
 * message anew with each frame until it can: so of a large one it must be there, and be readable, before Artemis begins.
 */
final class Preface {
    /** In bytes, and below Artemis's own measure of a large message. */
    static final int LONGEST = 100_000;

    /** Header, annotations of the delivery and of the message, properties, application properties. */
    private static final Set<Object> SECTIONS = Set.of(
            0x70L,
            0x71L,
            0x72L,
            0x73L,
            0x74L,
            "amqp:header:list",
            "amqp:delivery-annotations:map",
            "amqp:message-annotations:map",
            "amqp:properties:list",
            "amqp:application-properties:map");

    private final Predicate<String> symbols;
    private @Nullable ByteArrayOutputStream begun = new ByteArrayOutputStream(0);

    Preface(Predicate<String> symbols) {
        this.symbols = symbols;
    }

    /**
     * More of the delivery.
     *
     * @param last whether this is its end
     * @throws Unlawful when it cannot be read, or the body does not begin in time
     */
    void add(Binary more, boolean last) {
        if (begun == null) {
            return;
        }
        if (last && begun.size() == 0) { // as nearly all are
            walk(more.asByteBuffer(), Refused.unreadable());
            return;
        }
        begun.write(more.getArray(), more.getArrayOffset(), more.getLength());
        if (last) {
            walk(ByteBuffer.wrap(begun.toByteArray()), Refused.unreadable());
        } else if (begun.size() >= LONGEST) {
            byte[] beginning = begun.toByteArray();
            begun = null;
            walk(ByteBuffer.wrap(beginning), Refused.tooLateABody());
            decode(beginning);
        }
    }

    /** Section by section, up to the body, or to what Artemis takes for one. */
    private void walk(ByteBuffer in, ErrorCondition otherwise) {
        var walk = new Walk(in, symbols);
        try {
            while (in.hasRemaining() && SECTIONS.contains(walk.descriptor())) {
                walk.next();
            }
        } catch (BufferUnderflowException e) {
            throw new Unlawful(otherwise);
        }
        if (in.position() > LONGEST) {
            throw new Unlawful(Refused.tooLateABody());
        }
    }

    /** As Artemis will: what it cannot decode it would try again with each frame that follows. */
    private static void decode(byte[] beginning) {
        try {
            var unused = new AMQPStandardMessage(0, beginning, null).getPropertyNames();
        } catch (RuntimeException e) { // Proton's are of many kinds
            throw new Unlawful(Refused.unreadable());
        }
    }

    /** A word about a transaction, which is decoded to its end. */
    static void walkAll(Binary message, Predicate<String> symbols) {
        ByteBuffer in = message.asByteBuffer();
        var walk = new Walk(in, symbols);
        try {
            while (in.hasRemaining()) {
                walk.next();
            }
        } catch (BufferUnderflowException e) {
            throw new Unlawful(Refused.unreadable());
        }
    }
}
