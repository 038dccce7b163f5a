package be.kruispunt.broker.guard;

import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.apache.activemq.artemis.protocol.amqp.proton.handler.ProtonHandler;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.EndpointState;
import org.apache.qpid.proton.engine.ProtonJTransport;

/**
 * Gives Proton the bytes of one connection: in pieces that it takes at once, and nothing more when it has broken off. It
 * takes no byte then, and Artemis would offer it the next ones for ever, on a thread that serves everybody.
 */
final class Feed {
    /** What Proton takes at once while a client logs in (AMQP 1.0 part 5, section 5.3.1). */
    private static final int LOGGING_IN = 512;

    private final ProtonHandler handler;
    private boolean brokenOff;

    Feed(ProtonHandler handler) {
        this.handler = handler;
        ((ProtonJTransport) handler.getTransport()).setProtocolTracer(new FrameCheck(handler.getTransport()));
    }

    /** Tells once why Proton broke off; the connection is to be closed then. */
    Optional<ErrorCondition> take(ByteBuf buffer) {
        while (!brokenOff && buffer.isReadable() && handler.capacity() > 0) {
            int most = isOpen() ? handler.capacity() : Math.min(handler.capacity(), LOGGING_IN);
            brokenOff = !takes(buffer.readSlice(Math.min(most, buffer.readableBytes())));
            if (brokenOff) {
                return Optional.of(handler.getTransport().getCondition());
            }
        }
        return Optional.empty();
    }

    private boolean takes(ByteBuf piece) {
        try {
            handler.inputBuffer(piece);
        } catch (StackOverflowError e) { // Proton's decoder recurses as deep as the bytes say
            handler.getTransport().setCondition(Refused.nested());
        }
        ErrorCondition why = handler.getTransport().getCondition();
        return why == null || why.getCondition() == null;
    }

    private boolean isOpen() {
        return handler.getConnection().getRemoteState() != EndpointState.UNINITIALIZED;
    }
}
