package be.kruispunt.broker.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.transaction.Coordinator;
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

    private static final Binary EMPTY = new Binary(new byte[0]);

    /** A link that the peer has attached, and what it is sending over it. */
    private static final class Attachment {
        private final String name;
        private final boolean coordinates;
        private @Nullable Preface preface;

        Attachment(Attach frame) {
            name = frame.getRole() + " " + frame.getName();
            coordinates = frame.getTarget() instanceof Coordinator;
        }
    }

    /** What the peer has attached in one session. */
    private static final class Attached {
        private final Map<UnsignedInteger, Attachment> handles = new HashMap<>();
        private final Set<String> names = new HashSet<>();
    }

    private final Transport transport;
    private final Predicate<String> symbols;
    private final Map<Integer, Attached> sessions = new HashMap<>();
    private boolean open;
    private long named = NAMED_AT_FIRST;

    /**
     * Sees all that a transport is given.
     *
     * @param transport is told what was unlawful, and is not to be given anything more then
     * @param symbols those of a message; what a frame itself holds was looked at before
     */
    FrameCheck(Transport transport, Predicate<String> symbols) {
        this.transport = transport;
        this.symbols = symbols;
    }

    @Override
    public void receivedFrame(TransportFrame frame) {
        try {
            frame.getBody().invoke(this, frame.getPayload(), frame.getChannel());
        } catch (Unlawful e) {
            transport.setCondition(e.why());
            throw e;
        }
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
        var link = new Attachment(frame);
        require(session.names.add(link.name), AmqpError.NOT_ALLOWED, "a link of this name is attached");
        require(
                session.handles.putIfAbsent(frame.getHandle(), link) == null,
                SessionError.HANDLE_IN_USE,
                "a link is attached at this handle");
    }

    @Override
    public void handleFlow(Flow frame, @Nullable Binary payload, Integer channel) {
        Attached session = session(channel);
        if (frame.getHandle() != null) {
            attachment(session, frame.getHandle());
        }
    }

    @Override
    public void handleTransfer(Transfer frame, @Nullable Binary payload, Integer channel) {
        Attachment link = attachment(session(channel), frame.getHandle());
        named += NAMED_PER_TRANSFER;
        Binary content = payload == null ? EMPTY : payload;
        if (link.coordinates) {
            require(!frame.getMore(), AmqpError.NOT_IMPLEMENTED, "a word about a transaction comes in one frame");
            Preface.walkAll(content, symbols);
        } else if (frame.getAborted()) {
            link.preface = null;
        } else {
            Preface preface = link.preface == null ? new Preface(symbols) : link.preface;
            preface.add(content, !frame.getMore());
            link.preface = frame.getMore() ? preface : null;
        }
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
        session.names.remove(attachment(session, frame.getHandle()).name);
        session.handles.remove(frame.getHandle());
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
            throw unlawful(AmqpError.ILLEGAL_STATE, "no session was begun on this channel");
        }
        return session;
    }

    private static Attachment attachment(Attached session, UnsignedInteger handle) {
        Attachment link = session.handles.get(handle);
        if (link == null) {
            throw unlawful(SessionError.UNATTACHED_HANDLE, "no link is attached at this handle");
        }
        return link;
    }

    private static void require(boolean isSo, Symbol condition, String otherwise) {
        if (!isSo) {
            throw unlawful(condition, otherwise);
        }
    }

    private static Unlawful unlawful(Symbol condition, String why) {
        return new Unlawful(new ErrorCondition(condition, why));
    }
}
