package be.kruispunt.broker.guard;

import java.util.Optional;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.transport.AmqpError;
import org.apache.qpid.proton.amqp.transport.ConnectionError;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.amqp.transport.LinkError;
import org.apache.qpid.proton.amqp.transport.Source;
import org.apache.qpid.proton.amqp.transport.Target;
import org.apache.qpid.proton.engine.Link;
import org.jspecify.annotations.Nullable;

/** What is not taken, as the condition (AMQP 1.0 part 2, section 2.8.15 on) and the sentence that the client reads. */
final class Refused {
    private Refused() {}

    /**
     * What no link may ask for. Artemis looks for a filter on links of every kind, evaluates it under a lock of the queue
     * on threads that all connections share, and has protocols between brokers that a capability opens.
     */
    static Optional<ErrorCondition> terms(Link link) {
        if (hasFilter(link.getRemoteSource())) {
            return Optional.of(condition(
                    AmqpError.NOT_IMPLEMENTED,
                    "no filter or selector is evaluated here; read what comes, in its order"));
        }
        if (isBetweenBrokers(link)) {
            return Optional.of(condition(AmqpError.NOT_IMPLEMENTED, "this is no broker for other brokers"));
        }
        return Optional.empty();
    }

    private static boolean hasFilter(@Nullable Source source) {
        return source instanceof org.apache.qpid.proton.amqp.messaging.Source full
                && full.getFilter() != null
                && !full.getFilter().isEmpty();
    }

    private static boolean isBetweenBrokers(Link link) {
        return names(link.getRemoteDesiredCapabilities())
                || names(link.getRemoteOfferedCapabilities())
                || isMirror(link.getRemoteTarget());
    }

    private static boolean names(Symbol @Nullable [] capabilities) {
        if (capabilities != null) {
            for (Symbol capability : capabilities) {
                if (capability.toString().startsWith("AMQ_")
                        || capability.toString().startsWith("amq.")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isMirror(@Nullable Target target) {
        return target != null
                && target.getAddress() != null
                && target.getAddress().startsWith("$");
    }

    static ErrorCondition tooMany(int bound, String what) {
        return condition(AmqpError.RESOURCE_LIMIT_EXCEEDED, "an institution has at most " + bound + " " + what);
    }

    static ErrorCondition tooManyRefusals() {
        return condition(AmqpError.RESOURCE_LIMIT_EXCEEDED, "what was refused on this connection was tried on and on");
    }

    static ErrorCondition tooLarge(long bound) {
        return condition(LinkError.MESSAGE_SIZE_EXCEEDED, "a delivery is cut beyond " + bound + " bytes");
    }

    static ErrorCondition tooMuchOpen(long bound) {
        return condition(
                AmqpError.RESOURCE_LIMIT_EXCEEDED,
                "an institution has at most " + bound + " bytes in incomplete deliveries and open transactions");
    }

    static ErrorCondition beyondCredit(int bound) {
        return condition(
                LinkError.TRANSFER_LIMIT_EXCEEDED,
                "a delivery came for which there was no credit; a link has at most " + bound);
    }

    static ErrorCondition frameSize(int largest) {
        return condition(ConnectionError.FRAMING_ERROR, "a frame has at most " + largest + " bytes");
    }

    static ErrorCondition nested() {
        return condition(AmqpError.DECODE_ERROR, "a value is nested too deeply");
    }

    static ErrorCondition symbols() {
        return condition(
                AmqpError.RESOURCE_LIMIT_EXCEEDED,
                "a client sends at most " + Symbols.MOST + " symbols that nobody sent before, of " + Symbols.LONGEST
                        + " bytes");
    }

    static ErrorCondition tooLateABody() {
        return condition(
                AmqpError.RESOURCE_LIMIT_EXCEEDED, "a body begins within the first " + Preface.LONGEST + " bytes");
    }

    static ErrorCondition tooManyValues() {
        return condition(
                AmqpError.RESOURCE_LIMIT_EXCEEDED,
                "a frame, and what stands before a body, has at most " + Walk.MOST_VALUES + " values");
    }

    static ErrorCondition unreadable() {
        return condition(AmqpError.DECODE_ERROR, "what came is not encoded as AMQP is");
    }

    /** The condition after which clients connect again by themselves. */
    static ErrorCondition later(TryAgainLater cause) {
        return condition(ConnectionError.CONNECTION_FORCED, cause.getMessage());
    }

    private static ErrorCondition condition(Symbol condition, @Nullable String description) {
        return new ErrorCondition(condition, description);
    }
}
