package be.kruispunt.broker.guard;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Session;

/** The links of one connection that count against what its institution may have. */
final class Links {
    private final Usage usage;
    private final Bounds bounds;
    private final Set<Link> counted = Collections.newSetFromMap(new IdentityHashMap<>());

    Links(Usage usage, Bounds bounds) {
        this.usage = usage;
        this.bounds = bounds;
    }

    /** What receives here is a sender there. */
    synchronized Optional<ErrorCondition> opens(Link link) {
        boolean sends = link instanceof Receiver;
        if (sends ? usage.takesSender() : usage.takesReceiver()) {
            counted.add(link);
            return Optional.empty();
        }
        return Optional.of(
                sends
                        ? Refused.tooMany(bounds.senders(), "sending links")
                        : Refused.tooMany(bounds.receivers(), "receiving links"));
    }

    synchronized void ended(Link link) {
        if (!counted.remove(link)) {
            return;
        }
        if (link instanceof Receiver) {
            usage.releaseSender();
        } else {
            usage.releaseReceiver();
        }
    }

    synchronized List<Link> of(Session session) {
        return counted.stream().filter(link -> link.getSession() == session).toList();
    }

    synchronized void connectionEnded() {
        List.copyOf(counted).forEach(this::ended);
    }
}
