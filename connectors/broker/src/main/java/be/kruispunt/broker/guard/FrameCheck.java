package be.kruispunt.broker.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.amqp.transport.Attach;
import org.apache.qpid.proton.amqp.transport.Begin;
import org.apache.qpid.proton.amqp.transport.Close;
import org.apache.qpid.proton.amqp.transport.Detach;
import org.apache.qpid.proton.amqp.transport.Disposition;
import org.apache.qpid.proton.amqp.transport.End;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.Flow;
import org.apache.qpid.proton.amqp.transport.FrameBody;
import org.apache.qpid.proton.amqp.transport.Open;
import org.apache.qpid.proton.amqp.transport.SessionError;
import org.apache.qpid.proton.amqp.transport.Transfer;
import org.apache.qpid.proton.engine.Transport;
import org.apache.qpid.proton.engine.impl.ProtocolTracer;
import org.apache.qpid.proton.framing.TransportFrame;
import org.jspecify.annotations.Nullable;

/**
 * Sees each frame before Proton works on it, and checks what Proton leaves to its peer's honesty. Without it a session
 * that begins before {@code open} is nobody's, and so without bounds; a second {@code open} or {@code attach} of the same
 * is counted twice and given back once; and a disposition of the deliveries 0 to 4,294,967,295 never ends, on a thread
 * that serves everybody. Whoever sends such a thing loses the connection.
 */
final class FrameCheck implements ProtocolTracer, FrameBody.FrameBodyHandler<Integer> {
    /** How many deliveries dispositions may name before any was transferred, and how many more for each transfer. */
    private static final long NAMED_AT_FIRST = 10_000;

    private static final long NAMED_PER_TRANSFER = 8;

    /** The handles and the names of the links that the peer has attached in one session. */
    private static final class Attached {
        private final Map<UnsignedInteger, String> nameOfHandle = new HashMap<>();
        private final Set<String> names = new HashSet<>();
    }

    /** Ends the work on a frame; not an exception of Proton's own, after which it would not send the reason any more. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Ended(ErrorCondition why) {
            super(why.getDescription(), null, false, false);
        }
    }

    private final Transport transport;
    private final Map<Integer, Attached> sessions = new HashMap<>();
    private boolean open;
    private long named = NAMED_AT_FIRST;

    /** @param transport is told what was unlawful, and is not to be given anything more then */
    FrameCheck(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void receivedFrame(TransportFrame frame) {
        frame.getBody().invoke(this, frame.getPayload(), frame.getChannel());
    }

    @Override
    public void sentFrame(TransportFrame frame) {
        if (frame.getBody() instanceof Transfer) {
            named += NAMED_PER_TRANSFER;
        }
    }

    @Override
    public void handleOpen(Open frame, @Nullable Binary payload, Integer channel) {
        require(!open, AmqpError.ILLEGAL_STATE, "a connection is opened once");
        open = true;
    }

    @Override
    public void handleBegin(Begin frame, @Nullable Binary payload, Integer channel) {
        require(open, AmqpError.ILLEGAL_STATE, "nothing comes before open");
        require(frame.getRemoteChannel() == null, AmqpError.NOT_ALLOWED, "no session was begun here");
        require(
                sessions.putIfAbsent(channel, new Attached()) == null,
                AmqpError.ILLEGAL_STATE,
                "a session was begun on this channel before");
    }

    @Override
    public void handleAttach(Attach frame, @Nullable Binary payload, Integer channel) {
        Attached session = session(channel);
        String key = frame.getRole() + " " + frame.getName();
        require(session.names.add(key), AmqpError.NOT_ALLOWED, "a link of this name is attached");
        require(
                session.nameOfHandle.putIfAbsent(frame.getHandle(), key) == null,
                SessionError.HANDLE_IN_USE,
                "a link is attached at this handle");
    }

    @Override
    public void handleFlow(Flow frame, @Nullable Binary payload, Integer channel) {
        Attached session = session(channel);
        if (frame.getHandle() != null) {
            requireAttached(session, frame.getHandle());
        }
    }

    @Override
    public void handleTransfer(Transfer frame, @Nullable Binary payload, Integer channel) {
        requireAttached(session(channel), frame.getHandle());
        named += NAMED_PER_TRANSFER;
    }

    @Override
    public void handleDisposition(Disposition frame, @Nullable Binary payload, Integer channel) {
        session(channel);
        long first = frame.getFirst().longValue();
        long last = frame.getLast() == null ? first : frame.getLast().longValue();
        named -= Math.max(1, last - first + 1);
        require(named >= 0, AmqpError.NOT_ALLOWED, "dispositions name deliveries that never were");
    }

    @Override
    public void handleDetach(Detach frame, @Nullable Binary payload, Integer channel) {
        Attached session = session(channel);
        requireAttached(session, frame.getHandle());
        session.names.remove(session.nameOfHandle.remove(frame.getHandle()));
    }

    @Override
    public void handleEnd(End frame, @Nullable Binary payload, Integer channel) {
        session(channel);
        sessions.remove(channel);
    }

    @Override
    public void handleClose(Close frame, @Nullable Binary payload, Integer channel) {
        require(open, AmqpError.ILLEGAL_STATE, "nothing comes before open");
    }

    private Attached session(Integer channel) {
        Attached session = sessions.get(channel);
        if (session == null) {
            throw ended(AmqpError.ILLEGAL_STATE, "no session was begun on this channel");
        }
        return session;
    }

    private void requireAttached(Attached session, UnsignedInteger handle) {
        require(
                session.nameOfHandle.containsKey(handle),
                SessionError.UNATTACHED_HANDLE,
                "no link is attached at this handle");
    }

    private void require(boolean isSo, Symbol condition, String otherwise) {
        if (!isSo) {
            throw ended(condition, otherwise);
        }
    }

    private Ended ended(Symbol condition, String why) {
        var error = new ErrorCondition(condition, why);
        transport.setCondition(error);
        return new Ended(error);
    }
}
