package be.kruispunt.broker.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.activemq.artemis.protocol.amqp.proton.handler.ProtonHandler;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.ProtonJTransport;

/**
 * Gives Proton the bytes of one connection: whole frames that were walked over before, in pieces that it takes at once, and
 * nothing more when it has broken off. It takes no byte then, and Artemis would offer it the next ones for ever, on a thread
 * that serves everybody.
 */
final class Feed {
    /** What Proton takes at once while a client logs in (AMQP 1.0 part 5, section 5.3.1). */
    private static final int LOGGING_IN = 512;

    /** The first word of a protocol header, which stands where a frame's size does otherwise: {@code AMQP}. */
    private static final int HEADER = 0x414d_5150;

    private static final int SMALLEST = 8;

    /** What a frame says beside what it carries: the names and properties of a link stay in memory as long as the link. */
    private static final int LARGEST_OF_ITS_OWN = 16 * 1024;

    private final ProtonHandler handler;
    private final int largest;
    private final Predicate<String> symbols;
    private final ByteBuf gathered = Unpooled.buffer(0);
    private boolean brokenOff;

    Feed(ProtonHandler handler, int largestFrame, Predicate<String> symbols) {
        this.handler = handler;
        this.largest = largestFrame;
        this.symbols = symbols;
        ((ProtonJTransport) handler.getTransport()).setProtocolTracer(new FrameCheck(handler.getTransport(), symbols));
    }

    /** Tells once why no more is read; the connection is to be closed then. */
    Optional<ErrorCondition> take(ByteBuf buffer) {
        if (brokenOff) {
            return Optional.empty();
        }
        try {
            while (!brokenOff && buffer.isReadable()) {
                gather(buffer);
            }
        } catch (Unlawful e) {
            handler.getTransport().setCondition(e.why());
            brokenOff = true;
        }
        return brokenOff ? Optional.of(handler.getTransport().getCondition()) : Optional.empty();
    }

    /** A frame that is there as a whole is not copied. */
    private void gather(ByteBuf buffer) {
        if (!gathered.isReadable() && buffer.readableBytes() >= SMALLEST) {
            int size = size(buffer);
            if (buffer.readableBytes() >= size) {
                give(buffer.readSlice(size));
                return;
            }
        }
        int missing = (gathered.readableBytes() < SMALLEST ? SMALLEST : size(gathered)) - gathered.readableBytes();
        gathered.writeBytes(buffer, Math.min(missing, buffer.readableBytes()));
        if (gathered.readableBytes() >= SMALLEST && gathered.readableBytes() == size(gathered)) {
            give(gathered);
            gathered.clear();
        }
    }

    private int size(ByteBuf frame) {
        int size = frame.getInt(frame.readerIndex());
        if (size == HEADER) {
            return SMALLEST;
        }
        int most = isOpen() ? largest : LARGEST_OF_ITS_OWN;
        if (size < SMALLEST || size > most) {
            throw new Unlawful(Refused.frameSize(most));
        }
        return size;
    }

    private void give(ByteBuf frame) {
        walk(frame.nioBuffer());
        while (frame.isReadable() && !brokenOff && handler.capacity() > 0) {
            int most = isOpen() ? handler.capacity() : Math.min(handler.capacity(), LOGGING_IN);
            handler.inputBuffer(frame.readSlice(Math.min(most, frame.readableBytes())));
            ErrorCondition why = handler.getTransport().getCondition();
            brokenOff = why != null && why.getCondition() != null;
        }
    }

    /** What the frame itself says; what a transfer carries follows it, and is looked at by {@link FrameCheck}. */
    private void walk(ByteBuffer frame) {
        int body = frame.getInt(0) == HEADER ? frame.limit() : 4 * (frame.get(4) & 0xff);
        if (body < SMALLEST || body > frame.limit()) {
            throw new Unlawful(Refused.unreadable());
        }
        if (body == frame.limit()) {
            return;
        }
        try {
            new Walk(frame.position(body), symbols).next();
        } catch (BufferUnderflowException e) {
            throw new Unlawful(Refused.unreadable());
        }
        if (frame.position() > LARGEST_OF_ITS_OWN) {
            throw new Unlawful(Refused.frameSize(LARGEST_OF_ITS_OWN));
        }
    }

    private boolean isOpen() {
        return handler.getConnection().getRemoteState() != EndpointState.UNINITIALIZED;
    }
}
